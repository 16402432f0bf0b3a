import type { Jour } from '../calendrier/index.ts';

/** Ce qu’entraîne le manquement : étape refusée, alerte motivée, ou simple information. */
export type Gravite = 'bloquant' | 'avertissement' | 'information';

/** Solidité de la source : « a-verifier » (doute réel) n’est jamais bloquante. */
export type Confiance =
  | 'confirme'
  | 'confirme-doctrine'
  | 'a-verifier-quasi-certain'
  | 'a-verifier';

/**
 * Effet du silence au terme du délai. Il change d’une procédure à l’autre : aucune valeur par défaut.
 * `favorable` et `defavorable` : décision réputée prise le lendemain ; `pas-d-accord` : le silence ne
 * vaut jamais accord ; `passer-outre` : on peut décider sans l’avis ; `aucun` : date butoir sans silence.
 */
export type EffetDuSilence =
  | 'favorable'
  | 'defavorable'
  | 'pas-d-accord'
  | 'passer-outre'
  | 'aucun';

/** Mois de quantième à quantième, ou jours calendaires. */
export type Duree = { readonly mois: number } | { readonly jours: number };

/** Délai fixé par une règle : durée, effet du silence et phrase montrée avec l’échéance. */
export interface DelaiDeDroit {
  /** null quand le terme est une date du calendrier et non une durée. */
  readonly duree: Duree | null;
  readonly silence: EffetDuSilence;
  readonly effet: string;
  /** Premier jour utile, quand la règle en fixe un (INS-10 : pas avant huit jours). */
  readonly auPlusTot?: Duree;
}

/** Une règle de droit datée. Une nouvelle version s’ajoute ; l’ancienne reste vraie pour son temps. */
export interface Regle {
  readonly code: string;
  readonly titre: string;
  readonly enonce: string;
  readonly article: string;
  readonly gravite: Gravite;
  readonly confiance: Confiance;
  /** Premier jour d’application ; null quand les sources ne le datent pas. */
  readonly depuis: Jour | null;
  /** Dernier jour d’application ; null tant que la règle est en vigueur. */
  readonly jusqua: Jour | null;
  /** Ce qu’il faut faire quand la règle n’est pas satisfaite. */
  readonly message: string;
  readonly delai?: DelaiDeDroit;
  /** Doute à lever sur le texte officiel, qui explique une gravité abaissée. */
  readonly reserve?: string;
}

const couvre = ({ depuis, jusqua }: Regle, le: Jour): boolean =>
  (depuis === null || depuis <= le) && (jusqua === null || le <= jusqua);

/** La version d’une règle en vigueur un jour donné ; `undefined` hors de toute période connue. */
export const trouverRegle = (regles: readonly Regle[], code: string, le: Jour): Regle | undefined =>
  regles.findLast((regle) => regle.code === code && couvre(regle, le));

/** Vrai si le manquement interdit l’étape : gravité bloquante et source sans doute réel. */
export const estBloquante = ({ gravite, confiance }: Regle): boolean =>
  gravite === 'bloquant' && confiance !== 'a-verifier';
