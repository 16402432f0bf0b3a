import type { Territoire } from './schema.ts';
import { mots } from './texte.ts';

const ARTICLES = new Set([
  'le',
  'la',
  'les',
  'l',
  'de',
  'du',
  'des',
  'd',
  'lez',
  'en',
  'aux',
  'au',
  'et',
]);
const PREFIXES =
  /^(?:commune|ville|mairie|cne|municipalite|bourg|m|ccas)(?: (?:de|du|des|d|la|le|l))*$/;
const TYPES = new Set([
  'cc',
  'ca',
  'cu',
  'cdc',
  'cda',
  'c',
  'communaute',
  'communautes',
  'commune',
  'communes',
  'com',
  'comcom',
  'agglomeration',
  'agglo',
  'urbaine',
  'metropole',
  'metro',
  'interco',
  'intercommunalite',
  'intercommunale',
  'intercommunal',
  'epci',
  'siege',
]);
export const MARQUEURS = new Set([
  'cc',
  'ca',
  'cu',
  'cdc',
  'cda',
  'communaute',
  'comcom',
  'agglomeration',
  'agglo',
  'metropole',
  'metro',
  'interco',
  'intercommunalite',
  'epci',
  'grand',
]);

const EQUIVALENTS: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
  sur: 's',
  sous: 's',
  ss: 's',
  nd: 'notre dame',
  mt: 'mont',
  gd: 'grand',
  gde: 'grande',
};

/** Les mots d’un nom de commune : « St Nizier s/ Charlieu » et « Saint-Nizier-sous-Charlieu » se rejoignent. */
export const motsDeNom = (texte: string): string[] =>
  mots(
    texte
      .replace(/(?<!\p{L})s\s*\/\s*s(?!\p{L})/giu, ' sous ')
      .replace(/(?<!\p{L})s\s*\/\s*/giu, ' s '),
  ).flatMap((mot) => (EQUIVALENTS[mot] ?? mot).split(' '));

export const pleins = (liste: readonly string[]): string[] =>
  liste.filter((mot) => !ARTICLES.has(mot));

export const sansPrefixe = (liste: readonly string[]): readonly string[] => {
  for (let n = Math.min(3, liste.length - 1); n >= 1; n -= 1)
    if (PREFIXES.test(liste.slice(0, n).join(' '))) return liste.slice(n);
  return liste;
};

export const noyau = (liste: readonly string[]): string =>
  liste
    .filter((mot) => !TYPES.has(mot) && !ARTICLES.has(mot))
    .sort((a, b) => a.localeCompare(b, 'fr'))
    .join(' ');

const INITIALES: Readonly<Record<string, readonly string[]>> = {
  CC: ['cc'],
  CA: ['ca'],
  CU: ['cu'],
  METRO: ['m'],
  MET69: ['m'],
};

/** Les noms d’un EPCI : l’officiel, et de part et d’autre de ses parenthèses (« … Réunion Est (CIREST) »). */
export const nomsDEpci = (epci: Territoire['epci']): readonly string[] => {
  const dedans = [...epci.nom.matchAll(/\(([^)]*)\)/g)].map(([, nom = '']) => nom.trim());
  if (dedans.length === 0) return [epci.nom];
  return [epci.nom, epci.nom.replace(/\([^)]*\)/g, ' '), ...dedans].filter((nom) => nom !== '');
};

/** Les sigles possibles d’un EPCI : « CCCB », « CAPB », « DM », et celui que son nom écrit entre parenthèses. */
export const siglesDe = (epci: Territoire['epci']): ReadonlySet<string> => {
  const [, sansParentheses = epci.nom, ...ecrits] = nomsDEpci(epci);
  const tous = mots(sansParentheses).filter((mot) => !TYPES.has(mot));
  const courts = tous
    .filter((mot) => !ARTICLES.has(mot))
    .map((mot) => mot[0] ?? '')
    .join('');
  const longs = tous.map((mot) => mot[0] ?? '').join('');
  const avecArticles = tous
    .filter((mot) => !ARTICLES.has(mot) || ['le', 'la', 'les'].includes(mot))
    .map((mot) => mot[0] ?? '')
    .join('');
  const sigles = new Set<string>();
  for (const tete of INITIALES[epci.type] ?? ['cc', 'ca'])
    for (const corps of [courts, longs, avecArticles]) {
      sigles.add(tete + corps);
      if (tete === 'm' || corps.length >= 2) sigles.add(corps + tete);
    }
  if (courts.length >= 2) for (const fin of ['c', 'a']) sigles.add(courts + fin);
  for (const ecrit of ecrits) sigles.add(mots(ecrit).join(''));
  return new Set([...sigles].filter((sigle) => sigle.length >= 2));
};
