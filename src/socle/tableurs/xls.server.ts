import type { utils as Outils, WorkSheet } from '@e965/xlsx';
import type { Cellule, Feuille, Rangee } from '../../moteurs/grille/index.ts';
import { accepter, type Resultat } from '../../moteurs/resultat/index.ts';
import { celluleDeNombre, interpreterFormat } from './formats.ts';
import { type RefusDeFichier, refuserDepot } from './refus.ts';

type Utilitaires = typeof Outils;

/** La part de SheetJS dont on se sert. */
interface CelluleSheetJs {
  readonly t: string;
  readonly v?: string | number | boolean | Date;
  readonly w?: string;
  readonly z?: string | number;
  readonly f?: string;
}

const composer = (c: CelluleSheetJs | undefined, decalage: number): Cellule | null => {
  if (!c || c.v === undefined || c.t === 'z') return null;
  const cellule = selonType(c, decalage);
  return cellule && c.f !== undefined ? { ...cellule, formule: c.f } : cellule;
};

const selonType = (c: CelluleSheetJs, decalage: number): Cellule | null => {
  if (c.t === 'n') {
    const format = interpreterFormat(-1, typeof c.z === 'string' ? c.z : '');
    return celluleDeNombre(Number(c.v) + (format === 'date' ? decalage : 0), format);
  }
  if (c.t === 'b')
    return { type: 'booleen', valeur: c.v === true, texte: c.v === true ? 'VRAI' : 'FAUX' };
  if (c.t === 'e') return { type: 'erreur', valeur: c.w ?? '#REF!', texte: c.w ?? '#REF!' };
  const texte = String(c.v);
  return texte === '' ? null : { type: 'texte', valeur: texte, texte };
};

type Lu = Resultat<
  { readonly feuilles: readonly Feuille[]; readonly base1904: boolean },
  RefusDeFichier
>;

const LARGEUR_MAXIMALE = 2000;

const lireFeuille = (
  feuille: WorkSheet,
  utils: Utilitaires,
  decalage: number,
): Pick<Feuille, 'rangees' | 'fusions' | 'colonnesMasquees'> => {
  const { s, e } = utils.decode_range(feuille['!ref'] ?? 'A1');
  const rangees: Rangee[] = [];
  for (let r = 0; r <= e.r; r += 1) {
    const cellules: (Cellule | null)[] = [];
    for (let c = 0; c <= Math.min(e.c, LARGEUR_MAXIMALE); c += 1)
      cellules.push(
        r < s.r
          ? null
          : composer(feuille[utils.encode_cell({ r, c })] as CelluleSheetJs | undefined, decalage),
      );
    const masquee = feuille['!rows']?.[r]?.hidden === true;
    rangees.push(masquee ? { numero: r + 1, cellules, masquee } : { numero: r + 1, cellules });
  }
  const fusions = (feuille['!merges'] ?? []).map((f) => ({
    premiereRangee: f.s.r + 1,
    derniereRangee: f.e.r + 1,
    premiereColonne: f.s.c,
    derniereColonne: f.e.c,
  }));
  const colonnesMasquees = new Set(
    (feuille['!cols'] ?? []).flatMap((colonne, rang) => (colonne?.hidden === true ? [rang] : [])),
  );
  return { rangees, fusions, colonnesMasquees };
};

/** Lit un vieux classeur XLS (BIFF), XLSB ou XML 2003, avec la bibliothèque chargée à la demande. */
export const lireXls = async (octets: Uint8Array): Promise<Lu> => {
  const { read, utils } = await import('@e965/xlsx');
  const classeur = read(octets, {
    type: 'array',
    cellNF: true,
    cellStyles: true,
    cellHTML: false,
    sheetRows: 200_000,
  });
  const base1904 = classeur.Workbook?.WBProps?.date1904 === true;
  const feuilles = classeur.SheetNames.flatMap((nom, i): Feuille[] => {
    const feuille = classeur.Sheets[nom];
    if (feuille?.['!ref'] === undefined) return [];
    return [
      {
        nom,
        ...lireFeuille(feuille, utils, base1904 ? 1462 : 0),
        masquee: (classeur.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0,
      },
    ];
  });
  return feuilles.length === 0 ? refuserDepot('fichier-abime') : accepter({ feuilles, base1904 });
};
