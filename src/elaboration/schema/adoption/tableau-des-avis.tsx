import { Link } from 'react-router';
import { formaterJourCourt } from '../../../socle/ui/index.ts';
import { Pastille, Tableau } from '../../../socle/ui/index.ui.ts';
import { ETATS } from './frise-des-avis.ts';
import type { SituationDeCommune } from './situation.ts';

/** Toutes les communes : reçu, échéance, avis. */
export const TableauDesAvis = ({
  situations,
  chemin,
}: {
  situations: readonly SituationDeCommune[];
  chemin: string;
}) => (
  <Tableau
    legende="Saisines et avis, commune par commune"
    colonnes={[
      { titre: 'Commune' },
      { titre: 'Reçu le' },
      { titre: 'Dernier jour' },
      { titre: 'Avis' },
      { titre: 'Réserves ou motifs' },
      { titre: 'Schéma adressé le' },
    ]}
    lignes={situations.map((situation) => ({
      cle: situation.siren,
      cellules: [
        <Link key="lien" to={`${chemin}/communes/${situation.siren}`}>
          {situation.nom}
        </Link>,
        situation.recueLe === null ? '–' : formaterJourCourt(situation.recueLe),
        situation.echeance === null ? '–' : formaterJourCourt(situation.echeance),
        <span key="avis">
          <Pastille etat={ETATS[situation.statut]}>{situation.phrase}</Pastille>
          {situation.tardiveLe === null ? null : (
            <span className="petit">
              {' '}
              Délibération tardive du {formaterJourCourt(situation.tardiveLe)}, sans effet.
            </span>
          )}
        </span>,
        situation.reserves === '' ? '–' : situation.reserves,
        situation.envoyeLe === null ? '–' : formaterJourCourt(situation.envoyeLe),
      ],
    }))}
  />
);
