import { estJour } from '../../../moteurs/calendrier/index.ts';
import type { ChampARediger, Colonne, Ligne, Redaction, ValeurRedigee } from './champs.ts';

/** Au-delà, un texte n’est plus une section : il est refusé, jamais coupé. */
export const LONGUEUR_MAXIMALE = 60_000;
export const LIGNES_MAXIMALES = 200;

/** « 1 234,5 € » → « 1234.50 » ; null si ce n’est pas un montant. */
export const lireMontant = (texte: string): string | null => {
  const nu = texte.replace(/[\s\u00a0\u202f€]/g, '').replace('\u2212', '-');
  const lu = /^(-?)(\d{1,13})(?:[.,](\d{1,2}))?$/.exec(nu);
  return lu === null ? null : `${lu[1] ?? ''}${lu[2] ?? ''}.${(lu[3] ?? '').padEnd(2, '0')}`;
};

/** « 1,5 » ETP → 150 centièmes ; null si ce n’est pas un nombre d’ETP à deux décimales. */
export const lireCentiemes = (texte: string): number | null => {
  const lu = lireMontant(texte);
  return lu === null || lu.length > 9 ? null : Math.round(Number(lu) * 100);
};

/** Un montant canonique (« 1234.50 ») en centimes. */
export const enCentimes = (canonique: string): bigint => BigInt(canonique.replace('.', ''));

const normaliser = (texte: string): string =>
  texte
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();

export interface Lecture {
  readonly redaction: Redaction;
  /** Par nom de champ, ce qui ne va pas et quoi faire. */
  readonly erreurs: Readonly<Record<string, string>>;
}

type Lire = (nom: string) => string | null;

interface Lue {
  readonly valeur: ValeurRedigee;
  readonly erreur?: string;
}

const lireTexte = (champ: ChampARediger, brut: string): Lue => {
  const texte = normaliser(brut);
  if (texte.length > LONGUEUR_MAXIMALE) {
    return { valeur: texte, erreur: 'Ce texte dépasse 60 000 caractères : coupez-le en annexes.' };
  }
  if (texte === '') return { valeur: '' };
  if (champ.genre === 'jour' && !estJour(texte)) {
    return { valeur: texte, erreur: 'Ce jour n’existe pas : choisissez une date.' };
  }
  if (champ.genre !== 'montant') return { valeur: texte };
  const montant = lireMontant(texte);
  return montant === null
    ? { valeur: texte, erreur: 'Écrivez un montant en euros, par exemple 18 500 ou 18 500,50.' }
    : { valeur: montant };
};

const lireLigne = (lire: Lire, nom: string, rang: number, colonnes: readonly Colonne[]): Ligne =>
  Object.fromEntries(
    colonnes.map((colonne) => [
      colonne.nom,
      normaliser(lire(`${nom}.${rang}.${colonne.nom}`) ?? '').slice(0, 2000),
    ]),
  );

const lireLignes = (champ: ChampARediger & { genre: 'lignes' }, lire: Lire): Lue => {
  const annoncees = Number(lire(`${champ.nom}.nombre`) ?? '0');
  const nombre = Number.isInteger(annoncees) ? Math.min(annoncees, LIGNES_MAXIMALES) : 0;
  const lignes = Array.from({ length: nombre }, (_, rang) =>
    lireLigne(lire, champ.nom, rang, champ.colonnes),
  ).filter((ligne) => Object.values(ligne).some((texte) => texte !== ''));
  const fautive = lignes.findIndex((ligne) =>
    champ.colonnes.some(({ nom, genre }) => {
      const texte = ligne[nom] ?? '';
      return genre === 'jour' && texte !== '' && !estJour(texte);
    }),
  );
  return fautive === -1
    ? { valeur: lignes }
    : { valeur: lignes, erreur: `Ligne ${fautive + 1} : cette date n’existe pas.` };
};

const lireChamp = (champ: ChampARediger, lire: Lire): Lue => {
  if (champ.genre === 'lignes') return lireLignes(champ, lire);
  const brut = lire(champ.nom) ?? '';
  if (champ.genre !== 'liste') return lireTexte(champ, brut);
  const elements = normaliser(brut)
    .split('\n')
    .map((ligne) => ligne.replace(/^\s*[-–•*]\s*/, '').trim())
    .filter((ligne) => ligne !== '');
  return elements.length > LIGNES_MAXIMALES
    ? { valeur: elements, erreur: 'Au plus 200 lignes.' }
    : { valeur: elements };
};

/**
 * Lit un formulaire d’après ses champs. Une erreur laisse ce qui a été tapé : rien n’est perdu.
 * @param lire valeur d’un champ du formulaire, null s’il est absent
 */
export const lireSaisie = (champs: readonly ChampARediger[], lire: Lire): Lecture => {
  const lues = champs.map((champ) => ({ nom: champ.nom, ...lireChamp(champ, lire) }));
  return {
    redaction: Object.fromEntries(lues.map(({ nom, valeur }) => [nom, valeur])),
    erreurs: Object.fromEntries(
      lues.flatMap(({ nom, erreur }) => (erreur === undefined ? [] : [[nom, erreur]])),
    ),
  };
};
