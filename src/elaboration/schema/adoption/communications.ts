import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { type EvenementDAdoption, evenementsVivants } from './evenements.ts';

/** Une communication d’avancement tenue au conseil, telle que le registre la porte. */
export interface CommunicationTenue {
  readonly id: string;
  /** L’année de la séance : la communication est due une fois par an (SCH-09). */
  readonly annee: number;
  readonly le: Jour;
  /** « débat d’orientation budgétaire » ; vide si rien n’a été dit de la séance. */
  readonly seance: string;
}

/** Les communications tenues, de la plus ancienne à la plus récente : le registre seul en fait foi. */
export const communicationsTenues = (
  evenements: readonly EvenementDAdoption[],
): readonly CommunicationTenue[] =>
  evenementsVivants(evenements)
    .filter(({ type }) => type === 'communication-annuelle')
    .map(({ id, le, details }) => ({
      id,
      annee: details.annee ?? Number(le.slice(0, 4)),
      le,
      seance: details.seance ?? '',
    }))
    .sort((a, b) => a.annee - b.annee);
