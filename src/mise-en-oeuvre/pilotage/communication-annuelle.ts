import { ajouterJours, anneeDe, composerJour, type Jour } from '../../moteurs/calendrier/index.ts';

/** L’occasion de la communication annuelle (code du modèle de rapport). */
export type CadreBudgetaire = 'dob' | 'budget';

export const LIBELLES_DE_CADRE: Readonly<Record<CadreBudgetaire, string>> = {
  dob: 'débat d’orientation budgétaire',
  budget: 'vote du budget',
};

const SEUIL_DU_DEBAT = 3500;

/**
 * L’occasion légale : le débat d’orientation budgétaire si une commune membre atteint 3 500 habitants ;
 * à défaut, le vote du budget (CGCT, art. L. 5211-39-1 et L. 5211-36).
 * @param populations populations totales des communes membres
 */
export const cadreBudgetaireAttendu = (populations: readonly number[]): CadreBudgetaire =>
  populations.some((population) => population >= SEUIL_DU_DEBAT) ? 'dob' : 'budget';

/** Renouvellement général des conseils municipaux : mars 2026, puis tous les six ans. */
const estAnneeDeRenouvellement = (annee: number): boolean => (annee - 2026) % 6 === 0;

/** Dernier jour du vote du budget : 15 avril, ou 30 avril l’année du renouvellement général. */
export const limiteDuBudget = (annee: number): Jour =>
  estAnneeDeRenouvellement(annee) ? `${annee}-04-30` : `${annee}-04-15`;

export interface Communication {
  /** Année de l’exercice dont on rend compte. */
  readonly exercice: number;
  /** Premier jour où la communication peut se tenir. */
  readonly debut: Jour;
  readonly limite: Jour;
  readonly cadre: CadreBudgetaire;
}

/**
 * La prochaine communication : celle de l’année, ou la suivante si elle est tenue ou n’a plus lieu. Pour le débat d’orientation budgétaire, les dix semaines qui précèdent
 * le vote du budget, jamais le jour même ; sinon la séance du budget.
 * @param tenues années des séances où l’avancement a déjà été communiqué
 */
export const prochaineCommunication = (
  aujourdhui: Jour,
  cadre: CadreBudgetaire,
  tenues: readonly number[],
): Communication => {
  const cetteAnnee = anneeDe(aujourdhui);
  const estDue = aujourdhui <= limiteDuBudget(cetteAnnee) && !tenues.includes(cetteAnnee);
  const annee = estDue ? cetteAnnee : cetteAnnee + 1;
  const vote = limiteDuBudget(annee);
  return {
    exercice: annee - 1,
    debut: cadre === 'dob' ? ajouterJours(vote, -70) : (composerJour(annee, 1, 1) ?? vote),
    limite: cadre === 'dob' ? ajouterJours(vote, -1) : vote,
    cadre,
  };
};

/** L’année de la séance où l’on rend compte d’un exercice : la suivante. */
export const anneeDeSeance = (exercice: number): number => exercice + 1;
