import type { ReactNode } from 'react';
import type { TriDense, Valeur } from './lignes-denses.ts';

/** Une colonne d’un tableau dense. */
export interface ColonneDense<Ligne> {
  id: string;
  titre: string;
  /** La valeur triée, cherchée et copiée. */
  lire: (ligne: Ligne) => Valeur;
  /** Ce qui s’affiche, si ce n’est pas la valeur telle quelle. */
  rendre?: (ligne: Ligne) => ReactNode;
  estNombre?: boolean;
  /** Masquée au départ. */
  cachee?: boolean;
}

export interface ProprietesTableauDense<Ligne> {
  /** Distingue ce tableau dans l’adresse et dans la mémoire du navigateur. */
  id: string;
  legende: string;
  colonnes: readonly ColonneDense<Ligne>[];
  lignes: readonly Ligne[];
  cle: (ligne: Ligne) => string;
  /** Lignes par page sans JavaScript. */
  parPage?: number;
  /** Garder le tableau du serveur, paginé, trié et filtré par l’adresse : une page légère. */
  estLeger?: boolean;
  /** Reçoit un bloc collé depuis un tableur, à partir de cette cellule. */
  onColler?: ((ligne: Ligne, colonne: string, bloc: string[][]) => void) | undefined;
}

/** Ce que reçoit en plus la version vive : l’état lu dans l’adresse. */
export interface ProprietesVives<Ligne> extends ProprietesTableauDense<Ligne> {
  recherche: string;
  tri: TriDense | null;
}
