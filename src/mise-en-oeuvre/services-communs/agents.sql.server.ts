import type { Transaction } from 'kysely';
import type { Contexte } from '../../socle/base/index.server.ts';
import type { AgentDuService } from './agents.ts';
import { typer } from './tables-de-services.sql.server.ts';

/** Les agents du service ; une commune ne voit que les siens. */
export const lireAgentsDuService = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  serviceId: string,
): Promise<readonly AgentDuService[]> =>
  (
    await typer(transaction)
      .selectFrom('agent_du_service')
      .selectAll()
      .where('territoire_id', '=', territoireId)
      .where('service_id', '=', serviceId)
      .orderBy('situation')
      .orderBy('collectivite')
      .orderBy('matricule')
      .execute()
  ).map(({ territoire_id: _t, service_id: _s, etp_centiemes, cout_centimes, ...agent }) => ({
    ...agent,
    etpCentiemes: etp_centiemes,
    coutCentimes: cout_centimes,
  }));

/** Remplace les agents du service. */
export const enregistrerAgents = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  serviceId: string,
  agents: readonly AgentDuService[],
): Promise<void> => {
  const tx = typer(transaction);
  await tx
    .deleteFrom('agent_du_service')
    .where('territoire_id', '=', territoireId)
    .where('service_id', '=', serviceId)
    .execute();
  if (agents.length === 0) return;
  await tx
    .insertInto('agent_du_service')
    .values(
      agents.map(({ etpCentiemes, coutCentimes, ...agent }) => ({
        ...agent,
        territoire_id: territoireId,
        service_id: serviceId,
        etp_centiemes: etpCentiemes,
        cout_centimes: coutCentimes,
      })),
    )
    .execute();
};

/** Change la situation d’un agent. */
export const changerSituation = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  serviceId: string,
  agent: Pick<AgentDuService, 'collectivite' | 'matricule' | 'situation'>,
): Promise<void> => {
  await typer(transaction)
    .updateTable('agent_du_service')
    .set({ situation: agent.situation })
    .where('territoire_id', '=', territoireId)
    .where('service_id', '=', serviceId)
    .where('collectivite', '=', agent.collectivite)
    .where('matricule', '=', agent.matricule)
    .where('situation', '!=', agent.situation)
    .execute();
};
