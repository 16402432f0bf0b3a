import { exact, lireExact } from '../../../moteurs/calcul/index.ts';

/** Ce que les sections lisent d’un formulaire, sans dépendre de sa forme. */
export type Lecture = (nom: string) => string;

const net = (texte: string): string => texte.replace(/[\s\u00A0\u202F€%]/g, '').replace(',', '.');

/** Un texte par ligne, vides retirés. */
export const enLignes = (texte: string): readonly string[] =>
  texte
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');

/** Des lignes de champs « nom.rang.champ » ; s’arrête aux lignes dont le premier champ est vide. */
export const lireRangees = <C extends string>(
  lire: Lecture,
  nom: string,
  champs: readonly [C, ...C[]],
  maximum = 40,
): readonly Record<C, string>[] => {
  const rangees: Record<C, string>[] = [];
  for (let rang = 0; rang < maximum; rang += 1) {
    const rangee = Object.fromEntries(
      champs.map((champ) => [champ, lire(`${nom}.${rang}.${champ}`).trim()]),
    ) as Record<C, string>;
    if (rangee[champs[0]] !== '') rangees.push(rangee);
  }
  return rangees;
};

/** Un entier positif ou nul, ou null. */
export const lireEntier = (texte: string): number | null => {
  const lu = net(texte);
  return /^\d{1,6}$/.test(lu) ? Number(lu) : null;
};

/** Un pourcentage écrit (« 30 » ou « 30,5 ») en fraction (« 0.305 ») ; null s’il est illisible. */
export const lirePourcentage = (texte: string): string | null => {
  const lu = lireExact(net(texte));
  if (lu === null || lu.n < 0n) return null;
  const { n, d } = exact(lu.n, lu.d * 100n);
  const decimales = (n * 1_000_000n) / d;
  const chiffres = String(decimales).padStart(7, '0');
  return `${chiffres.slice(0, -6)}.${chiffres.slice(-6)}`.replace(/\.?0+$/, '') || '0';
};

/** Une fraction (« 0.305 ») écrite en pour cent (« 30,5 »). */
export const ecrirePourcentage = (fraction: string): string =>
  String(Math.round(Number(fraction) * 1_000_000) / 10_000).replace('.', ',');

/** Un nombre décimal écrit à la française, à point ; null s’il est illisible. */
export const lireDecimal = (texte: string): string | null => {
  const lu = net(texte);
  return lireExact(lu) === null ? null : lu;
};

/** Des euros écrits, en centimes ; null s’ils sont illisibles. */
export const lireEuros = (texte: string): string | null => {
  const lu = lireExact(net(texte));
  if (lu === null || (lu.n * 100n) % lu.d !== 0n) return null;
  return String((lu.n * 100n) / lu.d);
};

export const ecrireEuros = (centimes: string): string =>
  (Number(centimes) / 100).toFixed(2).replace('.', ',');
