import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { AgentEffectif } from './agent.ts';
import {
  ageLe,
  compterLesDeparts,
  type Departs,
  dresserPyramide,
  type TrancheDAge,
} from './ages.ts';
import { ventiler } from './ventiler.ts';

/**
 * Trois mesures à ne jamais confondre.
 * - `agents` : personnes présentes, comptées dans chaque service où elles interviennent (non additif) ;
 * - `postes` : emplois occupés, comptés une fois, au service principal (additif) ;
 * - `etpCentiemes`, `coutCentimes` : ventilés selon les parts d’affectation (additifs).
 */
export interface Mesure {
  readonly agents: number;
  readonly postes: number;
  readonly etpCentiemes: number;
  readonly coutCentimes: bigint;
}

export interface MesureDeCollectivite extends Mesure {
  readonly collectivite: string;
}
export interface MesureDeService extends Mesure {
  readonly service: string;
}
export interface MesureCroisee extends Mesure {
  readonly collectivite: string;
  readonly service: string;
}

export interface SyntheseDesEffectifs {
  readonly photoAu: Jour;
  readonly total: Mesure;
  readonly parCollectivite: readonly MesureDeCollectivite[];
  readonly parService: readonly MesureDeService[];
  readonly croisement: readonly MesureCroisee[];
  readonly pyramide: readonly TrancheDAge[];
  readonly departs: Departs;
  readonly cinquanteCinqEtPlus: number;
  readonly nonComplets: number;
  readonly tempsPartiels: number;
  readonly polyvalents: number;
}

const VIDE: Mesure = { agents: 0, postes: 0, etpCentiemes: 0, coutCentimes: 0n };

const ajouter = (a: Mesure, b: Mesure): Mesure => ({
  agents: a.agents + b.agents,
  postes: a.postes + b.postes,
  etpCentiemes: a.etpCentiemes + b.etpCentiemes,
  coutCentimes: a.coutCentimes + b.coutCentimes,
});

const apportDe = (agent: AgentEffectif): Mesure => ({
  agents: 1,
  postes: 1,
  etpCentiemes: agent.etpCentiemes,
  coutCentimes: agent.coutCentimes,
});

/** Les apports d’un agent, un par service : postes au seul service principal. */
const apportsParService = (agent: AgentEffectif): readonly MesureDeService[] => {
  const parts = ventiler(agent).map((part) => ({ ...part, agents: 1, postes: 0 }));
  const principal = parts.findIndex(({ service }) => service === agent.service);
  if (principal === -1) {
    return [...parts, { ...VIDE, service: agent.service, postes: 1 }];
  }
  return parts.map((part, place) => (place === principal ? { ...part, postes: 1 } : part));
};

const cumuler = <T extends Mesure>(apports: readonly T[], cle: (apport: T) => string) => {
  const cumuls = new Map<string, Mesure>();
  for (const apport of apports) {
    cumuls.set(cle(apport), ajouter(cumuls.get(cle(apport)) ?? VIDE, apport));
  }
  return cumuls;
};

const compter = <T>(valeurs: readonly T[], garder: (valeur: T) => boolean): number =>
  valeurs.filter(garder).length;

/**
 * La synthèse des effectifs : totaux, par collectivité, par service, croisés, âges et départs.
 * @param photoAu jour auquel la grille décrit les effectifs (en général un 31 décembre)
 */
export const synthetiser = (
  agents: readonly AgentEffectif[],
  photoAu: Jour,
  reglages: { readonly ageDOuverture?: number } = {},
): SyntheseDesEffectifs => {
  const croises = agents.flatMap((agent) =>
    apportsParService(agent).map((apport) => ({ ...apport, collectivite: agent.collectivite })),
  );
  const separer = (cle: string): { collectivite: string; service: string } => {
    const [collectivite = '', service = ''] = cle.split('/');
    return { collectivite, service };
  };
  return {
    photoAu,
    total: agents.map(apportDe).reduce(ajouter, VIDE),
    parCollectivite: [
      ...cumuler(
        agents.map((agent) => ({ ...apportDe(agent), collectivite: agent.collectivite })),
        ({ collectivite }) => collectivite,
      ),
    ].map(([collectivite, mesure]) => ({ collectivite, ...mesure })),
    parService: [...cumuler(croises, ({ service }) => service)].map(([service, mesure]) => ({
      service,
      ...mesure,
    })),
    croisement: [
      ...cumuler(croises, ({ collectivite, service }) => `${collectivite}/${service}`),
    ].map(([cle, mesure]) => ({ ...separer(cle), ...mesure })),
    pyramide: dresserPyramide(agents, photoAu),
    departs: compterLesDeparts(agents, photoAu, reglages.ageDOuverture),
    cinquanteCinqEtPlus: compter(agents, (agent) => (ageLe(agent, photoAu) ?? 0) >= 55),
    nonComplets: compter(agents, ({ estNonComplet }) => estNonComplet),
    tempsPartiels: compter(agents, ({ quotite }) => quotite < 100),
    polyvalents: compter(agents, ({ affectations }) => affectations.length > 1),
  };
};

/** Un agent derrière un total : la ligne en ligne et ce qu’elle y apporte. */
export interface SourceDeMoyens {
  readonly ligneId: string;
  readonly matricule: string;
  readonly etpCentiemes: number;
  readonly coutCentimes: bigint;
  readonly source: AgentEffectif['source'];
}

export interface MoyensDuService extends Mesure {
  readonly service: string;
  readonly parCollectivite: readonly (MesureDeCollectivite & {
    readonly sources: readonly SourceDeMoyens[];
  })[];
}

/** Les moyens humains qu’un service mobilise aujourd’hui, par collectivité, jusqu’aux lignes. */
export const moyensDuService = (
  agents: readonly AgentEffectif[],
  codeService: string,
): MoyensDuService => {
  const apports = agents.flatMap((agent) =>
    apportsParService(agent)
      .filter(({ service }) => service === codeService)
      .map((apport) => ({ agent, apport })),
  );
  const parCollectivite = [...Map.groupBy(apports, ({ agent }) => agent.collectivite)].map(
    ([collectivite, presents]) => ({
      collectivite,
      ...presents.map(({ apport }) => apport as Mesure).reduce(ajouter, VIDE),
      sources: presents.map(({ agent, apport }) => ({
        ligneId: agent.ligneId,
        matricule: agent.matricule,
        etpCentiemes: apport.etpCentiemes,
        coutCentimes: apport.coutCentimes,
        source: agent.source,
      })),
    }),
  );
  return {
    service: codeService,
    ...apports.map(({ apport }) => apport as Mesure).reduce(ajouter, VIDE),
    parCollectivite,
  };
};
