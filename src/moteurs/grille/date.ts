import { anneeDe, composerJour, type Jour, MOIS } from '../calendrier/index.ts';
import type { Cellule } from './classeur.ts';
import { resserrer, simplifier } from './texte.ts';

const MOIS_SIMPLES = MOIS.map(simplifier);
const COURTS: Readonly<Record<string, number>> = {
  jan: 1,
  janv: 1,
  fev: 2,
  fevr: 2,
  feb: 2,
  mar: 3,
  avr: 4,
  juin: 6,
  jui: 7,
  juil: 7,
  jul: 7,
  aou: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  jn: 6,
  jt: 7,
};

/** Le mois (1 à 12) que nomme un texte : « janv. », « Février », « DEC » ; null sinon. */
export const lireNomDeMois = (texte: string): number | null => {
  const mot = simplifier(texte).replace(/[^a-z]/g, '');
  if (mot.length < 2) return null;
  const court = COURTS[mot];
  if (court !== undefined) return court;
  const rang = MOIS_SIMPLES.findIndex(
    (mois) => mois === mot || (mot.length >= 4 && mois.startsWith(mot)),
  );
  return rang < 0 ? null : rang + 1;
};

export type PrecisionDeDate = 'jour' | 'mois' | 'annee';

export type DateLue =
  | {
      readonly ok: true;
      readonly jour: Jour;
      readonly heure: string | null;
      readonly precision: PrecisionDeDate;
      readonly forme: FormeDeDate;
    }
  | { readonly ok: false; readonly motif: 'impossible' | 'illisible'; readonly message: string };

/** Comment la date était écrite ; commande l’action (réparer, ou réparer et signaler). */
export type FormeDeDate =
  | 'iso'
  | 'francaise'
  | 'deux-chiffres'
  | 'serie'
  | 'lettres'
  | 'americaine'
  | 'compacte';

const DATE_COURTE = /^(\d{1,2}|1er)\s*[/\\.\-\s]\s*(\d{1,2})\s*[/\\.\-\s]\s*(\d{4}|\d{2})$/;
const DATE_ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DATE_LETTRES =
  /^(?:le\s+)?(?:[a-z]+di\s+|dimanche\s+)?(\d{1,2}|1er)\s*[-/. ]?\s*([a-z]+)\.?\s*[-/. ]?\s*(\d{4}|\d{2})$/;
