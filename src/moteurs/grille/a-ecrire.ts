/** Un classeur à écrire, sans format de fichier : le socle en fait du XLSX, de l’ODS ou du CSV. */

export type StyleDeCellule = 'entete' | 'titre' | 'texte' | 'fige' | 'aide';

export type FormatDeColonne = 'texte' | 'nombre' | 'deux-decimales' | 'date' | 'date-heure';

export interface ColonneAEcrire {
  /** Largeur en caractères. */
  readonly largeur: number;
  readonly format: FormatDeColonne;
  /** La saisie y est permise quand la feuille est protégée. */
  readonly saisissable: boolean;
  /** Liste de choix : plage de la feuille des listes. */
  readonly liste?: PlageDeListe;
  /** Aide montrée à l’entrée dans la cellule. */
  readonly aide?: string;
  readonly masquee?: boolean;
}

export interface PlageDeListe {
  readonly feuille: string;
  readonly colonne: number;
  readonly premiere: number;
  readonly derniere: number;
}

export interface RangeeAEcrire {
  readonly style: StyleDeCellule;
  /** Texte ou nombre ; une date est une chaîne ISO dans une colonne de format date ; chaîne vide : cellule vide. */
  readonly cellules: readonly (string | number)[];
}

export interface FeuilleAEcrire {
  readonly nom: string;
  readonly colonnes: readonly ColonneAEcrire[];
  readonly rangees: readonly RangeeAEcrire[];
  /** Nombre de rangées qui restent visibles en haut. */
  readonly figees: number;
  readonly protegee: boolean;
  /** Dernière rangée où les listes de choix s’appliquent. */
  readonly derniereSaisie: number;
}

export interface ClasseurAEcrire {
  readonly titre: string;
  readonly feuilles: readonly FeuilleAEcrire[];
}
