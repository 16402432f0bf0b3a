/**
 * Rangs de compétition (1, 2, 2, 4) de scores à maximiser : 1 + le nombre de scores strictement
 * supérieurs. Deux scores plus proches que la marge sont ex æquo, jamais départagés.
 * @param marge écart absolu toléré, 1e-12 pour des valeurs déjà normées
 */
export const classer = (scores: readonly number[], marge = 1e-12): readonly number[] =>
  scores.map((score) => 1 + scores.filter((autre) => autre - score > marge).length);
