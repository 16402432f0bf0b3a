import type { Cellule } from '../../moteurs/grille/index.ts';

export type FormatDeNombre = 'pourcentage' | 'monnaie' | 'duree' | 'date' | null;

const DATES_INTEGREES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);
const DUREES_INTEGREES = new Set([45, 46, 47]);

/** Ce qu’un format de nombre de tableur veut dire (numéros intégrés puis motif). */
export const interpreterFormat = (numero: number, motif: string | undefined): FormatDeNombre => {
  if (motif === undefined) {
    if (numero === 9 || numero === 10) return 'pourcentage';
    if (DUREES_INTEGREES.has(numero)) return 'duree';
    return DATES_INTEGREES.has(numero) ? 'date' : null;
  }
  const net = motif.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*./gi, '');
  if (/\[h+\]|\[m+\]/i.test(net)) return 'duree';
  if (net.includes('%')) return 'pourcentage';
  if (/[€$]/.test(motif)) return 'monnaie';
  return /[dyj]|(?:^|[^a-z])m{1,4}(?:[^a-z]|$)|a{2,4}/i.test(net.replace(/general|standard/gi, ''))
    ? 'date'
    : null;
};

const deux = (n: number): string => String(n).padStart(2, '0');

/** Cellule de date depuis un numéro de série (système 1900), null hors des dates plausibles. */
export const celluleDeSerie = (serie: number): Cellule | null => {
  if (serie < 1 || serie > 2_958_465) return null;
  const corrigee = serie < 60 ? serie + 1 : serie;
  const date = new Date(Math.round((corrigee - 25_569) * 1440) * 60_000);
  const jour = `${String(date.getUTCFullYear()).padStart(4, '0')}-${deux(date.getUTCMonth() + 1)}-${deux(date.getUTCDate())}`;
  const minutes = date.getUTCHours() * 60 + date.getUTCMinutes();
  const valeur =
    minutes === 0 ? jour : `${jour}T${deux(date.getUTCHours())}:${deux(date.getUTCMinutes())}`;
  return { type: 'date', valeur, texte: valeur, serie };
};

/** Cellule de nombre, selon son format. */
export const celluleDeNombre = (nombre: number, format: FormatDeNombre): Cellule => {
  if (format === 'date') {
    const date = celluleDeSerie(nombre);
    if (date) return date;
  }
  const texte = String(Number(nombre.toPrecision(15)));
  const base = { type: 'nombre', valeur: nombre, texte } as const;
  return format === null || format === 'date' ? base : { ...base, format };
};

/** Rang de colonne (à partir de 0) et rangée d’une référence A1. */
export const lireReference = (
  reference: string,
): { readonly colonne: number; readonly rangee: number } | null => {
  const trouve = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!trouve) return null;
  let colonne = 0;
  for (const lettre of trouve[1] ?? '') colonne = colonne * 26 + lettre.charCodeAt(0) - 64;
  return { colonne: colonne - 1, rangee: Number(trouve[2]) };
};
