import { Link } from 'react-router';
import { accorder, formaterJourCourt } from '../../socle/ui/index.ts';
import { Pastille, Tableau } from '../../socle/ui/index.ui.ts';
import { METEOS, type Meteo } from './action.ts';
import { ecrireAvancement } from './ecrire-avancement.ts';
import type { ActionMontree } from './montrer-actions.ts';

const ETATS_DE_METEO = { vert: 'fait', orange: 'attention', rouge: 'refus' } as const;

const MeteoMontree = ({ meteo, retard }: { meteo: Meteo; retard: number }) => (
  <Pastille etat={meteo === 'vert' ? 'en-cours' : ETATS_DE_METEO[meteo]}>
    {meteo === 'vert' ? METEOS.vert : `${accorder(retard, 'jour')} de retard`}
  </Pastille>
);

/** Toutes les actions suivies : où elles en sont, ce qui vient, ce qui glisse. */
export const TableauDesActions = ({
  actions,
  chemin,
}: {
  actions: readonly ActionMontree[];
  chemin: string;
}) => (
  <Tableau
    legende="Actions du schéma"
    colonnes={[
      { titre: 'Action' },
      { titre: 'État' },
      { titre: 'Calendrier' },
      { titre: 'Avancement', estNombre: true },
      { titre: 'Prochaine étape' },
      { titre: 'Décalage de la fin', estNombre: true },
    ]}
    lignes={actions.map((action) => ({
      cle: action.id,
      cellules: [
        <Link key="lien" to={`${chemin}/actions/${action.id}`}>
          {action.code} {action.titre}
        </Link>,
        action.etat,
        action.estEnPause ? (
          'à l’arrêt'
        ) : (
          <MeteoMontree key="meteo" meteo={action.meteo} retard={action.retard} />
        ),
        ecrireAvancement(action.avancement / 100),
        action.prochaine === null
          ? 'aucune'
          : `${action.prochaine.libelle}, ${formaterJourCourt(action.prochaine.fin)}`,
        action.glissement === 0 ? 'aucun' : accorder(action.glissement, 'jour'),
      ],
    }))}
  />
);
