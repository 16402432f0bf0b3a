import type { Action } from './anomalie.ts';

/** Une remarque sur une ou plusieurs colonnes d’un enregistrement. */
export interface Remarque {
  readonly champs: readonly string[];
  readonly action: Action;
  readonly regle: string;
  readonly message: string;
  readonly valeur?: string | null;
}

/** Une ligne en cours de lecture, telle que la voient les règles entre colonnes d’une grille. */
export interface Enregistrement {
  readonly ligne: number;
  readonly feuille: string;
  readonly estBloque: boolean;
  /** La valeur canonique, chaîne vide s’il n’y en a pas. */
  lire(champ: string): string;
  /** Ce que portait la cellule, chaîne vide si la colonne est absente. */
  lireBrut(champ: string): string;
  /** La colonne existe dans le fichier (même vide sur cette ligne). */
  aColonne(champ: string): boolean;
  /** La cellule a déjà reçu une remarque bloquante : inutile d’en ajouter une seconde. */
  estIllisible(champ: string): boolean;
  ecrire(champ: string, valeur: string): void;
  noter(remarque: Remarque): void;
}
