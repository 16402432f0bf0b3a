const MARGE = 1e-12;

/** Classes d’une option, 1 = la moins bonne ; un écart dit un dossier contrasté. */
export interface Affectation {
  readonly pessimiste: number;
  readonly optimiste: number;
}

/**
 * Affectation ELECTRE TRI-B (Mousseau, Slowinski et Zielniewicz, 1999).
 * Pessimiste : plus haut profil surclassé par l’option, à λ près. Optimiste : plus bas profil qui
 * surclasse l’option sans être surclassé par elle.
 * @param surProfils crédibilité de « l’option surclasse le profil k », du pire au meilleur profil
 * @param parProfils crédibilité de « le profil k surclasse l’option »
 */
export const affecter = (
  surProfils: ArrayLike<number>,
  parProfils: ArrayLike<number>,
  lambda: number,
): Affectation => {
  const profils = surProfils.length;
  const seuil = lambda - MARGE;
  let pessimiste = 1;
  for (let k = 0; k < profils; k += 1) {
    if ((surProfils[k] ?? 0) >= seuil) pessimiste = k + 2;
  }
  let optimiste = profils + 1;
  for (let k = profils - 1; k >= 0; k -= 1) {
    if ((parProfils[k] ?? 0) >= seuil && (surProfils[k] ?? 0) < seuil) optimiste = k + 1;
  }
  return { pessimiste, optimiste };
};
