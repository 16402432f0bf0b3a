/**
 * Les parts qui satisfont des égalités : x = origine + directions · t. `directions[i]` est la ligne
 * du joueur i, de longueur `dimension`.
 */
export interface EspaceDesParts {
  readonly dimension: number;
  readonly origine: readonly number[];
  readonly directions: readonly (readonly number[])[];
}

/** Une égalité : somme des parts d’une coalition = montant. */
export interface Egalite {
  readonly masque: number;
  readonly montant: number;
}

const NUL = 1e-9;

const reduireSur = (lignes: number[][], pivot: readonly number[], colonne: number): void => {
  for (const ligne of lignes) {
    const facteur = ligne[colonne] ?? 0;
    if (ligne === pivot || facteur === 0) continue;
    pivot.forEach((x, j) => {
      ligne[j] = (ligne[j] ?? 0) - facteur * x;
    });
  }
};

/** Résout les égalités par élimination de Gauss et Jordan (les lignes dépendantes sont ignorées). */
export const resoudreEgalites = (n: number, egalites: readonly Egalite[]): EspaceDesParts => {
  const lignes = egalites.map(({ masque, montant }) => [
    ...Array.from({ length: n }, (_, i) => (masque >> i) & 1),
    montant,
  ]);
  const pivots = new Map<number, readonly number[]>();
  for (let colonne = 0; colonne < n; colonne += 1) {
    const libres = lignes.filter((ligne) => ![...pivots.values()].includes(ligne));
    const choisie = libres.reduce<number[] | null>(
      (max, ligne) =>
        Math.abs(ligne[colonne] ?? 0) > Math.abs(max?.[colonne] ?? NUL) ? ligne : max,
      null,
    );
    if (choisie === null) continue;
    const diviseur = choisie[colonne] ?? 1;
    choisie.forEach((x, j) => {
      choisie[j] = x / diviseur;
    });
    reduireSur(lignes, choisie, colonne);
    pivots.set(colonne, choisie);
  }
  const libres = Array.from({ length: n }, (_, i) => i).filter((i) => !pivots.has(i));
  return {
    dimension: libres.length,
    origine: Array.from({ length: n }, (_, i) => pivots.get(i)?.[n] ?? 0),
    directions: Array.from({ length: n }, (_, i) => {
      const pivot = pivots.get(i);
      return libres.map((f) => (pivot === undefined ? (f === i ? 1 : 0) : -(pivot[f] ?? 0)));
    }),
  };
};
