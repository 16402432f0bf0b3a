/** Porte pure de la refacturation. */
export { NATURES, type NatureDEtat } from './entrees.ts';
export { type ContenuDePart, type EtatDeCommune, referenceDe } from './etat.ts';
