export const ETATS_DE_TRAVAIL = {
  'en-attente': 'En attente',
  'en-cours': 'En cours',
  termine: 'Terminé',
  echec: 'Échoué',
  annule: 'Annulé',
} as const;
export type EtatTravail = keyof typeof ETATS_DE_TRAVAIL;

/** Une valeur enregistrable telle quelle. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [cle: string]: Json };

/** Un long travail, tel qu’on le suit à l’écran. */
export interface Travail {
  readonly id: string;
  readonly genre: string;
  /** Ce que c’est, pour l’utilisateur : « Lecture de la grille RH de Mars ». */
  readonly libelle: string;
  readonly etat: EtatTravail;
  readonly collectivite: string | null;
  /** Unités faites, sur `total` ; null tant que le travail ne l’a pas dit. */
  readonly progression: number | null;
  readonly total: number | null;
  readonly message: string | null;
  readonly resultat: Json;
  readonly erreur: string | null;
  readonly annulationDemandee: boolean;
  /** Combien de fois il a été repris après une coupure. */
  readonly reprises: number;
  readonly creeLe: Date;
  readonly creePar: string;
  readonly commenceLe: Date | null;
  readonly termineLe: Date | null;
}

/** Vrai quand plus rien ne bougera. */
export const estFini = ({ etat }: Pick<Travail, 'etat'>): boolean =>
  etat === 'termine' || etat === 'echec' || etat === 'annule';

/** Au-delà, le travail est arrêté : il fait sans doute tomber le serveur lui-même. */
export const REPRISES_MAXIMALES = 3;

/** Part faite, de 0 à 1 ; null si elle n’est pas connue. */
export const partFaite = ({
  progression,
  total,
}: Pick<Travail, 'progression' | 'total'>): number | null =>
  progression === null || total === null || total <= 0
    ? null
    : Math.min(1, Math.max(0, progression / total));

/**
 * Secondes restantes estimées d’après la part déjà faite ; null si c’est trop tôt pour le dire.
 * @param instant millisecondes
 */
export const secondesRestantes = (
  travail: Pick<Travail, 'progression' | 'total' | 'commenceLe' | 'etat'>,
  instant: number,
): number | null => {
  const part = partFaite(travail);
  if (travail.etat !== 'en-cours' || travail.commenceLe === null || part === null || part < 0.02) {
    return null;
  }
  const ecoule = (instant - travail.commenceLe.getTime()) / 1000;
  return Math.max(0, Math.round((ecoule / part) * (1 - part)));
};
