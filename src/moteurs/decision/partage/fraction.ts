/** Un nombre exact : numérateur et dénominateur entiers, dénominateur positif. */
export interface Fraction {
  readonly numerateur: bigint;
  readonly denominateur: bigint;
}

const DECIMAL = /^([+-]?)(\d+)(?:[.,](\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
const RAPPORT = /^([+-]?\d+)\s*\/\s*(\d+)$/;

const lireDecimal = (texte: string): Fraction | null => {
  const trouve = DECIMAL.exec(texte);
  if (trouve === null) return null;
  const [, signe = '', entiers = '0', decimales = '', exposant = '0'] = trouve;
  const valeur = BigInt(`${signe === '-' ? '-' : ''}${entiers}${decimales}`);
  const echelle = Number(exposant) - decimales.length;
  return echelle >= 0
    ? { numerateur: valeur * 10n ** BigInt(echelle), denominateur: 1n }
    : { numerateur: valeur, denominateur: 10n ** BigInt(-echelle) };
};

/**
 * Lit exactement un nombre écrit : « 0,1 » vaut 1/10, « 1/3 » un tiers, et le nombre 0.1 est lu
 * comme il s’écrit. Null si l’écriture n’est pas un nombre fini.
 */
export const lireFraction = (valeur: unknown): Fraction | null => {
  if (typeof valeur === 'number') return lireDecimal(String(valeur));
  if (typeof valeur !== 'string') return null;
  const texte = valeur.trim();
  const rapport = RAPPORT.exec(texte);
  if (rapport === null) return lireDecimal(texte);
  const denominateur = BigInt(rapport[2] ?? '0');
  if (denominateur === 0n) return null;
  return { numerateur: BigInt(rapport[1] ?? '0'), denominateur };
};

/** Ramène des fractions à des entiers proportionnels (même dénominateur). */
export const mettreEnEntiers = (fractions: readonly Fraction[]): readonly bigint[] => {
  const commun = fractions.reduce((produit, { denominateur }) => {
    let a = produit;
    let b = denominateur;
    while (b > 0n) [a, b] = [b, a % b];
    return (produit / a) * denominateur;
  }, 1n);
  return fractions.map(({ numerateur, denominateur }) => numerateur * (commun / denominateur));
};
