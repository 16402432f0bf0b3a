import type { Cellule, Feuille } from '../../moteurs/grille/index.ts';

/** Caractères de commande (tabulation et fins de ligne exceptées) et caractères interdits en XML. */
const INVISIBLES = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** Un texte que la base et un tableur admettent : sans caractère de commande, ni moitié de caractère. */
export const sansInvisibles = (texte: string): string =>
  texte.toWellFormed().replaceAll(INVISIBLES, '');

const porteInvisibles = (texte: string): boolean =>
  texte.search(INVISIBLES) >= 0 || !texte.isWellFormed();

const nettoyerCellule = (cellule: Cellule | null): Cellule | null => {
  if (cellule === null || !porteInvisibles(cellule.texte)) return cellule;
  const texte = sansInvisibles(cellule.texte);
  return {
    ...cellule,
    texte,
    valeur: typeof cellule.valeur === 'string' ? sansInvisibles(cellule.valeur) : cellule.valeur,
  };
};

/** La feuille sans les caractères invisibles qu’un collage ou un export y a laissés. */
export const nettoyerFeuille = (feuille: Feuille): Feuille => ({
  ...feuille,
  nom: sansInvisibles(feuille.nom),
  rangees: feuille.rangees.map((rangee) =>
    rangee.cellules.some((cellule) => cellule !== null && porteInvisibles(cellule.texte))
      ? { ...rangee, cellules: rangee.cellules.map(nettoyerCellule) }
      : rangee,
  ),
});
