import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { photoProposee } from '../collecte/campagne.ts';
import { lireDerniereCampagne } from '../collecte/campagnes.sql.server.ts';
import { lireLignes } from '../collecte/lignes.sql.server.ts';
import { type AgentEffectif, lireAgent } from './agent.ts';

/** Les agents de la grille RH en ligne ; limités à sa collectivité quand le contexte est une commune. */
export const lireEffectifs = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
): Promise<readonly AgentEffectif[]> =>
  (await lireLignes(transaction, contexte, 'grille-rh')).map(lireAgent);

/**
 * Le jour que décrivent les effectifs : celui de la dernière campagne RH, à défaut le dernier
 * 31 décembre.
 */
export const lireJourDePhoto = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  aujourdhui: Jour,
): Promise<Jour> =>
  (await lireDerniereCampagne(transaction, contexte, 'grille-rh'))?.photoAu ??
  photoProposee(aujourdhui);
