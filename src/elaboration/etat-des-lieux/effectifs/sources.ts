import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { direSource } from '../collecte/ligne.ts';
import type { AgentEffectif } from './agent.ts';
import { trancheDe } from './ages.ts';
import { ventiler } from './ventiler.ts';

/** Le total que l’on ouvre : tout, ou une case. */
export interface FiltreDeSources {
  readonly collectivite?: string | undefined;
  readonly service?: string | undefined;
  readonly tranche?: string | undefined;
  /** Départs possibles au plus tard cette année, à cet âge. */
  readonly departJusquEn?: number | undefined;
  readonly ageDOuverture?: number | undefined;
}

/** Un agent derrière un total, ce qu’il y apporte et la cellule d’où vient le chiffre. */
export interface SourceDEffectif {
  readonly ligneId: string;
  readonly collectivite: string;
  readonly matricule: string;
  readonly metier: string;
  readonly service: string;
  /** Part du temps comptée ici, en pourcentage. */
  readonly part: number;
  readonly etpCentiemes: number;
  readonly coutCentimes: bigint;
  readonly origineEtp: string;
  readonly origineCout: string;
}

const retient = (agent: AgentEffectif, filtre: FiltreDeSources, photoAu: Jour): boolean => {
  const { collectivite, tranche, departJusquEn, ageDOuverture } = filtre;
  if (collectivite !== undefined && agent.collectivite !== collectivite) return false;
  if (tranche !== undefined && trancheDe(agent, photoAu) !== tranche) return false;
  if (departJusquEn === undefined || ageDOuverture === undefined) return true;
  return agent.anneeNaissance !== null && agent.anneeNaissance + ageDOuverture <= departJusquEn;
};

/** Les cellules qui font un total : leur somme est exactement ce total. */
export const ouvrirTotal = (
  agents: readonly AgentEffectif[],
  filtre: FiltreDeSources,
  photoAu: Jour,
): readonly SourceDEffectif[] =>
  agents
    .filter((agent) => retient(agent, filtre, photoAu))
    .flatMap((agent) => {
      const parts = ventiler(agent);
      const comptees = parts
        .map((part, rang) => ({ ...part, part: agent.affectations[rang]?.part ?? 100 }))
        .filter(({ service }) => filtre.service === undefined || service === filtre.service);
      if (comptees.length === 0) return [];
      return [
        {
          ligneId: agent.ligneId,
          collectivite: agent.collectivite,
          matricule: agent.matricule,
          metier: agent.metier,
          service: agent.service,
          part: comptees.reduce((cumul, { part }) => cumul + part, 0),
          etpCentiemes: comptees.reduce((cumul, { etpCentiemes }) => cumul + etpCentiemes, 0),
          coutCentimes: comptees.reduce((cumul, { coutCentimes }) => cumul + coutCentimes, 0n),
          origineEtp: direSource(agent.source, 'etp'),
          origineCout: direSource(agent.source, 'cout_charge_annuel'),
        },
      ];
    });
