/** Porte pure des périmètres : ce que les autres pièces peuvent lire. */
export type { Evaluateur, PerimetreRetenu } from './modele.ts';
export type { EvaluateursDuSemis } from './semis.ts';
