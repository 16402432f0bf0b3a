import type { Transaction } from 'kysely';
import type { Contexte } from '../../../socle/base/index.server.ts';
import { direSource } from '../../etat-des-lieux/collecte/ligne.ts';
import { lireLignes } from '../../etat-des-lieux/collecte/lignes.sql.server.ts';
import { lireAgent } from '../../etat-des-lieux/effectifs/agent.ts';
import { ventiler } from '../../etat-des-lieux/effectifs/ventiler.ts';
import type { AgentDuSchema } from './effectifs.ts';

/** Les agents de la grille RH, réduits à ce que le schéma en lit. */
export const lireAgents = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
): Promise<readonly AgentDuSchema[]> =>
  (await lireLignes(transaction, contexte, 'grille-rh')).map(lireAgent).map((agent) => ({
    ligneId: agent.ligneId,
    collectivite: agent.collectivite,
    etpCentiemes: agent.etpCentiemes,
    coutCentimes: agent.coutCentimes,
    anneeNaissance: agent.anneeNaissance,
    parts: ventiler(agent),
    origine: direSource(agent.source, 'etp'),
  }));
