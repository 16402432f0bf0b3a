import { type Jour, jourDeSemaine } from './jour.ts';
import { MOIS } from './mois.ts';

const SEMAINE = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

/** « lundi » … « dimanche ». */
export const nommerJourDeSemaine = (jour: Jour): string => SEMAINE[jourDeSemaine(jour) - 1] ?? '';

/** « novembre 2026 ». */
export const formaterMois = (jour: Jour): string =>
  `${MOIS[Number(jour.slice(5, 7)) - 1] ?? ''} ${Number(jour.slice(0, 4))}`;

/** « 23 novembre 2026 », « 1er mai 2026 » : l’écriture des actes. */
export const formaterDate = (jour: Jour): string => {
  const quantieme = Number(jour.slice(8, 10));
  return `${quantieme === 1 ? '1er' : quantieme} ${formaterMois(jour)}`;
};

/** « lundi 23 novembre 2026 », « vendredi 1er mai 2026 ». Ne dépend d’aucun réglage de la machine. */
export const formaterJour = (jour: Jour): string =>
  `${nommerJourDeSemaine(jour)} ${formaterDate(jour)}`;

/** Forme courte « 23/11/2026 », pour les tableaux. */
export const formaterJourCourt = (jour: Jour): string =>
  `${jour.slice(8, 10)}/${jour.slice(5, 7)}/${jour.slice(0, 4)}`;
