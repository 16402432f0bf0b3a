import { servirPlusFortsRestes } from '../../../moteurs/calcul/index.ts';
import type { AgentEffectif } from './agent.ts';

/** Ce qu’un agent apporte à un service. */
export interface PartDAgent {
  readonly service: string;
  readonly etpCentiemes: number;
  readonly coutCentimes: bigint;
}

/** Parts décimales ramenées à des entiers (dix-millièmes de pour cent). */
const poids = (part: number): bigint => BigInt(Math.round(part * 10_000));

const repartir = (total: bigint, cles: readonly bigint[]): readonly bigint[] =>
  servirPlusFortsRestes(
    total,
    cles.map((cle, place) => ({ id: String(place), cle })),
  ).map(({ centimes }) => centimes);

/**
 * Ventile l’ETP (centièmes) et le coût (centimes) d’un agent entre ses services, aux plus forts
 * restes (à reste égal, à la part la plus forte puis à la première) : la somme des parts est toujours l’agent.
 */
export const ventiler = (agent: AgentEffectif): readonly PartDAgent[] => {
  const cles = agent.affectations.map(({ part }) => poids(part));
  if (cles.reduce((cumul, cle) => cumul + cle, 0n) === 0n) {
    return [
      {
        service: agent.service,
        etpCentiemes: agent.etpCentiemes,
        coutCentimes: agent.coutCentimes,
      },
    ];
  }
  const etp = repartir(BigInt(agent.etpCentiemes), cles);
  const cout = repartir(agent.coutCentimes, cles);
  return agent.affectations.map(({ service }, place) => ({
    service,
    etpCentiemes: Number(etp[place] ?? 0n),
    coutCentimes: cout[place] ?? 0n,
  }));
};
