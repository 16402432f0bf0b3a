/** Porte pure de la refacturation. */

export { referenceDe } from './ecritures.ts';
export { NATURES, type NatureDEtat } from './entrees.ts';
export type { ContenuDePart, EtatDeCommune } from './etat.ts';
