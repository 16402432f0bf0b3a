import { type BlocTableau, texteNu } from '../../moteurs/document/index.ts';

const PLANCHER = 6;
const PLAFOND = 42;
/** Une cellule plus courte ne se coupe pas. */
const TIENT_SUR_UNE_LIGNE = 14;

/** Place que réclame une colonne : son mot le plus long, et sa cellule la plus longue, bornée. */
const reclamer = (textes: readonly string[], numerique: boolean): number => {
  const mot = Math.max(...textes.flatMap((texte) => texte.split(/[\s-]+/u).map((m) => m.length)));
  const cellule = Math.max(...textes.map((texte) => texte.length));
  const voulu = numerique
    ? Math.max(cellule, mot) + 2
    : Math.max(
        mot + 1,
        Math.min(cellule, TIENT_SUR_UNE_LIGNE) + 1,
        Math.min(cellule, PLAFOND) * 0.75,
      );
  return Math.min(PLAFOND, Math.max(PLANCHER, voulu));
};

/** Largeurs relatives des colonnes, de somme 1 : les mêmes dans tous les formats. */
export const mesurerColonnes = ({ colonnes, lignes, totaux }: BlocTableau): readonly number[] => {
  const places = colonnes.map(({ entete, alignement }, rang) => {
    const corps = [...lignes, ...totaux].map((ligne) => texteNu(ligne[rang] ?? []));
    const numerique = alignement === 'fin';
    const titre = texteNu(entete)
      .split(/[\s-]+/u)
      // Un en-tête est gras : il tient plus de place.
      .map((mot) => `${mot}mmm`);
    return reclamer([...corps, ...titre], numerique);
  });
  const total = places.reduce((somme, place) => somme + place, 0);
  return places.map((place) => place / total);
};
