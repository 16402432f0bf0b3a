import type { TypeDeFichier } from './classeur.ts';

/** Ce que la lecture fait d’un écart (définitions : `REGLES_DE_LECTURE`). */
export type Action =
  | 'reparer'
  | 'reparer_et_signaler'
  | 'signaler'
  | 'bloquer_ligne'
  | 'bloquer_fichier'
  | 'ignorer';

export interface Anomalie {
  readonly feuille: string | null;
  /** Numéro physique ; la rangée d’en-tête ou la première occurrence pour une colonne, 0 pour un fichier vide. */
  readonly ligne: number;
  /** Intitulé tel qu’il figure dans le fichier, nom canonique d’une colonne absente, ou lettre. */
  readonly colonne: string;
  readonly cellule: string | null;
  readonly action: Action;
  /** La valeur lue ; jamais une donnée nominative. */
  readonly lue: string;
  /** La valeur retenue ou proposée, `null` s’il n’y en a pas. */
  readonly valeur: string | null;
  readonly regle: string;
  readonly message: string;
}

export interface ColonneLue {
  readonly lue: string;
  readonly canonique: string | readonly string[] | null;
  readonly feuille?: string;
}

export interface LigneImportee {
  readonly ligne: number;
  readonly feuille: string | null;
  readonly valeurs: Readonly<Record<string, string>>;
}

export interface LigneBloquee {
  readonly ligne: number;
  readonly feuille: string | null;
  readonly lues: readonly (string | null)[];
}

/** Le résultat complet d’une lecture (contrat machine, forme stable). */
export interface LectureDeGrille {
  readonly grille: string;
  readonly fichier: string;
  readonly format: {
    readonly type: TypeDeFichier | 'inconnu';
    readonly encodage: string | null;
    readonly separateur: string | null;
    readonly feuilles: readonly string[];
  };
  readonly colonnes: readonly ColonneLue[];
  readonly lignes: readonly LigneImportee[];
  readonly anomalies: readonly Anomalie[];
  readonly bloquees: readonly LigneBloquee[];
  readonly bilan: {
    readonly lignesLues: number;
    readonly lignesImportees: number;
    readonly lignesBloquees: number;
    readonly lignesIgnorees: number;
    readonly fichierRefuse: boolean;
  };
  readonly erreurs?: readonly { readonly code: string; readonly message: string }[];
}
