import { type OptionsDesFeries, prorogerAuJourOuvrable } from './feries.ts';
import { ajouterJours, ajouterMois, type Jour, lendemain } from './jour.ts';

/** Un délai : les mois se comptent d’abord, de quantième à quantième, puis les jours. */
export interface Delai extends OptionsDesFeries {
  readonly mois?: number;
  readonly jours?: number;
  /** Délai franc : le jour de l’échéance ne compte pas non plus (un jour de plus). */
  readonly franc?: boolean;
  /** Report au premier jour ouvrable suivant. Faux à défaut : c’est la procédure qui le prévoit. */
  readonly prorogation?: boolean;
}

export interface Echeance {
  /** Dernier jour utile, jusqu’à minuit. */
  readonly echeance: Jour;
  /** Dernier jour avant report ; égal à `echeance` quand rien n’est reporté. */
  readonly avantProrogation: Jour;
  readonly prorogee: boolean;
  /** Lendemain de l’échéance : jour où un avis ou un accord tacite est acquis. */
  readonly lendemain: Jour;
}

/**
 * Dernier jour d’un délai (code de procédure civile, art. 640 à 642). Le jour de l’acte ne compte
 * pas ; à défaut de quantième, le dernier jour du mois ; l’échéance expire à 24 heures.
 * @param depart jour de l’acte, de la notification ou de la publication
 */
export const calculerEcheance = (depart: Jour, delai: Delai): Echeance => {
  const enMois = ajouterMois(depart, delai.mois ?? 0);
  const jours = (delai.jours ?? 0) + (delai.franc === true ? 1 : 0);
  const avantProrogation = ajouterJours(enMois, jours);
  const echeance =
    delai.prorogation === true ? prorogerAuJourOuvrable(avantProrogation, delai) : avantProrogation;
  return {
    echeance,
    avantProrogation,
    prorogee: echeance !== avantProrogation,
    lendemain: lendemain(echeance),
  };
};
