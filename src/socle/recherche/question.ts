/** Des montants cherchés, bornes comprises, en centimes. */
export interface MontantCherche {
  readonly de: bigint;
  readonly a: bigint;
}

/** Ce qu’on cherche : des mots à trouver tous, et un montant si la question en est un. */
export interface Question {
  readonly mots: readonly string[];
  readonly montant: MontantCherche | null;
}

/** Ce qu’une pièce a trouvé ; chaque pièce connaît ses écrans. */
export interface Trouvaille {
  readonly cle: string;
  readonly titre: string;
  readonly detail: string;
  /** Relatif à `/t/:siren`. */
  readonly chemin: string;
}

/** Ce qu’une pièce rend au plus, une de plus pour savoir qu’il en reste. */
export const COMBIEN_DE_TROUVAILLES = 20;

/** Minuscules sans accents ni ponctuation : « L’Île-d’Yeu » devient « l ile d yeu ». */
export const simplifier = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** « 11 518,23 € » : un montant exact ; « 11 518 » : cet euro, quels que soient ses centimes. */
const lireMontant = (texte: string): MontantCherche | null => {
  const lu = /^[-−]?(\d{1,12})(?:[.,](\d{1,2}))?€?$/.exec(texte.replaceAll(/\s/g, ''));
  if (lu?.[1] === undefined) return null;
  const de = BigInt(lu[1]) * 100n + BigInt((lu[2] ?? '').padEnd(2, '0'));
  return { de, a: lu[2] === undefined ? de + 99n : de };
};

const MOTS_AU_PLUS = 8;

/**
 * Lit la question tapée. Un montant écrit avec ses espaces ou ses centimes n’est pas aussi des mots :
 * « 11 518,23 » ne doit pas trouver tout ce qui porte « 11 » et « 23 ». Null si rien n’est à chercher.
 */
export const lireQuestion = (tapee: string): Question | null => {
  const montant = lireMontant(tapee);
  const mots = simplifier(tapee.slice(0, 200)).split(' ').filter(Boolean).slice(0, MOTS_AU_PLUS);
  if (mots.length === 0) return null;
  return montant === null || mots.length === 1 ? { mots, montant } : { mots: [], montant };
};

/** Vrai si le texte porte tous les mots cherchés, sans accents ni casse. */
export const repondA = ({ mots }: Question, texte: string): boolean => {
  const simple = simplifier(texte);
  return mots.length > 0 && mots.every((mot) => simple.includes(mot));
};
