/** Graduations rondes (1, 2, 2,5 ou 5 × 10ⁿ) de zéro jusqu’à couvrir le maximum. */
export const graduer = (maximum: number, voulues = 4): number[] => {
  if (!(maximum > 0)) return [0, 1];
  const brut = maximum / voulues;
  const puissance = 10 ** Math.floor(Math.log10(brut));
  const pas = ([1, 2, 2.5, 5].find((facteur) => facteur * puissance >= brut) ?? 10) * puissance;
  const nombre = Math.ceil(Number((maximum / pas).toFixed(9)));
  return Array.from({ length: nombre + 1 }, (_, rang) => Number((rang * pas).toPrecision(12)));
};
