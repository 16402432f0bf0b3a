import { Link } from 'react-router';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import {
  FORMES_DE_MUTUALISATION,
  type FormeDeMutualisation,
} from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { formaterJourCourt, formaterNombre, formaterPourcent } from '../../socle/ui/index.ts';
import { Tableau } from '../../socle/ui/index.ui.ts';
import type { ServiceResultat } from './montrer-resultat.ts';

interface DecisionPrise {
  readonly id: string;
  readonly service: string;
  readonly forme: FormeDeMutualisation;
  readonly decideLe: Jour;
}

const direRang = (rang: number | null, estExAequo: boolean): string => {
  if (rang === null) return 'non classé';
  return `${rang}${rang === 1 ? 'er' : 'e'}${estExAequo ? ' ex æquo' : ''}`;
};

const direScore = ({ score, completude }: ServiceResultat): string => {
  if (score === null) return '–';
  const points = formaterNombre(score, { max: 1 });
  return completude < 1 ? `${points} (${formaterPourcent(completude)} noté)` : points;
};

/** Un service par ligne : rang, score, conseil, forme suggérée, décision prise ou à prendre. */
export const ServicesDuResultat = ({
  services,
  decisions,
  chemin,
  cheminDeGrille,
  peutDecider,
}: {
  services: readonly ServiceResultat[];
  decisions: readonly DecisionPrise[];
  chemin: string;
  cheminDeGrille: string;
  peutDecider: boolean;
}) => {
  const parRang = Map.groupBy(services, ({ rang }) => rang);
  const ecrireDecision = ({ service, libelle }: ServiceResultat) => {
    const prise = decisions.find((decision) => decision.service === service);
    if (prise !== undefined) {
      return (
        <Link to={`${chemin}/decisions/${prise.id}`}>
          {FORMES_DE_MUTUALISATION[prise.forme]}, le {formaterJourCourt(prise.decideLe)}
        </Link>
      );
    }
    if (!peutDecider) return 'pas encore';
    return (
      <Link to={`${cheminDeGrille}/decider/${service}`}>
        Décider<span className="invisible"> pour {libelle}</span>
      </Link>
    );
  };
  return (
    <section className="pile pile-serree">
      <h2>Service par service</h2>
      <Tableau
        legende="Score sur 100, conseil de la grille et décision"
        colonnes={[
          { titre: 'Service' },
          { titre: 'Rang' },
          { titre: 'Score', estNombre: true },
          { titre: 'Ce que dit la grille' },
          { titre: 'Forme suggérée' },
          { titre: 'Décision' },
        ]}
        lignes={services.map((resultat) => ({
          cle: resultat.service,
          cellules: [
            resultat.libelle,
            direRang(resultat.rang, (parRang.get(resultat.rang)?.length ?? 0) > 1),
            direScore(resultat),
            resultat.conseil ?? (resultat.estEcarte ? 'Écarté par un veto' : 'À compléter'),
            resultat.suggestion.phrase,
            ecrireDecision(resultat),
          ],
        }))}
      />
      <p className="petit texte-doux">
        La grille éclaire, elle ne décide pas : la forme suggérée n’engage personne.
      </p>
    </section>
  );
};
