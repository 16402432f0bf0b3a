/** Rapprochement de textes : accents, casse, ponctuation, abréviations, fautes de frappe. */

// Une grille de 20 000 lignes fait passer ici plus d’un million de textes, presque tous déjà nets :
// chaque fonction rend d’abord tel quel un texte qu’elle n’a pas à changer.
const SIMPLE = /^[ -~]*$/;
const A_RESSERRER = /[^ -~]|^ | $| {2}/;

/** Sans accents ni ligatures, en minuscules. */
export const simplifier = (texte: string): string =>
  SIMPLE.test(texte)
    ? texte.toLowerCase()
    : texte
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/œ/gi, 'oe')
        .replace(/æ/gi, 'ae')
        .toLowerCase();

/** Espaces de toutes sortes ramenées à une seule, bouts coupés. */
export const resserrer = (texte: string): string =>
  A_RESSERRER.test(texte) ? texte.replace(/[\s\u200b\ufeff]+/g, ' ').trim() : texte;

const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/;

/** Apostrophes typographiques ramenées à l’apostrophe droite. */
export const redresser = (texte: string): string =>
  APOSTROPHES.test(texte) ? texte.replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'") : texte;

/** « C.D.I. », « T.N.C. » : les points d’un sigle tombent. */
export const rejoindreSigles = (texte: string): string =>
  texte.includes('.')
    ? texte.replace(/\b(?:\p{L}\.){2,}(?:\p{L}\b)?/gu, (sigle) => sigle.replace(/\./g, ''))
    : texte;

/** Les mots d’un texte, simplifiés. */
export const mots = (texte: string): string[] =>
  rejoindreSigles(simplifier(redresser(texte)))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((mot) => mot !== '');

const OUTILS = new Set([
  'de',
  'du',
  'des',
  'd',
  'l',
  'la',
  'le',
  'les',
  'en',
  'a',
  'au',
  'aux',
  'et',
  'un',
  'une',
  'dans',
  'par',
  'pour',
  'the',
]);

/** Les mots qui portent le sens (articles et prépositions retirés). */
export const motsPleins = (texte: string): string[] =>
  mots(texte).filter((mot) => !OUTILS.has(mot));

/** Distance d’édition avec transposition, arrêtée dès qu’elle dépasse `plafond`. */
export const distance = (a: string, b: string, plafond: number): number => {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > plafond) return plafond + 1;
  let avant: number[] = [];
  let precedente = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const courante = [i];
    let minimum = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cout = a[i - 1] === b[j - 1] ? 0 : 1;
      let valeur = Math.min(
        (precedente[j] ?? 0) + 1,
        (courante[j - 1] ?? 0) + 1,
        (precedente[j - 1] ?? 0) + cout,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        valeur = Math.min(valeur, (avant[j - 2] ?? 0) + 1);
      courante.push(valeur);
      minimum = Math.min(minimum, valeur);
    }
    if (minimum > plafond) return plafond + 1;
    avant = precedente;
    precedente = courante;
  }
  return precedente[b.length] ?? plafond + 1;
};

/** Fautes de frappe admises selon la longueur : aucune sous 4 lettres, une jusqu’à 8, deux au-delà. */
export const fautesAdmises = (longueur: number): number => {
  if (longueur < 5) return 0;
  return longueur < 9 ? 1 : 2;
};

/** Vrai quand les lettres de `court` se suivent dans `long`, première lettre commune (« ppal », « agt »). */
export const estContraction = (court: string, long: string): boolean => {
  if (court.length < 3 || court[0] !== long[0] || court.length >= long.length) return false;
  let rang = 0;
  for (const lettre of long) if (lettre === court[rang]) rang += 1;
  return rang === court.length;
};
