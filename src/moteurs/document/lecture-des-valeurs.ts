import { Decimal } from 'decimal.js';
import { lireJour } from '../calendrier/index.ts';
import { assainir } from './assainissement.ts';
import type { Champ } from './champs.ts';
import type { SorteDeNombre, Valeur } from './valeurs.ts';

/** Une valeur lue, ou ce qu’il faut corriger. */
export type Lecture = { readonly valeur: Valeur } | { readonly defaut: string };

const MONTANT = /^-?\d{1,15}(?:\.\d{1,2})?$/;
const NOMBRE = /^-?\d{1,15}(?:\.\d{1,8})?$/;
const LONGUEUR_MAXIMALE = 200_000;

const lireTexte = (brut: unknown): Lecture => {
  if (typeof brut === 'number' && Number.isFinite(brut))
    return { valeur: { nature: 'texte', texte: String(brut) } };
  if (typeof brut !== 'string') return { defaut: 'un texte est attendu' };
  if (brut.length > LONGUEUR_MAXIMALE)
    return { defaut: `le texte dépasse ${LONGUEUR_MAXIMALE} caractères` };
  return { valeur: { nature: 'texte', texte: assainir(brut) } };
};

/** Un montant : centimes (`bigint`), ou euros en chaîne décimale de deux décimales au plus. */
const lireMontant = (brut: unknown): Lecture => {
  if (typeof brut === 'bigint') return { valeur: { nature: 'montant', centimes: brut } };
  const texte = typeof brut === 'number' ? String(brut) : brut;
  if (typeof texte !== 'string' || !MONTANT.test(texte.trim()))
    return { defaut: 'un montant en euros est attendu, deux décimales au plus (« 1234.56 »)' };
  const centimes = BigInt(new Decimal(texte.trim()).times(100).toFixed(0));
  return { valeur: { nature: 'montant', centimes } };
};

const lireNombre = (brut: unknown, sorte: SorteDeNombre): Lecture => {
  const texte = typeof brut === 'number' ? String(brut) : brut;
  if (typeof texte !== 'string' || !NOMBRE.test(texte.trim()))
    return { defaut: 'un nombre est attendu (« 12.5 »)' };
  const nombre = new Decimal(texte.trim());
  if (sorte === 'entier' && !nombre.isInteger()) return { defaut: 'un nombre entier est attendu' };
  if (sorte === 'etp' && nombre.isNegative())
    return { defaut: 'un effectif en ETP n’est pas négatif' };
  return { valeur: { nature: 'nombre', nombre, sorte } };
};

const lireDate = (brut: unknown): Lecture => {
  const jour = typeof brut === 'string' ? lireJour(brut.trim()) : null;
  return jour === null
    ? { defaut: 'une date du calendrier est attendue (« 2027-01-31 »)' }
    : { valeur: { nature: 'date', jour } };
};

const lireChoix = (brut: unknown, champ: Champ): Lecture => {
  const choix = champ.choix?.find(({ code }) => code === brut);
  return choix === undefined
    ? { defaut: `choisir parmi : ${(champ.choix ?? []).map(({ code }) => code).join(', ')}` }
    : { valeur: { nature: 'choix', ...choix } };
};

const SVG_REFUSE =
  /<!|<\?(?!xml\s)|<\s*(?:script|foreignObject|iframe|image|use\s[^>]*href\s*=\s*["'][^#])|\son\w+\s*=|href\s*=\s*["'](?!#)|@import|url\(\s*["']?(?!#)/iu;

/** Une figure : SVG seul, sans programme, sans image ni adresse extérieures. */
const lireSvg = (brut: unknown): Lecture => {
  if (typeof brut !== 'string' || !/^\s*(?:<\?xml[^>]*\?>\s*)?<svg[\s>]/u.test(brut))
    return { defaut: 'une figure SVG est attendue' };
  if (SVG_REFUSE.test(brut))
    return { defaut: 'la figure SVG ne doit contenir ni programme ni contenu extérieur' };
  return { valeur: { nature: 'svg', svg: assainir(brut) } };
};

/** Lit une valeur simple (ni objet, ni liste). */
export const lireSimple = (brut: unknown, champ: Champ): Lecture => {
  switch (champ.type) {
    case 'texte':
    case 'texte-long':
      return lireTexte(brut);
    case 'montant':
      return lireMontant(brut);
    case 'nombre':
    case 'entier':
    case 'etp':
    case 'pourcentage':
      return lireNombre(brut, champ.type);
    case 'date':
      return lireDate(brut);
    case 'booleen':
      return typeof brut === 'boolean'
        ? { valeur: { nature: 'booleen', vrai: brut } }
        : { defaut: 'vrai ou faux est attendu' };
    case 'choix':
      return lireChoix(brut, champ);
    case 'svg':
      return lireSvg(brut);
    default:
      return { defaut: 'forme inattendue' };
  }
};
