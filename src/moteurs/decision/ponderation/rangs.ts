const normer = (valeurs: readonly number[]): readonly number[] => {
  const somme = valeurs.reduce((total, v) => total + v, 0);
  return valeurs.map((v) => v / somme);
};

const rangs = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);

/**
 * Centroïde des rangs (ROC) : w(i) = (1/n) Σ_{k=i..n} 1/k, du premier au dernier critère. C’est le
 * centre des poids compatibles avec ce seul classement (Barron et Barrett, 1996).
 */
export const poidsParCentroide = (n: number): readonly number[] => {
  const poids: number[] = [];
  let somme = 0;
  for (let k = n; k >= 1; k -= 1) {
    somme += 1 / k;
    poids.unshift(somme / n);
  }
  return poids;
};

/** Somme des rangs : w(i) = 2(n + 1 − i) / (n(n + 1)) (Stillwell, Seaver et Edwards, 1981). */
export const poidsParSommeDesRangs = (n: number): readonly number[] =>
  rangs(n).map((i) => (2 * (n + 1 - i)) / (n * (n + 1)));

/** Inverse des rangs : w(i) = (1/i) / Σ 1/k. */
export const poidsParInverseDesRangs = (n: number): readonly number[] =>
  normer(rangs(n).map((i) => 1 / i));

/** Points libres ou « swing » : chaque poids est la part de ses points (un au moins positif). */
export const poidsParPoints = (points: readonly number[]): readonly number[] => normer(points);
