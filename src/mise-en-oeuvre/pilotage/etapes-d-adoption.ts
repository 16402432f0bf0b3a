import { type EvenementDAdoption, evenementsVivants } from '../../elaboration/schema/index.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { EtapeDAdoption } from './publication.ts';

/** Ce que le calendrier public reprend d’une saisine. */
interface SaisineDatee {
  readonly recueLe: Jour;
  readonly echeance: Jour;
}

const extremes = (jours: readonly Jour[]): { readonly debut: Jour; readonly fin: Jour } | null => {
  const tries = [...jours].sort();
  const [debut] = tries;
  const fin = tries.at(-1);
  return debut === undefined || fin === undefined ? null : { debut, fin };
};

/**
 * Le calendrier d’adoption, tel que les habitants le lisent : rapport, avis des conseils municipaux,
 * approbation, envoi. Aucun avis de commune n’y figure, seulement les dates.
 */
export const etapesDAdoption = (
  evenements: readonly EvenementDAdoption[],
  saisines: readonly SaisineDatee[],
  aujourdhui: Jour,
): readonly EtapeDAdoption[] => {
  const vivants = evenementsVivants(evenements);
  const joursDe = (type: EvenementDAdoption['type']): readonly Jour[] =>
    vivants.filter((evenement) => evenement.type === type).map(({ le }) => le);
  const etape = (
    libelle: string,
    periode: { readonly debut: Jour; readonly fin: Jour } | null,
  ): readonly EtapeDAdoption[] =>
    periode === null ? [] : [{ libelle, ...periode, estFaite: periode.fin <= aujourdhui }];
  return [
    ...etape('Rapport et projet de schéma établis', extremes(joursDe('rapport-etabli'))),
    ...etape(
      'Avis des conseils municipaux',
      extremes(saisines.flatMap(({ recueLe, echeance }) => [recueLe, echeance])),
    ),
    ...etape('Schéma approuvé par le conseil communautaire', extremes(joursDe('approbation'))),
    ...etape('Schéma adressé aux communes', extremes(joursDe('envoi'))),
    ...etape(
      'Dernière communication d’avancement',
      extremes(joursDe('communication-annuelle').slice(-1)),
    ),
  ];
};
