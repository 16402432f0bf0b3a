import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Refus } from '../../moteurs/resultat/index.ts';
import {
  FORMES_DE_MUTUALISATION,
  type FormeDeMutualisation,
} from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import {
  Bouton,
  ChampChoix,
  ChampDate,
  ChampSelection,
  ChampTexte,
} from '../../socle/ui/index.ui.ts';
import type { PropositionDeDecision } from './decider.ts';

const INSTANCE_HABITUELLE = 'Comité de pilotage';

/** Ce que l’on décide : forme, communes, instance, jour, motif. La saisie refusée est rendue telle quelle. */
export const ChampsDeDecision = ({
  communes,
  ouverteLe,
  aujourdhui,
  formeSuggeree,
  proposition,
  refus,
}: {
  communes: readonly { readonly siren: string; readonly nom: string }[];
  ouverteLe: Jour;
  aujourdhui: Jour;
  formeSuggeree: FormeDeMutualisation | null;
  proposition: PropositionDeDecision | null;
  refus: readonly Refus[];
}) => {
  const erreurDe = (champ: string) => refus.find(({ chemin }) => chemin === champ)?.message;
  return (
    <>
      <div className="formulaire">
        <ChampSelection
          nom="forme"
          libelle="Forme retenue"
          obligatoire
          options={Object.entries(FORMES_DE_MUTUALISATION).map(([valeur, libelle]) => ({
            valeur,
            libelle,
          }))}
          retenue={proposition?.forme ?? formeSuggeree ?? ''}
          erreur={erreurDe('forme')}
        />
      </div>
      <div className="perimetres-cases">
        <ChampChoix
          nom="membres"
          libelle="Communes membres"
          aide="Toutes sont cochées : décochez celles qui n’en seront pas. L’intercommunalité porte ou accompagne, elle n’est pas à cocher."
          plusieurs
          choix={communes.map(({ siren, nom }) => ({ valeur: siren, libelle: nom }))}
          retenus={proposition?.membres ?? communes.map(({ siren }) => siren)}
          erreur={erreurDe('membres')}
        />
      </div>
      <div className="formulaire">
        <ChampTexte
          nom="instance"
          libelle="Instance qui a choisi"
          obligatoire
          defaultValue={proposition?.instance ?? INSTANCE_HABITUELLE}
          erreur={erreurDe('instance')}
        />
        <ChampDate
          nom="decideLe"
          libelle="Jour du choix"
          aide={`Du ${formaterJour(ouverteLe)}, ouverture de la grille, à aujourd’hui.`}
          obligatoire
          jour={proposition === null ? aujourdhui : (proposition.decideLe ?? undefined)}
          min={ouverteLe}
          max={aujourdhui}
          erreur={erreurDe('decideLe')}
        />
        <ChampTexte
          nom="motif"
          libelle="Motif"
          aide="Ce qui a fait pencher le choix. Il suivra la fiche du schéma."
          lignes={4}
          obligatoire
          defaultValue={proposition?.motif ?? ''}
          erreur={erreurDe('motif')}
        />
        <div className="rang">
          <Bouton>Enregistrer la décision</Bouton>
        </div>
      </div>
    </>
  );
};
