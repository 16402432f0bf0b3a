import type { Jour } from '../../../moteurs/calendrier/index.ts';

/** La saisine d’une commune : tout ce qui a été figé le jour de la réception. */
export interface Saisine {
  readonly id: string;
  readonly evenementId: string;
  readonly collectivite: string;
  /** La version du document transmise. */
  readonly versionId: string;
  readonly recueLe: Jour;
  /** Dernier jour pour se prononcer. */
  readonly echeance: Jour;
  /** Le lendemain, jour de l’avis tacite. */
  readonly taciteLe: Jour;
  readonly article: string;
  readonly preuve: string;
  readonly courrielId: string | null;
}
