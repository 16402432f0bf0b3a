import type { Cellule } from './classeur.ts';
import { redresser, resserrer, simplifier } from './texte.ts';

/** Ce qu’on a compris d’un nombre écrit à la main. */
export interface NombreLu {
  readonly nombre: number;
  /** Unité écrite après le nombre, simplifiée (« km », « ttc », « k€ »). */
  readonly unite: string;
  readonly pourcentage: boolean;
  readonly approche: boolean;
  readonly parentheses: boolean;
  readonly virgule: boolean;
  readonly point: boolean;
  readonly espaces: boolean;
  /** Points ou virgules de milliers (« 12.345,67 »). */
  readonly milliersPonctues: boolean;
}

const APPROCHES =
  /^(?:env(?:iron)?\.?|approx(?:imativement)?\.?|~|≈|±|pres de|autour de|vers|quelque|a peu pres|plus ou moins)\s*/;
const APPROCHE_FINALE = /\s*(?:env(?:iron)?\.?|approx\.?|\?|\(estime\)|\(estimation\)|estime)$/;
const CORPS = /^([+-]?)\s*(?:(?:eur(?:os?)?|€)\s*)?(\d[\d\s.,']*|[.,]\d+)\s*(.*)$/;

interface Chiffres {
  readonly nombre: number;
  readonly virgule: boolean;
  readonly point: boolean;
  readonly milliersPonctues: boolean;
}

const milliersBienFormes = (texte: string, separateur: string): boolean => {
  const groupes = texte.split(separateur);
  return (
    groupes.length > 1 &&
    /^\d{1,3}$/.test(groupes[0] ?? '') &&
    groupes.slice(1).every((groupe) => /^\d{3}$/.test(groupe))
  );
};

const avecDeuxSeparateurs = (chiffres: string): Chiffres | null => {
  const decimal = chiffres.lastIndexOf(',') > chiffres.lastIndexOf('.') ? ',' : '.';
  const milliers = decimal === ',' ? '.' : ',';
  const [entier = '', decimales = '', ...reste] = chiffres.split(decimal);
  if (reste.length > 0 || !milliersBienFormes(entier, milliers)) return null;
  return {
    nombre: Number(`${entier.split(milliers).join('')}.${decimales}`),
    virgule: decimal === ',',
    point: decimal === '.',
    milliersPonctues: true,
  };
};

const avecUnSeparateur = (
  chiffres: string,
  separateur: ',' | '.',
  pointDeMillier: boolean,
): Chiffres | null => {
  const fois = chiffres.split(separateur).length - 1;
  const enMilliers = milliersBienFormes(chiffres, separateur);
  if (fois > 1 && !enMilliers) return null;
  if (fois > 1 || (separateur === '.' && pointDeMillier && enMilliers))
    return {
      nombre: Number(chiffres.split(separateur).join('')),
      virgule: false,
      point: false,
      milliersPonctues: true,
    };
  return {
    nombre: Number(chiffres.replace(separateur, '.')),
    virgule: separateur === ',',
    point: separateur === '.',
    milliersPonctues: false,
  };
};

const lireChiffres = (brut: string, pointDeMillier: boolean): Chiffres | null => {
  const chiffres = brut.replace(/[\s']/g, '');
  if (chiffres.includes(',') && chiffres.includes('.')) return avecDeuxSeparateurs(chiffres);
  if (chiffres.includes(',')) return avecUnSeparateur(chiffres, ',', pointDeMillier);
  if (chiffres.includes('.')) return avecUnSeparateur(chiffres, '.', pointDeMillier);
  return { nombre: Number(chiffres), virgule: false, point: false, milliersPonctues: false };
};

/** Les espaces d’un nombre séparent des milliers, ou entourent le nombre : « 8 350 », pas « 12 34 ». */
const espacesAdmises = (brut: string): boolean => {
  const entier = brut.trim().split(/[.,]/)[0] ?? '';
  return !/\s/.test(entier) || /^\d{1,3}(?:\s\d{3})+$/.test(entier);
};

const DEJA_NET = /^\d{1,12}(?:\.\d{1,6})?$/;

/** « 35 », « 17.5 » : le cas de presque toutes les cellules d’un CSV, sans rien à interpréter. */
const nombreDejaNet = (texte: string): NombreLu => ({
  nombre: Number(texte),
  unite: '',
  pourcentage: false,
  approche: false,
  parentheses: false,
  virgule: false,
  point: texte.includes('.'),
  espaces: false,
  milliersPonctues: false,
});

/**
 * Lit un nombre écrit à la française ou non : « 45 730,00 € », « (104 007,45) », « env. 500 », « 80 % »,
 * « 12.345,67 ». `pointDeMillier` : la colonne écrit ses décimales à la virgule, donc « 12.345 » vaut 12345.
 * `null` si ce n’est pas un nombre. L’unité n’est pas jugée ici.
 */
export const lireNombreEcrit = (texte: string, pointDeMillier = false): NombreLu | null => {
  if (DEJA_NET.test(texte) && !(pointDeMillier && texte.includes('.'))) return nombreDejaNet(texte);
  let t = simplifier(redresser(resserrer(texte)));
  if (t === '') return null;
  const espaces = /[\u00a0\u202f\u2009\u2007]/.test(texte) || texte !== texte.trim();
  const parentheses = /^\(\s*.*\d.*\)$/.test(t) && /^\(\s*[\d\s.,']+(?:€|eur|k€)?\s*\)/.test(t);
  if (parentheses) t = t.slice(1, -1).trim();
  const sansApproche = t.replace(APPROCHES, '').replace(APPROCHE_FINALE, '');
  const approche = sansApproche !== t;
  t = sansApproche.replace(/[\u2212\u2013]/g, '-');
  t = t.replace(/^(\d[\d\s.']*),\s?-{1,2}(?=\s*(?:€|eur|$))/, '$1');
  if (/^\d[\d\s.,']*-$/.test(t)) t = `-${t.slice(0, -1)}`;
  const corps = CORPS.exec(t);
  if (!corps) return null;
  const [, signe = '', chiffres = '', suite = ''] = corps;
  if (!espacesAdmises(chiffres)) return null;
  const lus = lireChiffres(chiffres.replace(/[.,]\s*$/, ''), pointDeMillier);
  if (!lus || !Number.isFinite(lus.nombre)) return null;
  return {
    ...lus,
    nombre: signe === '-' || parentheses ? -lus.nombre : lus.nombre,
    unite: suite.replace(/[.\s]+$/, '').replace(/^[.\s]+/, ''),
    pourcentage: /^(?:%|pour ?cent|p\.? ?100)\s*(?:\(.*\))?$/.test(suite.trim()),
    approche,
    parentheses,
    espaces: espaces || /\d\s+\d/.test(chiffres),
  };
};

/** Le nombre d’une cellule typée, ou celui qu’elle écrit. */
export const lireNombre = (cellule: Cellule, pointDeMillier = false): NombreLu | null => {
  const typee = nombreTypee(cellule);
  if (typee === null) return lireNombreEcrit(cellule.texte, pointDeMillier);
  return {
    nombre: typee,
    unite: '',
    pourcentage: cellule.format === 'pourcentage',
    approche: false,
    parentheses: false,
    virgule: false,
    point: false,
    espaces: false,
    milliersPonctues: false,
  };
};

const nombreTypee = (cellule: Cellule): number | null => {
  if (cellule.type === 'nombre') return Number(cellule.valeur);
  if (cellule.type === 'date' && cellule.serie !== undefined) return cellule.serie;
  return null;
};

/** Écriture la plus courte : « 35 », « 17.5 ». Le bruit des flottants (0,1 + 0,2) est effacé. */
export const ecrireCourt = (nombre: number): string => String(Number(nombre.toPrecision(12)));

/** Deux décimales exactement : montants et ETP. */
export const ecrireDeuxDecimales = (nombre: number): string => {
  const net = Number(nombre.toPrecision(14));
  const texte = net.toFixed(2);
  return texte === '-0.00' ? '0.00' : texte;
};

/** Quatre décimales sous un euro, deux au-delà (prix unitaires). */
export const ecrirePrix = (nombre: number): string =>
  Math.abs(nombre) < 1 && nombre !== 0 ? nombre.toFixed(4) : ecrireDeuxDecimales(nombre);

/** Le nombre montré dans un message : virgule décimale. */
export const montrer = (nombre: number | string): string => String(nombre).replace('.', ',');
