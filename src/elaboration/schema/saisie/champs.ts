import { estJour, formaterDate } from '../../../moteurs/calendrier/index.ts';

/** Une colonne d’un champ fait de lignes. */
export interface Colonne {
  readonly nom: string;
  readonly libelle: string;
  readonly genre: 'texte' | 'jour';
  readonly choix?: readonly { readonly valeur: string; readonly libelle: string }[];
}

interface Commun {
  readonly nom: string;
  readonly libelle: string;
  readonly aide?: string;
}

/** Un champ que l’on rédige : la page, la lecture du formulaire et la comparaison suivent ce tableau. */
export type ChampARediger =
  | (Commun & { readonly genre: 'texte' | 'texte-long' | 'jour' | 'montant' })
  /** Une liste de phrases : une par ligne. */
  | (Commun & { readonly genre: 'liste' })
  | (Commun & { readonly genre: 'lignes'; readonly colonnes: readonly Colonne[] });

export type Ligne = Readonly<Record<string, string>>;
/** Chaînes canoniques : un jour est « AAAA-MM-JJ », un montant « 1234.50 ». */
export type ValeurRedigee = string | readonly string[] | readonly Ligne[];
export type Redaction = Readonly<Record<string, ValeurRedigee>>;

export const texteDe = (redaction: Redaction, nom: string): string => {
  const valeur = redaction[nom];
  return typeof valeur === 'string' ? valeur : '';
};

export const listeDe = (redaction: Redaction, nom: string): readonly string[] => {
  const valeur = redaction[nom];
  return Array.isArray(valeur)
    ? (valeur as readonly (string | Ligne)[]).filter((element) => typeof element === 'string')
    : [];
};

export const lignesDe = (redaction: Redaction, nom: string): readonly Ligne[] => {
  const valeur = redaction[nom];
  return Array.isArray(valeur)
    ? (valeur as readonly (string | Ligne)[]).filter((element) => typeof element !== 'string')
    : [];
};

/** La valeur d’un champ, de la forme que son genre annonce ; vide si elle n’est pas rédigée. */
export const valeurDe = (champ: ChampARediger, redaction: Redaction): ValeurRedigee => {
  if (champ.genre === 'liste') return listeDe(redaction, champ.nom);
  return champ.genre === 'lignes' ? lignesDe(redaction, champ.nom) : texteDe(redaction, champ.nom);
};

export const estVide = (valeur: ValeurRedigee): boolean =>
  typeof valeur === 'string' ? valeur.trim() === '' : valeur.length === 0;

/** Deux valeurs rédigées disent-elles la même chose ? */
export const estPareille = (a: ValeurRedigee, b: ValeurRedigee): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Une valeur écrite pour être lue (comparaison de deux textes). */
export const ecrireValeur = (champ: ChampARediger, valeur: ValeurRedigee): string => {
  if (typeof valeur === 'string') {
    if (champ.genre === 'jour' && estJour(valeur)) return formaterDate(valeur);
    return champ.genre === 'montant' && valeur !== '' ? `${valeur.replace('.', ',')} €` : valeur;
  }
  return valeur
    .map((element) =>
      typeof element === 'string'
        ? element
        : (champ.genre === 'lignes' ? champ.colonnes : [])
            .map(({ nom }) => element[nom] ?? '')
            .join(' · '),
    )
    .join('\n');
};
