import type { Jour } from '../calendrier/index.ts';
import type { Action } from './anomalie.ts';
import type { Cellule } from './classeur.ts';
import type { Annuaire } from './collectivites.ts';
import type { IndexDeNomenclature } from './rapprochement.ts';
import type { CodeDeRegle } from './regles.ts';
import type { ColonneDeGrille } from './schema.ts';
import { redresser, resserrer, simplifier } from './texte.ts';

/** Une remarque sur une cellule ; sa valeur est la proposition, absente quand rien n’est proposé. */
export interface NoteDeCellule {
  readonly action: Action;
  readonly regle: CodeDeRegle;
  readonly message: string;
  readonly valeur?: string | null;
  /** Ce qu’on cite de la cellule quand elle ne doit pas l’être telle quelle. */
  readonly lue?: string;
}

/** Une cellule comprise : valeur canonique (chaîne vide si absente) et remarques. */
export interface CelluleLue {
  readonly valeur: string;
  readonly notes: readonly NoteDeCellule[];
  /** Autres champs que la même cellule renseigne (« 03/2025 » donne le mois et l’année). */
  readonly aussi?: Readonly<Record<string, string>>;
}

/** Ce que la colonne entière apprend sur chacune de ses cellules. */
export interface ContexteDeColonne {
  /** La colonne écrit ses décimales à la virgule : un point isolé y est inhabituel. */
  readonly aVirgules: boolean;
  /** Multiplicateur annoncé par l’intitulé ou le titre (k€ : 1000 ; mensuel : 12). */
  readonly facteur: number;
  /** Unité annoncée par l’intitulé. */
  readonly unite: string | null;
  /** Les quotités ou parts de la colonne sont toutes comprises entre 0 et 1. */
  readonly enFraction: boolean;
}

export interface MoyensDeLecture {
  readonly annuaire: Annuaire;
  readonly index: Readonly<Record<string, IndexDeNomenclature>>;
  readonly aujourdhui: Jour;
  /** À ajouter aux numéros de série sans format (1462 pour un classeur en base 1904). */
  readonly decalageDeSerie: number;
  /** Séparateur d’un fichier texte. */
  readonly separateur: string | null;
}

export type LecteurDeCellule = (
  cellule: Cellule,
  colonne: ColonneDeGrille,
  contexte: ContexteDeColonne,
  moyens: MoyensDeLecture,
) => CelluleLue;

export const SANS_CONTEXTE: ContexteDeColonne = {
  aVirgules: false,
  facteur: 1,
  unite: null,
  enFraction: false,
};

const ABSENCES =
  /^(?:nc|n\.c\.?|nd|n\.d\.?|na|n\.a\.?|n\/a|n\/c|nr|n\.r\.?|neant|aucune?|sans objet|sans|so|s\.o\.?|s\/o|[-–—_.]+|\?+|x{2,}|inconnue?|non communiquee?|non renseignee?|non connue?|non concernee?|pas connue?|a completer|a renseigner|a preciser|\/+|vide|null|none|#n\/a)$/;

/** Une façon d’écrire qu’on ne sait pas : NC, néant, tiret, point d’interrogation… */
export const estAbsenceEcrite = (texte: string): boolean =>
  ABSENCES.test(simplifier(resserrer(texte)));

const IDEM = /^(?:-?\s*["″〃»]\s*-?|''|id(?:em)?\.?|(?:idem|comme) ci-dessus|(?:meme|ditto))$/;

/** Une façon d’écrire « comme au-dessus » : idem, guillemets de répétition. */
export const estIdem = (cellule: Cellule | null | undefined): boolean =>
  cellule?.type === 'texte' && IDEM.test(simplifier(redresser(resserrer(cellule.texte))));

const EN_ATTENTE = /^a (?:voir|definir|determiner|verifier|confirmer)$/;

/** Un mot d’attente dans une liste de choix : « à voir » n’est pas l’abrégé de « Voirie ». */
export const estAttenteEcrite = (texte: string): boolean =>
  EN_ATTENTE.test(simplifier(resserrer(texte)));

export const lue = (valeur: string, ...notes: readonly NoteDeCellule[]): CelluleLue => ({
  valeur,
  notes,
});

export const bloquee = (
  regle: CodeDeRegle,
  message: string,
  valeur: string | null = null,
): CelluleLue => ({
  valeur: '',
  notes: [{ action: 'bloquer_ligne', regle, message, valeur }],
});

export const note = (action: Action, regle: CodeDeRegle, message: string): NoteDeCellule => ({
  action,
  regle,
  message,
});

/** Texte net d’une cellule : espaces resserrées, apostrophes droites. */
export const texteNet = (cellule: Cellule): string => redresser(resserrer(cellule.texte));
