/**
 * Un nombre exact : n ÷ d, en entiers de taille libre, d > 0, fraction réduite.
 * Clés, quotités, taux et montants avant arrondi : jamais de flottant.
 */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

/** Au-delà, une valeur saisie n’est pas une clé ni un montant vraisemblable. */
const CHIFFRES_MAXIMAUX = 100;
const EXPOSANT_MAXIMAL = 40;
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const SCIENTIFIQUE = /^(-?\d+(?:\.\d+)?)e([+-]\d+)$/;

const absolu = (n: bigint): bigint => (n < 0n ? -n : n);

const pgcd = (a: bigint, b: bigint): bigint => {
  let grand = absolu(a);
  let petit = absolu(b);
  while (petit !== 0n) [grand, petit] = [petit, grand % petit];
  return grand;
};

/** n ÷ d, réduit. Un dénominateur nul est une faute de programmation : les lecteurs le refusent avant. */
export const exact = (n: bigint, d = 1n): Exact => {
  if (d === 0n) throw new RangeError('Division par zéro dans un calcul exact.');
  if (d === 1n) return { n, d };
  const commun = pgcd(n, d);
  const signe = d < 0n ? -1n : 1n;
  return { n: (signe * n) / commun, d: (signe * d) / commun };
};

export const ZERO: Exact = { n: 0n, d: 1n };
export const UN: Exact = { n: 1n, d: 1n };

const puissanceDeDix = (rang: number): bigint => 10n ** BigInt(rang);

const lireTexte = (texte: string): Exact | null => {
  const lu = DECIMAL.exec(texte);
  if (lu === null) return null;
  const [, signe, entiers = '', decimales = ''] = lu;
  const n = BigInt(entiers + decimales);
  return exact(signe === '-' ? -n : n, puissanceDeDix(decimales.length));
};

const lireNombreJson = (nombre: number): Exact | null => {
  const texte = String(nombre);
  const scientifique = SCIENTIFIQUE.exec(texte);
  if (scientifique === null) return lireTexte(texte);
  const [, mantisse = '', exposant = '0'] = scientifique;
  const lue = lireTexte(mantisse);
  const rang = Number(exposant);
  if (lue === null || Math.abs(rang) > EXPOSANT_MAXIMAL) return null;
  return rang >= 0
    ? exact(lue.n * puissanceDeDix(rang), lue.d)
    : exact(lue.n, lue.d * puissanceDeDix(-rang));
};

/** Lit « 412.5 », 412.5 ou 412n ; null si ce n’est pas un nombre décimal écrit avec un point. */
export const lireExact = (valeur: unknown): Exact | null => {
  if (typeof valeur === 'bigint') return exact(valeur);
  if (typeof valeur === 'number') return lireNombreJson(valeur);
  return typeof valeur === 'string' && valeur.length <= CHIFFRES_MAXIMAUX
    ? lireTexte(valeur)
    : null;
};

/** Relit une valeur écrite par ce moteur, si longue soit-elle. */
export const relireExact = (ecrit: string): Exact | null => lireTexte(ecrit);

export const ajouter = (a: Exact, b: Exact): Exact =>
  a.d === b.d ? exact(a.n + b.n, a.d) : exact(a.n * b.d + b.n * a.d, a.d * b.d);
export const retrancher = (a: Exact, b: Exact): Exact => ajouter(a, { n: -b.n, d: b.d });
export const multiplier = (a: Exact, b: Exact): Exact => exact(a.n * b.n, a.d * b.d);
export const diviser = (a: Exact, b: Exact): Exact => exact(a.n * b.d, a.d * b.n);
export const totaliser = (valeurs: readonly Exact[]): Exact => valeurs.reduce(ajouter, ZERO);
export const puissance = (base: Exact, rang: number): Exact => ({
  n: base.n ** BigInt(rang),
  d: base.d ** BigInt(rang),
});

/** Négatif, nul ou positif selon l’ordre de `a` et `b`. */
export const comparer = (a: Exact, b: Exact): number => {
  const ecart = a.n * b.d - b.n * a.d;
  return ecart < 0n ? -1 : Number(ecart > 0n);
};

/** À l’unité la plus proche ; la demie s’éloigne de zéro. */
export const arrondir = ({ n, d }: Exact): bigint => {
  const arrondi = (2n * absolu(n) + d) / (2n * d);
  return n < 0n ? -arrondi : arrondi;
};

const poserVirgule = (n: bigint, decimales: number): string => {
  const chiffres = String(absolu(n)).padStart(decimales + 1, '0');
  const signe = n < 0n ? '-' : '';
  if (decimales === 0) return `${signe}${chiffres}`;
  return `${signe}${chiffres.slice(0, -decimales)}.${chiffres.slice(-decimales)}`;
};

/** Écrit avec exactement `decimales` décimales, la demie s’éloignant de zéro (« 62.4319 »). */
export const ecrireArrondi = (x: Exact, decimales: number): string =>
  poserVirgule(arrondir({ n: x.n * puissanceDeDix(decimales), d: x.d }), decimales);

const compterFacteur = (d: bigint, facteur: bigint): number => {
  let reste = d;
  let rang = 0;
  while (reste % facteur === 0n) {
    reste /= facteur;
    rang += 1;
  }
  return rang;
};

/** Nombre de décimales de l’écriture exacte, ou null si elle est infinie. */
const decimalesFinies = (d: bigint): number | null => {
  const deux = compterFacteur(d, 2n);
  const cinq = compterFacteur(d, 5n);
  return d === 2n ** BigInt(deux) * 5n ** BigInt(cinq) ? Math.max(deux, cinq) : null;
};

/**
 * Écriture décimale la plus courte (« 77.1 », « 50 ») ; si elle est infinie, ou plus longue que
 * `maximum`, elle est coupée et suivie de « … ».
 */
export const ecrireExact = (x: Exact, maximum = 20): string => {
  const decimales = decimalesFinies(x.d);
  if (decimales !== null && decimales <= maximum)
    return poserVirgule((x.n * puissanceDeDix(decimales)) / x.d, decimales);
  const gardees = Math.min(maximum, 4);
  const signe = x.n < 0n ? '-' : '';
  return `${signe}${poserVirgule((absolu(x.n) * puissanceDeDix(gardees)) / x.d, gardees)}…`;
};
