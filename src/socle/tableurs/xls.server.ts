import type { Cellule, Feuille, Rangee } from '../../moteurs/grille/index.ts';
import { accepter, type Resultat } from '../../moteurs/resultat/index.ts';
import { celluleDeNombre, interpreterFormat } from './formats.ts';
import { type RefusDeFichier, refuserDepot } from './refus.ts';

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
  if (c.t === 'b') return { type: 'booleen', valeur: c.v === true, texte: c.v === true ? 'VRAI' : 'FAUX' };
  if (c.t === 'e') return { type: 'erreur', valeur: c.w ?? '#REF!', texte: c.w ?? '#REF!' };
  const texte = String(c.v);
  return texte === '' ? null : { type: 'texte', valeur: texte, texte };
};

/** Lit un vieux classeur XLS (BIFF), XLSB ou XML 2003, avec la bibliothèque chargée à la demande. */
export const lireXls = async (octets: Uint8Array): Promise<Resultat<{ readonly feuilles: readonly Feuille[]; readonly base1904: boolean }, RefusDeFichier>> => {
  const { read, utils } = await import('@e965/xlsx');
  const classeur = read(octets, { type: 'array', cellNF: true, cellStyles: true, cellHTML: false, sheetRows: 200_000 });
  const base1904 = classeur.Workbook?.WBProps?.date1904 === true;
  const feuilles = classeur.SheetNames.flatMap((nom, i): Feuille[] => {
    const feuille = classeur.Sheets[nom];
    const etendue = feuille?.['!ref'];
    if (!feuille || etendue === undefined) return [];
    const { s, e } = utils.decode_range(etendue);
    const rangees: Rangee[] = [];
    for (let r = 0; r <= e.r; r += 1) {
      const cellules: (Cellule | null)[] = [];
      for (let c = 0; c <= Math.min(e.c, 2000); c += 1) cellules.push(r < s.r ? null : composer(feuille[utils.encode_cell({ r, c })] as CelluleSheetJs | undefined, base1904 ? 1462 : 0));
      rangees.push(feuille['!rows']?.[r]?.hidden === true ? { numero: r + 1, cellules, masquee: true } : { numero: r + 1, cellules });
    }
    const fusions = (feuille['!merges'] ?? []).map((f) => ({ premiereRangee: f.s.r + 1, derniereRangee: f.e.r + 1, premiereColonne: f.s.c, derniereColonne: f.e.c }));
    const masquees = new Set((feuille['!cols'] ?? []).flatMap((colonne, rang) => (colonne?.hidden === true ? [rang] : [])));
    return [{ nom, rangees, fusions, colonnesMasquees: masquees, masquee: (classeur.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0 }];
  });
  return feuilles.length === 0 ? refuserDepot('fichier-abime') : accepter({ feuilles, base1904 });
};
