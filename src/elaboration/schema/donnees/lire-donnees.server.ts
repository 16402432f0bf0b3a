import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { lireEffectifs } from '../../etat-des-lieux/index.server.ts';
import { direSource, libellesDesServices, ventiler } from '../../etat-des-lieux/index.ts';
import type { AgentDuSchema } from './effectifs.ts';

/** Les agents de la grille RH, réduits à ce que le schéma en lit. */
export const lireAgents = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
): Promise<readonly AgentDuSchema[]> =>
  (await lireEffectifs(transaction, contexte)).map((agent) => ({
    ligneId: agent.ligneId,
    collectivite: agent.collectivite,
    etpCentiemes: agent.etpCentiemes,
    coutCentimes: agent.coutCentimes,
    anneeNaissance: agent.anneeNaissance,
    parts: ventiler(agent),
    origine: direSource(agent.source, 'etp'),
  }));

/** Les services de la nomenclature, pour les choisir et les nommer. */
export const listerServices = (): readonly { readonly code: string; readonly libelle: string }[] =>
  [...libellesDesServices()].map(([code, libelle]) => ({ code, libelle }));
