import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { arrondir, type Exact, exact, lireExact } from './nombre-exact.ts';

/** Un montant en centimes entiers d’euro. */
export type Centimes = bigint;

export type CodeMontant = 'montant-illisible' | 'montant-trop-precis' | 'montant-hors-bornes';

/** Un million de milliards d’euros : au-delà, une faute de frappe, et la base ne le garderait pas. */
const PLAFOND_DE_LECTURE: Centimes = 10n ** 17n;

const absolu = (n: bigint): bigint => (n < 0n ? -n : n);
const decouper = (centimes: Centimes): { signe: boolean; euros: string; fraction: string } => {
  const chiffres = String(absolu(centimes)).padStart(3, '0');
  return { signe: centimes < 0n, euros: chiffres.slice(0, -2), fraction: chiffres.slice(-2) };
};

const citer = (valeur: unknown): string =>
  typeof valeur === 'string' || typeof valeur === 'number'
    ? `« ${String(valeur).slice(0, 40)} »`
    : 'Cette valeur';

const REMEDE = 'écrire un nombre décimal avec un point et deux décimales au plus (« 1234.56 »).';

/**
 * Lit un montant décimal en euros (« 1234.56 »), deux décimales au plus.
 * Refuse l’illisible (virgule, espace, texte) et le trop précis : rien n’est arrondi en silence.
 */
export const lireMontant = (
  valeur: unknown,
  chemin?: string,
): Resultat<Centimes, Refus<CodeMontant>> => {
  const ou = chemin === undefined ? {} : { chemin };
  const lu = typeof valeur === 'bigint' ? null : lireExact(valeur);
  if (lu === null)
    return refuser({
      code: 'montant-illisible',
      message: `${citer(valeur)} n’est pas un montant lisible : ${REMEDE}`,
      ...ou,
    });
  const centimes = { n: lu.n * 100n, d: lu.d };
  const tropEcrit = typeof valeur === 'string' && /\.\d{3,}$/.test(valeur);
  if (tropEcrit || centimes.n % centimes.d !== 0n)
    return refuser({
      code: 'montant-trop-precis',
      message: `${citer(valeur)} est plus précis que le centime : ${REMEDE}`,
      ...ou,
    });
  const lus = centimes.n / centimes.d;
  if (absolu(lus) >= PLAFOND_DE_LECTURE)
    return refuser({
      code: 'montant-hors-bornes',
      message: `${citer(valeur)} dépasse un million de milliards d’euros : vérifier la saisie.`,
      ...ou,
    });
  return accepter(lus);
};

/** « 1234.56 » : écriture d’échange, toujours deux décimales. */
export const ecrireMontant = (centimes: Centimes): string => {
  const { signe, euros, fraction } = decouper(centimes);
  return `${signe ? '-' : ''}${euros}.${fraction}`;
};

/** Écriture française, « 1 234,56 € », espaces insécables (fine entre les milliers). */
export const formaterMontant = (centimes: Centimes): string => {
  const { signe, euros, fraction } = decouper(centimes);
  const milliers = euros.replace(/\B(?=(\d{3})+$)/g, '\u202F');
  return `${signe ? '\u2212' : ''}${milliers},${fraction}\u00A0€`;
};

/** Montant exact en euros, ramené au centime le plus proche, demi-centime éloigné de zéro. */
export const centimesLesPlusProches = (euros: Exact): Centimes =>
  arrondir({ n: euros.n * 100n, d: euros.d });

/** Les centimes en euros exacts. */
export const enEuros = (centimes: Centimes): Exact => exact(centimes, 100n);

export const sommeCentimes = (montants: Iterable<Centimes>): Centimes => {
  let somme = 0n;
  for (const montant of montants) somme += montant;
  return somme;
};
