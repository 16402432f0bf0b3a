import type { Centimes } from '../montants/centimes.ts';

/** Ce que reçoit un membre, et son rang de service (null : clé nulle, jamais servie). */
export interface PartServie {
  readonly centimes: Centimes;
  readonly rang: number | null;
}

const absolu = (n: bigint): bigint => (n < 0n ? -n : n);
const comparerEntiers = (a: bigint, b: bigint): number => (a < b ? -1 : Number(a > b));

/** Ordre des identifiants, caractère par caractère (« 10 » avant « 9 »). */
export const comparerIdentifiants = (a: string, b: string): number => {
  if (a === b) return 0;
  const lettresA = Array.from(a);
  const lettresB = Array.from(b);
  for (const [rang, lettre] of lettresA.entries()) {
    const autre = lettresB[rang];
    if (autre === undefined) return 1;
    if (lettre !== autre) return (lettre.codePointAt(0) ?? 0) - (autre.codePointAt(0) ?? 0);
  }
  return -1;
};

/**
 * Répartit `total` (centimes) selon des clés entières ≥ 0 dont une au moins est positive, aux plus
 * forts restes (Hamilton) sur le `pas`. Départage : reste, clé, identifiant croissant. Un total négatif
 * se répartit en valeur absolue. Si le total n’est pas un nombre entier de pas, le reliquat va au
 * membre suivant : la somme des parts est toujours le total.
 */
export const servirPlusFortsRestes = (
  total: Centimes,
  membres: readonly { readonly id: string; readonly cle: bigint }[],
  pas: Centimes = 1n,
): readonly PartServie[] => {
  const montant = absolu(total);
  const signe = total < 0n ? -1n : 1n;
  const somme = membres.reduce((cumul, { cle }) => cumul + cle, 0n);
  const diviseur = somme * pas;
  const lignes = membres.map(({ id, cle }, place) => {
    const produit = montant * cle;
    return { id, cle, place, base: (produit / diviseur) * pas, reste: produit % diviseur };
  });
  let manquant = lignes.reduce((cumul, { base }) => cumul - base, montant);
  const parts: PartServie[] = lignes.map(({ base }) => ({ centimes: signe * base, rang: null }));
  const ordre = lignes
    .filter(({ cle }) => cle > 0n)
    .sort(
      (a, b) =>
        comparerEntiers(b.reste, a.reste) ||
        comparerEntiers(b.cle, a.cle) ||
        comparerIdentifiants(a.id, b.id),
    );
  for (const [rang, { place, base }] of ordre.entries()) {
    const servi = manquant < pas ? manquant : pas;
    manquant -= servi;
    parts[place] = { centimes: signe * (base + servi), rang: rang + 1 };
  }
  return parts;
};
