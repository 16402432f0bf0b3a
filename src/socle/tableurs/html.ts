import type { Cellule, Feuille, Fusion, Rangee } from '../../moteurs/grille/index.ts';
import { celluleDeTexte } from './csv.ts';
import { celluleDeNombre, interpreterFormat } from './formats.ts';

const ENTITES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  icirc: 'î',
  iuml: 'ï',
  ocirc: 'ô',
  ucirc: 'û',
  ugrave: 'ù',
  euml: 'ë',
  Eacute: 'É',
  Egrave: 'È',
  Agrave: 'À',
  Ccedil: 'Ç',
  oelig: 'œ',
  OElig: 'Œ',
  euro: '€',
  deg: '°',
  rsquo: '’',
  lsquo: '‘',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  sup2: '²',
  hellip: '…',
};

const decoderEntites = (texte: string): string =>
  texte.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (tout, nom: string) => {
    if (!nom.startsWith('#')) return ENTITES[nom] ?? ENTITES[nom.toLowerCase()] ?? tout;
    const code =
      nom[1]?.toLowerCase() === 'x' ? Number.parseInt(nom.slice(2), 16) : Number(nom.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : tout;
  });

const etendue = (attributs: string, nom: string): number => {
  const trouve = new RegExp(`\\b${nom}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributs)?.[1];
  return Math.min(Math.max(1, Number(trouve ?? 1)), 1000);
};

const nettoyer = (html: string): string =>
  decoderEntites(
    html
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/[ \t\r\n]+/g, ' '),
  ).replace(/^ | $/g, '');

/** Un tableur qui exporte en HTML garde le nombre exact à côté du texte affiché (`sdval`, `x:num`). */
const celluleTypee = (attributs: string): Cellule | null => {
  const brut = /\b(?:sdval|x:num)\s*=\s*["']?(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)["'\s]/i.exec(
    attributs,
  )?.[1];
  if (brut === undefined) return null;
  const code = /\bsdnum\s*=\s*["'][^"';]*;[^"';]*;([^"']*)/i.exec(attributs)?.[1] ?? '';
  return celluleDeNombre(Number(brut), interpreterFormat(0, decoderEntites(code)));
};

interface Grille {
  readonly rangees: Rangee[];
  readonly fusions: Fusion[];
  readonly occupees: Map<number, number>;
}

const poserRangee = (html: string, grille: Grille): void => {
  const numero = grille.rangees.length + 1;
  const cellules: (Cellule | null)[] = [];
  let colonne = 0;
  for (const [, attributs = '', contenu = ''] of html.matchAll(
    /<t[dh]\b([^>]*)>([\s\S]*?)(?=<\/t[dh]\s*>|<t[dh]\b|<\/tr|$)/gi,
  )) {
    while ((grille.occupees.get(colonne) ?? 0) >= numero) {
      cellules[colonne] = null;
      colonne += 1;
    }
    const large = etendue(attributs, 'colspan');
    const haut = etendue(attributs, 'rowspan');
    cellules[colonne] = celluleTypee(attributs) ?? celluleDeTexte(nettoyer(contenu));
    for (let c = colonne; c < colonne + large; c += 1) {
      if (c > colonne) cellules[c] = null;
      if (haut > 1) grille.occupees.set(c, numero + haut - 1);
    }
    if (large > 1 || haut > 1)
      grille.fusions.push({
        premiereRangee: numero,
        derniereRangee: numero + haut - 1,
        premiereColonne: colonne,
        derniereColonne: colonne + large - 1,
      });
    colonne += large;
    if (colonne > 2000) break;
  }
  grille.rangees.push({ numero, cellules: Array.from(cellules, (c) => c ?? null) });
};

/** Vrai pour une page HTML qui contient un tableau (« export Excel » de bien des logiciels). */
export const estPageHtml = (texte: string): boolean =>
  /^\s*(?:<!doctype html|<html|<table|<meta|<head|<\?xml[^>]*\?>\s*<html)/i.test(
    texte.slice(0, 2000),
  ) && /<table\b/i.test(texte);

/** Lit les tableaux d’une page HTML : une feuille par tableau. */
export const lireHtml = (texte: string): Feuille[] => {
  const net = texte
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(comment|script|style)\b[\s\S]*?<\/\1>/gi, '');
  const tableaux = net
    .split(/<table\b[^>]*>/i)
    .slice(1)
    .map((t) => t.split(/<\/table\s*>/i)[0] ?? '');
  return tableaux.map((tableau, i) => {
    const grille: Grille = { rangees: [], fusions: [], occupees: new Map() };
    for (const rangee of tableau.split(/<tr\b[^>]*>/i).slice(1))
      poserRangee(rangee.split(/<\/tr\s*>/i)[0] ?? '', grille);
    return {
      nom: tableaux.length > 1 ? `Tableau ${i + 1}` : 'Tableau',
      rangees: grille.rangees,
      fusions: grille.fusions,
      colonnesMasquees: new Set<number>(),
      masquee: false,
    };
  });
};
