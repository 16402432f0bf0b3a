/** Seuils constants d’un critère : indifférence q ≤ préférence p ≤ veto v (null : pas de veto). */
export interface SeuilsDeCritere {
  readonly poids: number;
  readonly sens: number;
  readonly q: number;
  readonly p: number;
  readonly v: number | null;
}

const MARGE = 1e-12;

/** Concordance d’un critère avec « a surclasse b », pour une avance δ de b, de 0 à 1. */
export const concorder = (avance: number, { q, p }: SeuilsDeCritere): number => {
  if (avance <= q + MARGE) return 1;
  if (avance >= p - MARGE) return 0;
  return (p - avance) / (p - q);
};

/** Discordance d’un critère avec « a surclasse b », pour une avance δ de b, de 0 à 1. */
export const discorder = (avance: number, { p, v }: SeuilsDeCritere): number => {
  if (v === null || avance <= p + MARGE) return 0;
  if (avance >= v - MARGE) return 1;
  return (avance - p) / (v - p);
};

export interface Surclassement {
  readonly concordance: number;
  readonly discordances: readonly number[];
  readonly credibilite: number;
}

/**
 * Crédibilité de « a surclasse b » (Roy, 1978) : σ = C × Π_{d_j > C} (1 − d_j)/(1 − C).
 * @param poids normés
 */
export const surclasser = (
  a: readonly number[],
  b: readonly number[],
  seuils: readonly SeuilsDeCritere[],
): Surclassement => {
  const avances = seuils.map(({ sens }, j) => ((b[j] ?? 0) - (a[j] ?? 0)) * sens);
  const concordance = seuils.reduce(
    (total, seuil, j) => total + seuil.poids * concorder(avances[j] ?? 0, seuil),
    0,
  );
  const discordances = seuils.map((seuil, j) => discorder(avances[j] ?? 0, seuil));
  const credibilite = discordances.reduce(
    (sigma, d) => (d > concordance + MARGE ? (sigma * (1 - d)) / (1 - concordance) : sigma),
    concordance,
  );
  return { concordance, discordances, credibilite };
};
