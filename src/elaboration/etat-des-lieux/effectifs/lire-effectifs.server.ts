import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { lireLignes } from '../collecte/lignes.sql.server.ts';
import { type AgentEffectif, lireAgent } from './agent.ts';

/** Les agents de la grille RH en ligne ; limités à sa collectivité quand le contexte est une commune. */
export const lireEffectifs = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
): Promise<readonly AgentEffectif[]> =>
  (await lireLignes(transaction, contexte, 'grille-rh')).map(lireAgent);
