import type { Jour } from '../calendrier/index.ts';
import type { Refus, Resultat } from '../resultat/index.ts';
import type { Evenement, TerritoireConsulte } from './dossier.ts';
import type { Regle } from './regle.ts';
import type { AvisDeCommune, MajoriteInstruite, Manque } from './sortie.ts';

/** Réponse d’une condition ; `inconnue` refuse le passage : dans le doute on n’avance pas. */
export type Constat = 'acquise' | 'inconnue' | { readonly manque: string };

/** Avis d’une commune tel que le moteur le tient, avec son échéance figée. */
export interface AvisInstruit {
  readonly avis: AvisDeCommune;
  readonly depart: Jour | null;
  readonly echeance: Jour | null;
  /** Vrai quand plus rien ne peut changer : exprimé, tacite, ou délai épuisé sans accord. */
  readonly clos: boolean;
}

/** Événement prématuré : il n’est pas retenu, et l’on dit pourquoi. */
export interface EvenementEcarte {
  readonly evenement: Evenement;
  readonly motif: Manque;
}

/** Ce qu’une condition peut regarder, au jour `le` et pas après. */
export interface Vue<Acte = unknown> {
  readonly le: Jour;
  readonly territoire: TerritoireConsulte;
  readonly acte: Acte | null;
  /** Événements retenus de ce type, dans l’ordre chronologique. */
  readonly faits: (type: string) => readonly Evenement[];
  readonly ecartes: (type: string) => readonly EvenementEcarte[];
  /** Avis de chaque commune pour le délai de ce code de règle. */
  readonly avis: (code: string) => readonly AvisInstruit[];
  readonly majorite: (code: string) => MajoriteInstruite | undefined;
  readonly regle: (code: string, le: Jour) => Regle | undefined;
  readonly nommer: (commune: string) => string;
}

export interface Condition<Acte> {
  /** Code de la règle : elle donne le message, l’article et la gravité. */
  readonly regle: string;
  readonly libelle: string;
  readonly verifier: (vue: Vue<Acte>) => Constat;
}

export type FormeDeChamp =
  | 'commune'
  | 'collectivite'
  | 'sens'
  | 'texte'
  | 'liste'
  | 'annee'
  | 'jour'
  | 'booleen';

export interface Champ {
  readonly nom: string;
  readonly forme: FormeDeChamp;
  readonly libelle: string;
  readonly facultatif?: boolean;
  /** Valeurs admises d’un `sens`, quand ce ne sont pas les trois sens d’une délibération. */
  readonly valeurs?: readonly string[];
}

export interface TypeEvenement {
  readonly type: string;
  readonly libelle: string;
  readonly champs: readonly Champ[];
  /** Conditions à réunir le jour même : sinon l’événement est écarté comme prématuré. */
  readonly exige?: readonly string[];
}

/** L’état courant est le dernier du tableau dont toutes les conditions sont acquises. */
export interface Etat {
  readonly code: string;
  readonly libelle: string;
  readonly si: readonly string[];
}

export interface Passage {
  readonly nom: string;
  readonly libelle: string;
  readonly de: readonly string[];
  readonly vers: string;
  /** Type d’événement qui l’enregistre ; null quand il se constate. */
  readonly par: string | null;
  readonly si: readonly string[];
}

/** Délai d’avis ouvert à chaque commune ; durée et effet du silence viennent de la règle. */
export interface DelaiAvis {
  readonly genre: 'avis';
  readonly regle: string;
  readonly objet: string;
  readonly depart: string;
  readonly reponse: string;
  /** Une réponse antérieure au premier événement de ce type ne porte pas sur la question posée. */
  readonly recevableDepuis: string;
}

/** Date butoir simple : d’un événement à un autre. */
export interface DelaiButoir {
  readonly genre: 'butoir';
  readonly regle: string;
  readonly objet: string;
  readonly depart: string;
  readonly satisfaitPar: string | null;
}

export interface FaitGenerateur {
  readonly objet: string;
  readonly depart: Jour;
  readonly echeance: Jour;
  readonly satisfaitLe: Jour | null;
}

/** Suite d’échéances calculées (chaque année, chaque employeur…). */
export interface DelaiEcheancier<Acte> {
  readonly genre: 'echeancier';
  readonly regle: string;
  readonly objet: string;
  readonly depart: string;
  readonly etablir: (vue: Vue<Acte>) => readonly FaitGenerateur[];
}

export type Delai<Acte> = DelaiAvis | DelaiButoir | DelaiEcheancier<Acte>;

/** Fraction exacte [numérateur, dénominateur]. */
export type Fraction = readonly [number, number];

export interface SeuilDeMajorite {
  readonly libelle: string;
  readonly communes: Fraction;
  readonly population: Fraction;
  /** Vrai : « plus de » la fraction de population ; faux : « au moins ». */
  readonly populationStricte: boolean;
}

export interface RegleDeMajorite {
  readonly code: string;
  /** Code du délai dont les avis sont comptés. */
  readonly delai: string;
  readonly seuils: readonly SeuilDeMajorite[];
  /** Au-dessus de cette part, la commune la plus peuplée doit être favorable ; null : pas de blocage. */
  readonly blocage: Fraction | null;
}

export interface Piece {
  readonly code: string;
  readonly libelle: string;
  readonly regle: string;
  readonly passage: string;
}

/** Document examiné par la procédure : sa clé dans l’entrée, ses champs et sa lecture. */
export interface ActeExamine<Acte> {
  readonly cle: string;
  readonly libelle: string;
  readonly champs: readonly { readonly nom: string; readonly libelle: string }[];
  readonly lire: (
    brut: unknown,
    territoire: TerritoireConsulte,
  ) => Resultat<Acte, readonly Refus[]>;
}

/** Une procédure : tout ce que le moteur sait d’elle tient dans ce tableau. */
export interface Procedure<Acte> {
  readonly nom: string;
  readonly titre: string;
  readonly article: string;
  readonly regles: readonly Regle[];
  readonly etats: readonly [Etat, ...Etat[]];
  readonly evenements: readonly TypeEvenement[];
  readonly conditions: Readonly<Record<string, Condition<Acte>>>;
  readonly passages: readonly Passage[];
  readonly delais: readonly Delai<Acte>[];
  readonly majorites: readonly RegleDeMajorite[];
  readonly pieces: readonly Piece[];
  /** Règles à faire connaître sans contrôle possible. */
  readonly aSavoir: readonly string[];
  readonly exigeEpci: boolean;
  readonly acte?: ActeExamine<Acte>;
}

/** Le tableau sans le type de son acte : pour lire, décrire ou lister des procédures différentes. */
export type TableauDeProcedure = Omit<Procedure<never>, 'acte'> & {
  readonly acte?: ActeExamine<unknown>;
};
