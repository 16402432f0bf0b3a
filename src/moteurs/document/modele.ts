import type { Niveau, TonDEncadre } from './arbre.ts';
import type { Champ } from './champs.ts';
import type { Expression } from './expression.ts';
import type { Phrase } from './texte-riche.ts';

/**
 * Un modèle de document est une donnée : des champs décrits, des exigences de droit, et un texte
 * que le service juridique modifie sans développeur (notation : `notation.ts`).
 */
export interface Modele {
  readonly nom: string;
  readonly version: string;
  readonly libelle: string;
  readonly description: string;
  /** « Article 1, Article 2… » ou « 1, 1.1, 1.1.1… ». */
  readonly numerotation: 'articles' | 'decimale';
  /** Phrases de la page de garde (notation des phrases). */
  readonly titre: string;
  readonly sousTitre?: string;
  readonly auteur: string;
  readonly sujet: string;
  readonly motsCles?: readonly string[];
  readonly champs: readonly Champ[];
  readonly exigences?: readonly Exigence[];
  readonly texte: string;
}

/** Une condition de droit : quand `refuserSi` est vraie, le document est refusé. */
export interface Exigence {
  readonly code: string;
  readonly refuserSi: string;
  /** Éprouver chaque élément de cette liste, sous le nom `element`. */
  readonly pourChaque?: string;
  /** Message (notation des phrases) : dit quoi faire. */
  readonly message: string;
  readonly article: string | null;
  readonly chemin?: string;
  readonly ou?: string;
}

/** Une ligne de tableau ou de bloc de signature. */
export interface Rangee {
  readonly genre: string;
  readonly cellules: readonly Phrase[];
}

export interface ClauseLue {
  readonly id: string;
  readonly titre: Phrase;
  readonly regles: readonly string[];
  readonly article: string | null;
  readonly version: string;
}

/** Le texte d’un modèle, lu : une suite d’instructions de composition. */
export type Instruction = { readonly ligne: number } & (
  | {
      readonly type: 'titre';
      readonly niveau: Niveau;
      readonly numerote: boolean;
      readonly phrase: Phrase;
    }
  | { readonly type: 'paragraphe'; readonly style: 'normal' | 'visa'; readonly phrase: Phrase }
  | { readonly type: 'element'; readonly ordonnee: boolean; readonly phrase: Phrase }
  | { readonly type: 'rangee'; readonly rangee: Rangee }
  | {
      readonly type: 'figure';
      readonly svg: Expression;
      readonly remplacement: Phrase;
      readonly legende: Phrase | null;
    }
  | { readonly type: 'saut-de-page' | 'sommaire' }
  | { readonly type: 'inclure'; readonly modele: string; readonly donnees: Expression }
  | {
      readonly type: 'si';
      readonly branches: readonly {
        readonly condition: Expression | null;
        readonly corps: Corps;
      }[];
    }
  | {
      readonly type: 'pour';
      readonly nom: string;
      readonly liste: Expression;
      readonly corps: Corps;
    }
  | { readonly type: 'clause'; readonly clause: ClauseLue; readonly corps: Corps }
  | { readonly type: 'annexe'; readonly id: string; readonly titre: Phrase; readonly corps: Corps }
  | {
      readonly type: 'encadre';
      readonly ton: TonDEncadre;
      readonly titre: Phrase;
      readonly corps: Corps;
    }
  | { readonly type: 'tableau'; readonly legende: Phrase; readonly corps: Corps }
  | { readonly type: 'signatures'; readonly corps: Corps }
);

export type Corps = readonly Instruction[];
