/** Fonction de préférence d’un critère : l’avance d devient une préférence de 0 à 1. */
export type FonctionDePreference =
  | { readonly type: 'usual' }
  | { readonly type: 'u'; readonly q: number }
  | { readonly type: 'v'; readonly p: number }
  | { readonly type: 'level'; readonly q: number; readonly p: number }
  | { readonly type: 'linear'; readonly q: number; readonly p: number }
  | { readonly type: 'gauss'; readonly s: number };

export interface FluxPromethee {
  /** `preferences[a][b]` : préférence agrégée de a sur b, de 0 à 1. */
  readonly preferences: readonly (readonly number[])[];
  readonly plus: readonly number[];
  readonly moins: readonly number[];
  readonly net: readonly number[];
}

const MARGE = 1e-12;
const borner = (x: number): number => Math.max(0, Math.min(1, x));

const monter = (d: number, q: number, p: number): number => {
  if (d <= q + MARGE) return 0;
  return p - q <= MARGE ? 1 : borner((d - q) / (p - q));
};

const preferer = (d: number, fonction: FonctionDePreference): number => {
  if (d <= MARGE) return 0;
  switch (fonction.type) {
    case 'usual':
      return 1;
    case 'u':
      return d > fonction.q + MARGE ? 1 : 0;
    case 'v':
      return monter(d, 0, fonction.p);
    case 'level':
      if (d <= fonction.q + MARGE) return 0;
      return d <= fonction.p + MARGE ? 0.5 : 1;
    case 'linear':
      return monter(d, fonction.q, fonction.p);
    case 'gauss':
      return 1 - Math.exp(-(d * d) / (2 * fonction.s * fonction.s));
  }
};

/**
 * Flux PROMETHEE (Brans et Vincke, Management Science 31, 1985), divisés par n − 1 ; nuls pour une
 * option seule. La somme des flux nets est nulle.
 * @param poids normés
 */
export const calculerFlux = (
  matrice: readonly (readonly number[])[],
  poids: readonly number[],
  sens: readonly number[],
  fonctions: readonly FonctionDePreference[],
): FluxPromethee => {
  const preferences = matrice.map((a) =>
    matrice.map((b) =>
      fonctions.reduce((total, fonction, j) => {
        const avance = ((a[j] ?? 0) - (b[j] ?? 0)) * (sens[j] ?? 1);
        return total + (poids[j] ?? 0) * preferer(avance, fonction);
      }, 0),
    ),
  );
  const autres = Math.max(1, matrice.length - 1);
  const plus = preferences.map((ligne) => ligne.reduce((s, x) => s + x, 0) / autres);
  const moins = preferences.map(
    (_, i) => preferences.reduce((s, ligne) => s + (ligne[i] ?? 0), 0) / autres,
  );
  return { preferences, plus, moins, net: plus.map((p, i) => p - (moins[i] ?? 0)) };
};

/** Relation PROMETHEE I de a à b : préférée, dominée (P-), indifférente ou incomparable (R). */
export const comparerFlux = (flux: FluxPromethee, a: number, b: number): 'P' | 'P-' | 'I' | 'R' => {
  const sortant = (flux.plus[a] ?? 0) - (flux.plus[b] ?? 0);
  const entrant = (flux.moins[b] ?? 0) - (flux.moins[a] ?? 0);
  const signe = (x: number) => (Math.abs(x) <= 1e-9 ? 0 : Math.sign(x));
  const [s, e] = [signe(sortant), signe(entrant)];
  if (s === 0 && e === 0) return 'I';
  if (s >= 0 && e >= 0) return 'P';
  return s <= 0 && e <= 0 ? 'P-' : 'R';
};
