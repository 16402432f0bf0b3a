import type { Comptes } from './comptes.ts';

/** Ce qu’un compte de rangs dit de chaque option. */
export interface PartsObservees {
  /** `acceptabilite[i][r]` : part des poids admis où l’option i est au rang r + 1. */
  readonly acceptabilite: readonly (readonly number[])[];
  /** Moyenne des poids qui placent l’option en tête ; null si elle n’y est jamais. */
  readonly poidsCentraux: readonly (readonly number[] | null)[];
  /** `victoires[i][k]` : part des poids admis où i est strictement devant k (0 sur la diagonale). */
  readonly victoires: readonly (readonly number[])[];
}

/** Parts observées au fil des comptes : acceptabilités, poids centraux et victoires. */
export const rendreLesParts = (comptes: Comptes): PartsObservees => {
  const { options: m, criteres: n, total } = comptes;
  const part = (compte: number | undefined) => (compte ?? 0) / total;
  const lignes = Array.from({ length: m }, (_, i) => i);
  return {
    acceptabilite: lignes.map((i) => lignes.map((r) => part(comptes.rangs[i * m + r]))),
    poidsCentraux: lignes.map((i) => {
      const premier = comptes.rangs[i * m] ?? 0;
      if (premier === 0) return null;
      return Array.from({ length: n }, (_, j) => (comptes.sommes[i * n + j] ?? 0) / premier);
    }),
    victoires: lignes.map((i) => lignes.map((k) => part(comptes.victoires[i * m + k]))),
  };
};
