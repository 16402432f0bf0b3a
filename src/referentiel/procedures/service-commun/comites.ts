import { formaterDate, type Jour, joursEntre } from '../../../moteurs/calendrier/index.ts';
import {
  calculerEcheance,
  type Evenement,
  type FaitGenerateur,
  type Vue,
} from '../../../moteurs/procedure/index.ts';
import type { ConventionDeServiceCommun, MembreDuService } from './convention.ts';

export type VueDuService = Vue<ConventionDeServiceCommun>;

/** Où en est la consultation du comité d’un employeur. */
export interface Consultation {
  readonly membre: MembreDuService;
  /** Premier avis postérieur à la fiche d’impact en vigueur. */
  readonly premier: Evenement | null;
  /** Seconde réunion, quand un vote défavorable unanime l’impose. */
  readonly second: Evenement | null;
  readonly reexamenExige: boolean;
  /** Jour où l’avis est complet ; null tant qu’il ne l’est pas. */
  readonly acquiseLe: Jour | null;
}

const JOURS_AVANT_REEXAMEN = 8;

const minimumDeJours = (vue: VueDuService, le: Jour): number => {
  const auPlusTot = vue.regle('INS-10', le)?.delai?.auPlusTot;
  return auPlusTot !== undefined && 'jours' in auPlusTot ? auPlusTot.jours : JOURS_AVANT_REEXAMEN;
};

const consulter = (
  membre: MembreDuService,
  avis: readonly Evenement[],
  vue: VueDuService,
): Consultation => {
  const premier = avis[0] ?? null;
  if (premier === null) {
    return { membre, premier, second: null, reexamenExige: false, acquiseLe: null };
  }
  // L’unanimité défavorable d’une réunion tenue faute de quorum n’oblige pas à réexaminer (INS-10).
  const reexamenExige = premier.unanimeContre === true && premier.fauteDeQuorum !== true;
  const ecart = minimumDeJours(vue, premier.date);
  const second = reexamenExige
    ? (avis.slice(1).find(({ date }) => joursEntre(premier.date, date) >= ecart) ?? null)
    : null;
  const acquiseLe = reexamenExige ? (second?.date ?? null) : premier.date;
  return { membre, premier, second, reexamenExige, acquiseLe };
};

/**
 * Consultation du comité social territorial de chaque participant, sur la dernière fiche d’impact
 * figée : un avis antérieur à cette fiche ne porte pas sur elle.
 */
export const consultations = (vue: VueDuService): readonly Consultation[] => {
  const fiche = vue.faits('fiche-impact').at(-1)?.date;
  const parEmployeur = Map.groupBy(vue.faits('avis-cst'), ({ employeur }) => employeur);
  return (vue.acte?.membres ?? []).map((membre) => {
    const avis = (parEmployeur.get(membre.id) ?? []).filter(
      ({ date }) => fiche === undefined || date >= fiche,
    );
    return consulter(membre, avis, vue);
  });
};

/** Seconde réunion à tenir dans les trente jours d’un vote défavorable unanime. */
export const reexamensAttendus = (vue: VueDuService): readonly FaitGenerateur[] =>
  consultations(vue).flatMap(({ membre, premier, second, reexamenExige }) => {
    const duree = premier === null ? null : vue.regle('INS-10', premier.date)?.delai?.duree;
    if (premier === null || !duree || !reexamenExige) return [];
    return {
      objet: `Seconde réunion du comité social territorial – ${membre.nom}`,
      depart: premier.date,
      echeance: calculerEcheance(premier.date, duree),
      satisfaitLe: second?.date ?? null,
    };
  });

/** « Pouilly (pas avant le 9 mars 2027) » pour chaque réexamen qui reste à tenir. */
export const direReexamens = (vue: VueDuService): readonly string[] =>
  consultations(vue)
    .filter(({ reexamenExige, second }) => reexamenExige && second === null)
    .map(({ membre, premier }) => {
      if (premier === null) return membre.nom;
      const jours = minimumDeJours(vue, premier.date);
      const auPlusTot = calculerEcheance(premier.date, { jours });
      return `${membre.nom} (pas avant le ${formaterDate(auPlusTot)})`;
    });
