/** Une étiquette à poser sur une carte, centrée en (x, y) ; la plus lourde passe d’abord. */
export interface Etiquette {
  cle: string;
  texte: string;
  x: number;
  y: number;
  poids: number;
}

const LARGEUR_LETTRE = 6.4;
const HAUTEUR = 14;

/**
 * Garde les étiquettes qui ne se recouvrent pas, en commençant par les plus lourdes, et les ramène
 * dans la largeur de la carte. Celles qui manquent se lisent dans la liste équivalente.
 */
export const placerEtiquettes = (
  etiquettes: readonly Etiquette[],
  largeurCarte: number,
): Etiquette[] => {
  const posees: { etiquette: Etiquette; demi: number }[] = [];
  for (const etiquette of etiquettes.toSorted((a, b) => b.poids - a.poids)) {
    const demi = (etiquette.texte.length * LARGEUR_LETTRE) / 2;
    const x = Math.max(demi, Math.min(largeurCarte - demi, etiquette.x));
    const gene = posees.some(
      ({ etiquette: posee, demi: autre }) =>
        Math.abs(posee.x - x) < autre + demi + 2 && Math.abs(posee.y - etiquette.y) < HAUTEUR,
    );
    if (!gene) posees.push({ etiquette: { ...etiquette, x }, demi });
  }
  return posees.map(({ etiquette }) => etiquette);
};
