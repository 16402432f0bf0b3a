import { Link } from 'react-router';
import { formaterJourCourt, formaterNombre, formaterPourcent } from '../../socle/ui/index.ts';
import { Tableau } from '../../socle/ui/index.ui.ts';
import type { IndicateurMontre } from './montrer-actions.ts';

const avecUnite = (texte: string, unite: string): string =>
  texte === '' ? 'non donnée' : `${texte} ${unite}`.trim();

/** Les indicateurs des fiches : départ, cible, dernier relevé, chemin fait. */
export const TableauDesIndicateurs = ({
  indicateurs,
  chemin,
}: {
  indicateurs: readonly IndicateurMontre[];
  chemin: string;
}) => (
  <Tableau
    legende="Indicateurs des actions"
    colonnes={[
      { titre: 'Indicateur' },
      { titre: 'Action' },
      { titre: 'Départ', estNombre: true },
      { titre: 'Cible', estNombre: true },
      { titre: 'Dernier relevé', estNombre: true },
      { titre: 'Chemin fait', estNombre: true },
    ]}
    lignes={indicateurs.map(({ cle, libelle, actionId, code, ...mesure }) => ({
      cle,
      cellules: [
        libelle,
        <Link key="lien" to={`${chemin}/actions/${actionId}`}>
          {code}
        </Link>,
        avecUnite(mesure.initiale, mesure.unite),
        avecUnite(mesure.cible, mesure.unite),
        mesure.dernier === null
          ? 'aucun'
          : `${formaterNombre(mesure.dernier.valeur)} le ${formaterJourCourt(mesure.dernier.le)}`,
        mesure.part === null ? 'sans objet' : formaterPourcent(mesure.part),
      ],
    }))}
  />
);
