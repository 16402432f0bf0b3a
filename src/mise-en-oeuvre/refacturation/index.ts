/** Porte pure de la refacturation. */

export { ecrireAppel, referenceDe } from './ecritures.ts';
export { NATURES, type NatureDEtat } from './entrees.ts';
export type { ContenuDePart, EtatDeCommune } from './etat.ts';
