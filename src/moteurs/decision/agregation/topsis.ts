export type NormalisationTopsis = 'vector' | 'minmax';

/** Normalise une colonne ; une colonne nulle ou constante devient nulle et ne compte plus. */
const normaliser = (colonne: readonly number[], normalisation: NormalisationTopsis) => {
  if (normalisation === 'vector') {
    const norme = Math.hypot(...colonne);
    return colonne.map((x) => (norme === 0 ? 0 : x / norme));
  }
  const min = Math.min(...colonne);
  const etendue = Math.max(...colonne) - min;
  return colonne.map((x) => (etendue === 0 ? 0 : (x - min) / etendue));
};

/**
 * Proximité à l’idéal TOPSIS (Hwang et Yoon, 1981) : C = D⁻/(D⁺ + D⁻), de 0 à 1 ; 0,5 quand toutes
 * les options se confondent. Le classement peut changer du seul fait de la normalisation.
 * @param matrice une ligne par option (rectangulaire)
 * @param poids normés
 * @param sens +1 à maximiser, −1 à minimiser
 */
export const calculerProximites = (
  matrice: readonly (readonly number[])[],
  poids: readonly number[],
  sens: readonly number[],
  normalisation: NormalisationTopsis,
): readonly number[] => {
  const colonnes = poids.map((p, j) => {
    const brute = matrice.map((ligne) => ligne[j] ?? 0);
    return normaliser(brute, normalisation).map((x) => p * x * (sens[j] ?? 1));
  });
  const distance = (i: number, cible: (colonne: readonly number[]) => number) =>
    Math.hypot(...colonnes.map((colonne) => (colonne[i] ?? 0) - cible(colonne)));
  return matrice.map((_, i) => {
    const plus = distance(i, (colonne) => Math.max(...colonne));
    const moins = distance(i, (colonne) => Math.min(...colonne));
    return plus + moins === 0 ? 0.5 : moins / (plus + moins);
  });
};
