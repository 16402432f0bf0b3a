import type { Jour } from '../../moteurs/calendrier/index.ts';
// Le fichier, pas la porte : le navigateur ne charge pas le calcul des jours fériés pour douze noms.
import { MOIS } from '../../moteurs/calendrier/mois.ts';

/**
 * Écriture française des nombres, montants et dates. Sans bibliothèque ni langue de la machine :
 * le serveur et le navigateur écrivent exactement la même chose.
 */

/** Espace fine insécable : entre les milliers. */
export const FINE = '\u202f';
/** Espace insécable : avant la ponctuation double, « % », « € », une unité, et dans les guillemets. */
export const INSECABLE = '\u00a0';
const MOINS = '\u2212';

const grouper = (chiffres: string): string => chiffres.replace(/\B(?=(\d{3})+$)/g, FINE);

/**
 * Un nombre : « 1 234,5 ».
 * @param options décimales écrites : `min` toujours (0 par défaut), `max` au plus (2, ou `min` s’il est plus grand).
 */
export const formaterNombre = (
  valeur: number,
  options: { min?: number; max?: number } = {},
): string => {
  if (!Number.isFinite(valeur)) return '–';
  const min = options.min ?? 0;
  const max = Math.max(options.max ?? 2, min);
  // Le décalage par exposant décimal arrondit 1,005 à 1,01 : le nombre tel qu’il s’écrit.
  const decale = Math.round(Number(`${Math.abs(valeur).toFixed(10)}e${max}`));
  const texte = String(decale).padStart(max + 1, '0');
  const entier = max === 0 ? texte : texte.slice(0, -max);
  let decimales = max === 0 ? '' : texte.slice(-max);
  while (decimales.length > min && decimales.endsWith('0')) decimales = decimales.slice(0, -1);
  const signe = valeur < 0 && decale !== 0 ? MOINS : '';
  return `${signe}${grouper(entier)}${decimales === '' ? '' : `,${decimales}`}`;
};

/** Une part de 1 en pourcentage : 0,284 → « 28 % ». */
export const formaterPourcent = (part: number, decimales = 0): string =>
  Number.isFinite(part)
    ? `${formaterNombre(part * 100, { min: decimales, max: decimales })}${INSECABLE}%`
    : '–';

/** Des équivalents temps plein : 0,8 → « 0,80 ETP ». */
export const formaterEtp = (etp: number): string =>
  `${formaterNombre(etp, { min: 2, max: 2 })}${INSECABLE}ETP`;

/** Des équivalents temps plein en centièmes entiers : 80 → « 0,80 ETP ». */
export const formaterEtpCentiemes = (centiemes: number): string => formaterEtp(centiemes / 100);

/** Un montant en centimes : 123456n → « 1 234,56 € ». */
export const formaterMontantEuros = (centimes: bigint): string => {
  const absolu = centimes < 0n ? -centimes : centimes;
  const reste = String(absolu % 100n).padStart(2, '0');
  return `${centimes < 0n ? MOINS : ''}${grouper(String(absolu / 100n))},${reste}${INSECABLE}€`;
};

/** Un montant en centimes, arrondi à l’euro (demi au-dessus) : 123456n → « 1 235 € ». */
export const formaterMontantArrondi = (centimes: bigint): string => {
  const absolu = centimes < 0n ? -centimes : centimes;
  const euros = (absolu + 50n) / 100n;
  return `${centimes < 0n && euros > 0n ? MOINS : ''}${grouper(String(euros))}${INSECABLE}€`;
};

/** Une valeur décimale écrite à la machine (« 11518.23 ») avec son unité : « 11 518,23 € ». */
export const formaterValeur = (valeur: string, unite: string | null): string => {
  const lue = /^(-?)(\d+)(?:\.(\d+))?$/.exec(valeur);
  const nombre =
    lue === null
      ? valeur
      : `${lue[1] === '-' ? MOINS : ''}${grouper(lue[2] ?? '')}${lue[3] === undefined ? '' : `,${lue[3]}`}`;
  return unite === null || unite === '' ? nombre : `${nombre}${INSECABLE}${unite}`;
};

/** « 1 habitant », « 2 584 habitants » : le mot s’accorde à partir de 2 (« 1,5 jour »). */
export const accorder = (nombre: number, singulier: string, pluriel = `${singulier}s`): string =>
  `${formaterNombre(nombre)}${INSECABLE}${Math.abs(nombre) >= 2 ? pluriel : singulier}`;

/** Un poids de fichier : « 1,4 Mo ». */
export const formaterOctets = (octets: number): string => {
  if (octets < 1000) return `${octets}${INSECABLE}octets`;
  if (octets < 1_000_000) return `${formaterNombre(octets / 1000, { max: 0 })}${INSECABLE}ko`;
  return `${formaterNombre(octets / 1_000_000, { max: 1 })}${INSECABLE}Mo`;
};

/** Une durée en secondes : « 45 s », « 3 min », « 1 h 05 ». */
export const formaterDuree = (secondes: number): string => {
  if (secondes < 60) return `${Math.round(secondes)}${INSECABLE}s`;
  const minutes = Math.round(secondes / 60);
  if (minutes < 60) return `${minutes}${INSECABLE}min`;
  const reste = String(minutes % 60).padStart(2, '0');
  return `${Math.floor(minutes / 60)}${INSECABLE}h${INSECABLE}${reste}`;
};

const SEMAINE = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const;

const decouper = (jour: Jour): [number, number, number] =>
  jour.split('-').map(Number) as [number, number, number];

/** « 23 novembre 2026 », « 1er mars 2026 » ; avec `semaine`, « lundi 23 novembre 2026 ». */
export const formaterJour = (jour: Jour, options: { semaine?: boolean } = {}): string => {
  const [annee, mois, quantieme] = decouper(jour);
  const rang = new Date(Date.UTC(annee, mois - 1, quantieme)).getUTCDay();
  const debut = options.semaine === true ? `${SEMAINE[rang]} ` : '';
  const numero = quantieme === 1 ? '1er' : String(quantieme);
  return `${debut}${numero}${INSECABLE}${MOIS[mois - 1]}${INSECABLE}${annee}`;
};

/** « 23/11/2026 », pour les tableaux. */
export const formaterJourCourt = (jour: Jour): string => {
  const [annee, mois, quantieme] = jour.split('-');
  return `${quantieme}/${mois}/${annee}`;
};

/**
 * Écrit une phrase comme à l’imprimerie : espaces insécables (« 3 agents : 12 % » reste d’un seul
 * tenant) et apostrophes courbes. À l’affichage seulement : une donnée d’échange garde son écriture.
 */
export const typographier = (texte: string): string =>
  texte
    .replace(/(?<=\p{L})'(?=[\p{L}\d«])/gu, '’')
    .replace(/[ \u00a0\u202f]+([;!?:%€»])/g, `${INSECABLE}$1`)
    .replace(/«[ \u00a0\u202f]+/g, `«${INSECABLE}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${FINE}`);
