import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import {
  type ClasseurAEcrire,
  type ColonneAEcrire,
  type FeuilleAEcrire,
  lettreDeColonne,
  type StyleDeCellule,
} from '../../moteurs/grille/index.ts';
import { COULEURS, MOTIFS } from './styles.ts';

const fond = (rgb: string): CellStyle['fill'] & object => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
});

const STYLES: Readonly<Record<StyleDeCellule, CellStyle>> = {
  entete: {
    font: { bold: true, color: { rgb: COULEURS.blanc } },
    fill: fond(COULEURS.entete),
    alignment: { wrapText: true, vertical: 'center' },
    protection: { locked: true },
  },
  titre: {
    font: { bold: true, size: 15, color: { rgb: COULEURS.entete } },
    protection: { locked: true },
  },
  texte: {},
  fige: { protection: { locked: true } },
  aide: { alignment: { vertical: 'top' }, protection: { locked: true } },
};

const styleDeColonne = (colonne: ColonneAEcrire, protegee: boolean): CellStyle => ({
  numFmt: MOTIFS[colonne.format],
  ...(protegee && !colonne.saisissable ? { fill: fond(COULEURS.fige) } : {}),
  protection: { locked: protegee && !colonne.saisissable },
});

const valeur = (brute: string | number, colonne: ColonneAEcrire | undefined): CellValue => {
  if (brute === '') return null;
  const date = colonne?.format === 'date' || colonne?.format === 'date-heure';
  return date && typeof brute === 'string' && /^\d{4}-\d{2}-\d{2}/.test(brute)
    ? new Date(brute.length > 10 ? `${brute}:00Z` : `${brute}T00:00:00Z`)
    : brute;
};

const ecrireFeuille = (feuille: FeuilleAEcrire): WriteSheet => {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [r, rangee] of feuille.rangees.entries())
    for (const [c, brute] of rangee.cellules.entries()) {
      const colonne = feuille.colonnes[c];
      const style =
        rangee.style === 'texte' && colonne
          ? styleDeColonne(colonne, feuille.protegee)
          : STYLES[rangee.style];
      cells.set(`${r},${c}`, { value: valeur(brute, colonne), style });
    }
  const dataValidations = feuille.colonnes.flatMap((colonne, c) => {
    const { liste } = colonne;
    if (!liste) return [];
    const lettre = lettreDeColonne(liste.colonne);
    const ici = lettreDeColonne(c);
    return [
      {
        type: 'list' as const,
        formula1: `${liste.feuille}!$${lettre}$${liste.premiere}:$${lettre}$${liste.derniere}`,
        range: `${ici}2:${ici}${feuille.derniereSaisie}`,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning' as const,
        errorTitle: 'Valeur hors liste',
        errorMessage: 'Choisissez une valeur de la liste (feuille « Listes »).',
        ...(colonne.aide === undefined
          ? {}
          : { showInputMessage: true, inputMessage: colonne.aide.slice(0, 250) }),
      },
    ];
  });
  return {
    name: feuille.nom,
    columns: feuille.colonnes.map((colonne) => ({
      width: colonne.largeur,
      ...(colonne.masquee ? { hidden: true } : {}),
    })),
    rows: feuille.rangees.map((rangee) =>
      rangee.cellules.map((brute, c) => valeur(brute, feuille.colonnes[c])),
    ),
    cells,
    dataValidations,
    ...(feuille.figees > 0 ? { freezePane: { rows: feuille.figees } } : {}),
    ...(feuille.protegee
      ? {
          protection: {
            sheet: true,
            insertRows: true,
            deleteRows: true,
            formatColumns: true,
            formatRows: true,
            sort: true,
            autoFilter: true,
            selectLockedCells: true,
            selectUnlockedCells: true,
          },
        }
      : {}),
  };
};

/** Écrit un classeur XLSX : listes de choix, cellules protégées, en-tête figé. */
export const ecrireXlsx = async (classeur: ClasseurAEcrire): Promise<Uint8Array> => {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({
    sheets: classeur.feuilles.map(ecrireFeuille),
    properties: { title: classeur.titre },
  });
};