const MOIS_ANNEE = /^([a-z]+)\.?\s*[-/. ]?\s*(\d{4}|\d{2})$/;
const MOIS_CHIFFRES = /^(\d{1,2})[/.-](\d{4})$/;
const MOIS_ISO = /^((?:19|20)\d{2})[-/.](\d{1,2})$/;
/** « depuis le 1/9/2018 », « en 2018 », « année 2018 », « courant mars 2018 ». */
const AMORCE =
  /^(?:(?:depuis|entree?|arrivee?|embauchee?|des|a partir|courant|annee|en|a compter|fin|debut)\s+)+(?:(?:le|du|de|l'annee|en)\s+)*/;
const HEURE =
  /[t\s]+(?:a\s+)?(\d{1,2})\s*(?:h|:)\s*(\d{2})?(?::\d{2}(?:\.\d+)?)?(?:\s*(?:min|mn))?z?$/;

const jourDeLaSerie = (serie: number): Jour | null => {
  const date = new Date(Math.round((Math.floor(serie) - 25569) * 86_400_000));
  return composerJour(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

const siecle = (annee: string, aujourdhui: Jour, futur: boolean): number => {
  const nombre = Number(annee);
  if (annee.length === 4) return nombre;
  const plafond = anneeDe(aujourdhui) + (futur ? 20 : 1);
  return 2000 + nombre <= plafond ? 2000 + nombre : 1900 + nombre;
};

const impossible = (j: number, m: number, a: number): DateLue => ({
  ok: false,
  motif: 'impossible',
  message:
    m >= 1 && m <= 12
      ? `Le ${j === 1 ? '1er' : j} ${MOIS[m - 1]} ${m === 2 && j === 29 ? `${a} ` : ''}n’existe pas : écrivez la date exacte (jj/mm/aaaa).`
      : `Il n’y a pas de mois numéro ${m} : écrivez la date exacte (jj/mm/aaaa).`,
});

const trouvee = (jour: Jour, precision: PrecisionDeDate, forme: FormeDeDate): DateLue => ({
  ok: true,
  jour,
  heure: null,
  precision,
  forme,
});

const enChiffres = (j: number, m: number, a: number, forme: FormeDeDate): DateLue => {
  const jour = composerJour(a, m, j);
  if (jour) return trouvee(jour, 'jour', forme);
  const inverse = j <= 12 && m > 12 ? composerJour(a, j, m) : null;
  return inverse ? trouvee(inverse, 'jour', 'americaine') : impossible(j, m, a);
};

const depuisChiffres = (t: string, aujourdhui: Jour, futur: boolean): DateLue | null => {
  const iso = DATE_ISO.exec(t);
  if (iso)
    return enChiffres(
      Number(iso[3]),
      Number(iso[2]),
      Number(iso[1]),
      /^\d{4}-\d\d-\d\d$/.test(t) ? 'iso' : 'francaise',
    );
  const courte = DATE_COURTE.exec(t);
  if (courte)
    return enChiffres(
      Number.parseInt(courte[1] ?? '', 10),
      Number(courte[2]),
      siecle(courte[3] ?? '', aujourdhui, futur),
      courte[3]?.length === 2 ? 'deux-chiffres' : 'francaise',
    );
  if (/^(?:19|20)\d{6}$/.test(t))
    return enChiffres(Number(t.slice(6)), Number(t.slice(4, 6)), Number(t.slice(0, 4)), 'compacte');
  const collee = /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])((?:19|20)\d{2})$/.exec(t);
  if (collee)
    return enChiffres(Number(collee[1]), Number(collee[2]), Number(collee[3]), 'compacte');
  return depuisMois(t);
};

const depuisMois = (t: string): DateLue | null => {
  const chiffres = MOIS_CHIFFRES.exec(t);
  const iso = MOIS_ISO.exec(t);
  if (!chiffres && !iso) return null;
  const annee = Number(chiffres?.[2] ?? iso?.[1]);
  const mois = Number(chiffres?.[1] ?? iso?.[2]);
  const jour = composerJour(annee, mois, 1);
  return jour ? trouvee(jour, 'mois', 'francaise') : impossible(1, mois, annee);
};

const depuisLettres = (t: string, aujourdhui: Jour, futur: boolean): DateLue | null => {
  const complete = DATE_LETTRES.exec(t);
  const mois = complete ? lireNomDeMois(complete[2] ?? '') : null;
  if (complete && mois !== null) {
    const quantieme = complete[1] === '1er' ? 1 : Number(complete[1]);
    return enChiffres(quantieme, mois, siecle(complete[3] ?? '', aujourdhui, futur), 'lettres');
  }
  const seul = MOIS_ANNEE.exec(t);
  const moisSeul = seul ? lireNomDeMois(seul[1] ?? '') : null;
  if (!seul || moisSeul === null) return null;
  const jour = composerJour(siecle(seul[2] ?? '', aujourdhui, futur), moisSeul, 1);
  return jour ? trouvee(jour, 'mois', 'lettres') : null;
};

const depuisSerie = (nombre: number): DateLue | null => {
  if (Number.isInteger(nombre) && nombre >= 1900 && nombre <= 2100) {
    const jour = composerJour(nombre, 1, 1);
    return jour ? trouvee(jour, 'annee', 'francaise') : null;
  }
  if (nombre < 7305 || nombre > 73_415) return null;
  const jour = jourDeLaSerie(nombre);
  if (!jour) return null;
  const minutes = Math.round((nombre - Math.floor(nombre)) * 1440);
  const heure =
    minutes > 0
      ? `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      : null;
  return { ok: true, jour, heure, precision: 'jour', forme: 'serie' };
};

const heureDe = (t: string): { readonly reste: string; readonly heure: string | null } => {
  const trouve = HEURE.exec(t);
  if (!trouve || Number(trouve[1]) > 24) return { reste: t, heure: null };
  const heure = `${(trouve[1] ?? '').padStart(2, '0')}:${trouve[2] ?? '00'}`;
  return { reste: t.slice(0, trouve.index).trim(), heure };
};

/**
 * Lit une date écrite comme on l’écrit : 31/12/1975, 31.12.75, 1975-12-31, « 1er mars 2012 », « mars 2012 »,
 * « 2012 », un numéro de série de tableur, avec ou sans heure (« 8h », « 17h30 »).
 */
export const lireDateEcrite = (texte: string, aujourdhui: Jour, futur: boolean): DateLue => {
  const t = simplifier(resserrer(texte))
    .replace(AMORCE, '')
    .replace(/^le (?=\d)/, '');
  const { reste, heure } = heureDe(t);
  const nombre = /^\d{4,5}(?:[.,]\d+)?$/.test(reste) ? Number(reste.replace(',', '.')) : null;
  const lue =
    (nombre === null ? null : depuisSerie(nombre)) ??
    depuisChiffres(reste, aujourdhui, futur) ??
    depuisLettres(reste, aujourdhui, futur);
  if (!lue)
    return {
      ok: false,
      motif: 'illisible',
      message: `« ${resserrer(texte)} » n’est pas une date : écrivez-la jj/mm/aaaa.`,
    };
  return lue.ok && heure !== null ? { ...lue, heure } : lue;
};

/** La date d’une cellule typée, ou celle qu’elle écrit. */
export const lireDate = (
  cellule: Cellule,
  aujourdhui: Jour,
  futur: boolean,
  decalage = 0,
): DateLue => {
  if (cellule.type === 'date') {
    const [jour = '', heure] = String(cellule.valeur).split('T');
    return { ok: true, jour: jour as Jour, heure: heure ?? null, precision: 'jour', forme: 'iso' };
  }
  if (cellule.type === 'nombre') {
    const nombre = Number(cellule.valeur);
    const lue = depuisSerie(nombre > 2100 ? nombre + decalage : nombre);
    if (lue) return lue;
  }
  return lireDateEcrite(cellule.texte, aujourdhui, futur);
};
