import { anneeDe, type Jour } from '../../../moteurs/calendrier/index.ts';
import type { AgentEffectif } from './agent.ts';

/** Une marche de la pyramide : bornes d’âge comprises, `null` si ouverte. */
export interface TrancheDAge {
  readonly code: string;
  readonly libelle: string;
  readonly de: number | null;
  readonly a: number | null;
  readonly agents: number;
  readonly complets: number;
  readonly nonComplets: number;
  readonly etpCentiemes: number;
}

const BORNES: readonly (readonly [number | null, number | null])[] = [
  [null, 24],
  ...[25, 30, 35, 40, 45, 50, 55, 60].map((de) => [de, de + 4] as const),
  [65, null],
];

const nommer = (de: number | null, a: number | null): string => {
  if (de === null) return 'Moins de\u00a025\u00a0ans';
  if (a === null) return '65\u00a0ans et\u00a0plus';
  return `${de}\u00a0à\u00a0${a}\u00a0ans`;
};

const coder = (de: number | null, a: number | null): string => `${de ?? 0}-${a ?? 'plus'}`;

/**
 * L’âge atteint dans l’année de la photo. La grille ne porte que l’année de naissance : l’âge est
 * celui du 31 décembre. `null` si l’année manque.
 */
export const ageLe = (agent: AgentEffectif, photoAu: Jour): number | null =>
  agent.anneeNaissance === null ? null : anneeDe(photoAu) - agent.anneeNaissance;

const appartient = (age: number, de: number | null, a: number | null): boolean =>
  (de === null || age >= de) && (a === null || age <= a);

/** Le code de la tranche d’âge d’un agent, `inconnu` si son année de naissance manque. */
export const trancheDe = (agent: AgentEffectif, photoAu: Jour): string => {
  const age = ageLe(agent, photoAu);
  const bornes = age === null ? undefined : BORNES.find(([de, a]) => appartient(age, de, a));
  return bornes === undefined ? 'inconnu' : coder(...bornes);
};

/** La pyramide des âges par tranches de cinq ans ; les âges inconnus n’y figurent pas. */
export const dresserPyramide = (
  agents: readonly AgentEffectif[],
  photoAu: Jour,
): readonly TrancheDAge[] => {
  const parTranche = Map.groupBy(agents, (agent) => trancheDe(agent, photoAu));
  return BORNES.map(([de, a]) => {
    const presents = parTranche.get(coder(de, a)) ?? [];
    const nonComplets = presents.filter(({ estNonComplet }) => estNonComplet).length;
    return {
      code: coder(de, a),
      libelle: nommer(de, a),
      de,
      a,
      agents: presents.length,
      complets: presents.length - nonComplets,
      nonComplets,
      etpCentiemes: presents.reduce((cumul, { etpCentiemes }) => cumul + etpCentiemes, 0),
    };
  });
};

/** Âge d’ouverture des droits supposé quand rien n’est réglé. */
export const AGE_D_OUVERTURE = 64;

export interface Depart {
  readonly horizon: number;
  /** Dernière année civile comptée. */
  readonly jusquEn: number;
  readonly agents: number;
  readonly etpCentiemes: number;
  readonly ligneIds: readonly string[];
}

export interface Departs {
  readonly ageDOuverture: number;
  readonly hypothese: string;
  readonly dansCinqAns: Depart;
  readonly dansDixAns: Depart;
  readonly agesInconnus: number;
}

const compterDeparts = (
  agents: readonly AgentEffectif[],
  photoAu: Jour,
  age: number,
  horizon: number,
): Depart => {
  const jusquEn = anneeDe(photoAu) + horizon;
  const partants = agents.filter(
    ({ anneeNaissance }) => anneeNaissance !== null && anneeNaissance + age <= jusquEn,
  );
  return {
    horizon,
    jusquEn,
    agents: partants.length,
    etpCentiemes: partants.reduce((cumul, { etpCentiemes }) => cumul + etpCentiemes, 0),
    ligneIds: partants.map(({ ligneId }) => ligneId),
  };
};

/**
 * Les agents qui auront atteint l’âge d’ouverture des droits dans 5 et 10 ans, ceux qui l’ont déjà
 * atteint compris. C’est un possible, non une prévision : l’hypothèse accompagne toujours le chiffre.
 */
export const compterLesDeparts = (
  agents: readonly AgentEffectif[],
  photoAu: Jour,
  ageDOuverture: number = AGE_D_OUVERTURE,
): Departs => ({
  ageDOuverture,
  hypothese: `Hypothèse : départ possible l’année des ${ageDOuverture} ans, pour tous. La grille ne connaît ni les carrières longues, ni la catégorie active, ni les choix de chacun.`,
  dansCinqAns: compterDeparts(agents, photoAu, ageDOuverture, 5),
  dansDixAns: compterDeparts(agents, photoAu, ageDOuverture, 10),
  agesInconnus: agents.filter(({ anneeNaissance }) => anneeNaissance === null).length,
});
