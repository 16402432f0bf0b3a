/**
 * Répartition exacte aux plus forts restes. Σ parts = total, toujours ; une clé nulle ne reçoit
 * rien ; un total négatif est réparti en valeur absolue (un avoir annule exactement sa facture).
 * @param total entier (centimes, sièges)
 * @param cles entiers positifs ou nuls, dont un au moins positif
 * @param priorites indices servis les premiers à égalité de restes ; ordre de la liste ensuite
 */
export const repartirAuxPlusFortsRestes = (
  total: bigint,
  cles: readonly bigint[],
  priorites: readonly number[] = [],
): readonly bigint[] => {
  const signe = total < 0n ? -1n : 1n;
  const montant = total * signe;
  const somme = cles.reduce((s, cle) => s + cle, 0n);
  const parts = cles.map((cle) => (montant * cle) / somme);
  const reste = Number(montant - parts.reduce((s, part) => s + part, 0n));
  const placeDe = new Map(priorites.map((indice, place) => [indice, place]));
  const place = (i: number) => placeDe.get(i) ?? priorites.length + i;
  const servis = cles
    .map((cle, i) => ({ i, restant: (montant * cle) % somme }))
    .sort((a, b) => {
      if (a.restant !== b.restant) return a.restant > b.restant ? -1 : 1;
      return place(a.i) - place(b.i);
    })
    .slice(0, reste);
  const unites = new Set(servis.map(({ i }) => i));
  return parts.map((part, i) => signe * (unites.has(i) ? part + 1n : part));
};

/**
 * Arrondi cumulé d’un échéancier : part_k = arrondi(total × K_k / K) − Σ parts précédentes, l’arrondi
 * allant à l’unité la plus proche et la demie vers le haut. Le cumul est juste à une demi-unité à
 * toute date ; un total négatif est traité en valeur absolue.
 */
export const repartirEnCumule = (total: bigint, cles: readonly bigint[]): readonly bigint[] => {
  const signe = total < 0n ? -1n : 1n;
  const montant = total * signe;
  const somme = cles.reduce((s, cle) => s + cle, 0n);
  let cumulDesCles = 0n;
  let verse = 0n;
  return cles.map((cle) => {
    cumulDesCles += cle;
    const cumul = (2n * montant * cumulDesCles + somme) / (2n * somme);
    const part = cumul - verse;
    verse = cumul;
    return signe * part;
  });
};
