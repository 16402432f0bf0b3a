import type { Cellule, Classeur, Feuille, FeuilleAEcrire } from '../../../moteurs/grille/index.ts';
import { ecrireTableur, type FormatDeTableur } from '../../../socle/tableurs/index.server.ts';

const FORMATS: Readonly<Record<Classeur['type'], FormatDeTableur>> = {
  xlsx: 'xlsx',
  xls: 'xlsx',
  ods: 'ods',
  csv: 'csv',
  tsv: 'csv',
  html: 'xlsx',
};

const valeurDe = (cellule: Cellule | null): string | number => {
  if (cellule === null) return '';
  return cellule.type === 'nombre' && typeof cellule.valeur === 'number'
    ? cellule.valeur
    : cellule.texte;
};

/** Les rangées à leur place : une rangée absente de la lecture était vide, elle le reste. */
const feuilleDe = ({ nom, rangees }: Feuille): FeuilleAEcrire => {
  const parNumero = new Map(rangees.map(({ numero, cellules }) => [numero, cellules]));
  const derniere = Math.max(1, ...parNumero.keys());
  const largeur = Math.max(1, ...rangees.map(({ cellules }) => cellules.length));
  return {
    nom,
    colonnes: Array.from({ length: largeur }, () => ({
      largeur: 16,
      format: 'texte',
      saisissable: true,
    })),
    rangees: Array.from({ length: derniere }, (_, rang) => ({
      style: 'texte',
      cellules: (parNumero.get(rang + 1) ?? []).map(valeurDe),
    })),
    figees: 0,
    protegee: false,
    derniereSaisie: 0,
  };
};

/** Le fichier gardé à la place de l’original : mêmes feuilles, mêmes adresses, sans le nominatif. */
export const composerCopie = async (
  classeur: Classeur,
  nom: string,
): Promise<{ readonly nom: string; readonly octets: Uint8Array }> => {
  const format = FORMATS[classeur.type];
  const feuilles = classeur.feuilles.map(feuilleDe);
  return {
    nom: `${nom.replace(/\.[^.]+$/, '')} (copie expurgée).${format}`,
    octets: await ecrireTableur({ titre: nom, feuilles }, format),
  };
};
