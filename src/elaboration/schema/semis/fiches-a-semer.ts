import type { FicheASemer } from './fiche-a-semer.ts';
import { PARTAGES_A_SEMER } from './partages-a-semer.ts';
import { SERVICES_COMMUNS_A_SEMER } from './services-communs-a-semer.ts';

/** Les quatre actions de la démonstration. */
export const FICHES_A_SEMER: readonly FicheASemer[] = [
  ...SERVICES_COMMUNS_A_SEMER,
  ...PARTAGES_A_SEMER,
];
