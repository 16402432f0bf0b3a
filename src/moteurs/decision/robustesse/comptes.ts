/**
 * Comptes tenus au fil des tirages : ni les tirages ni les rangs ne sont gardés. Les tableaux sont
 * à plat, ligne par option.
 */
export interface Comptes {
  readonly options: number;
  readonly criteres: number;
  readonly valeurs: Float64Array;
  /** `rangs[i × options + r]` : tirages où i est au rang r + 1. */
  readonly rangs: Float64Array;
  /** `sommes[i × criteres + j]` : somme des poids du critère j quand i est en tête. */
  readonly sommes: Float64Array;
  /** `victoires[i × options + k]` : tirages où i est strictement devant k. */
  readonly victoires: Float64Array;
  /** Écart au-dessous duquel deux options sont à égalité. */
  readonly marge: number;
  total: number;
  readonly scores: Float64Array;
  readonly places: Int32Array;
}

/** Ouvre des comptes nuls pour ces valeurs (une ligne par option, matrice rectangulaire). */
export const creerComptes = (valeurs: readonly (readonly number[])[]): Comptes => {
  const m = valeurs.length;
  const n = valeurs[0]?.length ?? 0;
  const aPlat = Float64Array.from(valeurs.flat());
  const echelle = aPlat.reduce((max, x) => Math.max(max, Math.abs(x)), 1);
  return {
    options: m,
    criteres: n,
    valeurs: aPlat,
    rangs: new Float64Array(m * m),
    sommes: new Float64Array(m * n),
    victoires: new Float64Array(m * m),
    marge: 1e-12 * echelle,
    total: 0,
    scores: new Float64Array(m),
    places: new Int32Array(m),
  };
};

/** Note les options avec ce jeu de poids, dans `scores`. */
export const noterLesOptions = (
  { options, criteres, valeurs, scores }: Comptes,
  poids: Float64Array,
): void => {
  for (let i = 0; i < options; i += 1) {
    let score = 0;
    for (let j = 0; j < criteres; j += 1) {
      score += (valeurs[i * criteres + j] ?? 0) * (poids[j] ?? 0);
    }
    scores[i] = score;
  }
};

const comparer = (comptes: Comptes, mesure: number): void => {
  const { options: m, scores, places, victoires, marge } = comptes;
  places.fill(0);
  for (let i = 0; i < m; i += 1) {
    const ici = scores[i] ?? 0;
    for (let k = i + 1; k < m; k += 1) {
      const ecart = ici - (scores[k] ?? 0);
      if (ecart > marge) {
        places[k] = (places[k] ?? 0) + 1;
        victoires[i * m + k] = (victoires[i * m + k] ?? 0) + mesure;
      } else if (ecart < -marge) {
        places[i] = (places[i] ?? 0) + 1;
        victoires[k * m + i] = (victoires[k * m + i] ?? 0) + mesure;
      }
    }
  }
};

/**
 * Compte un jeu de poids, d’une mesure donnée (1 pour un tirage, l’aire d’une cellule sinon). Le
 * rang d’une option est 1 + le nombre d’options strictement mieux notées.
 */
export const compterUnJeu = (comptes: Comptes, poids: Float64Array, mesure: number): void => {
  noterLesOptions(comptes, poids);
  comparer(comptes, mesure);
  const { options: m, criteres: n, rangs, sommes, places } = comptes;
  for (let i = 0; i < m; i += 1) {
    const place = places[i] ?? 0;
    rangs[i * m + place] = (rangs[i * m + place] ?? 0) + mesure;
    if (place === 0) {
      for (let j = 0; j < n; j += 1) {
        sommes[i * n + j] = (sommes[i * n + j] ?? 0) + mesure * (poids[j] ?? 0);
      }
    }
  }
  comptes.total += mesure;
};
