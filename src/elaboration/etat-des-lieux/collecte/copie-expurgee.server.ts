import type { Cellule, Classeur, Feuille } from '../../../moteurs/grille/index.ts';
import {
  ecrireTableaux,
  type FormatDeTableau,
  type ValeurDeCellule,
} from '../../../socle/tableurs/index.server.ts';

const FORMATS: Readonly<Record<Classeur['type'], FormatDeTableau>> = {
  xlsx: 'xlsx',
  xls: 'xlsx',
  ods: 'ods',
  csv: 'csv',
  tsv: 'csv',
  html: 'xlsx',
};

const valeurDe = (cellule: Cellule | null): ValeurDeCellule => {
  if (cellule === null) return null;
  return cellule.type === 'nombre' && typeof cellule.valeur === 'number'
    ? cellule.valeur
    : cellule.texte;
};

/** Les rangées à leur place : une rangée absente de la lecture était vide, elle le reste. */
const rangeesDe = ({ rangees }: Feuille): ValeurDeCellule[][] => {
  const parNumero = new Map(rangees.map(({ numero, cellules }) => [numero, cellules]));
  const derniere = Math.max(0, ...parNumero.keys());
  return Array.from({ length: derniere }, (_, rang) =>
    (parNumero.get(rang + 1) ?? []).map(valeurDe),
  );
};

/** Le fichier gardé à la place de l’original : mêmes feuilles, mêmes adresses, sans le nominatif. */
export const composerCopie = async (
  classeur: Classeur,
  nom: string,
): Promise<{ readonly nom: string; readonly octets: Uint8Array }> => {
  const format = FORMATS[classeur.type];
  const octets = await ecrireTableaux(
    classeur.feuilles.map((feuille) => ({
      nom: feuille.nom,
      rangees: rangeesDe(feuille),
      figees: 0,
    })),
    format,
  );
  return { nom: `${nom.replace(/\.[^.]+$/, '')} (copie expurgée).${format}`, octets };
};
