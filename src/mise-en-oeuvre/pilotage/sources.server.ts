import { lireAdoption, lireFiches } from '../../elaboration/schema/index.server.ts';
import {
  type CommunicationTenue,
  communicationsTenues,
  type FicheTechnique,
} from '../../elaboration/schema/index.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { lireEmissions, lireEtatsEmis } from '../refacturation/index.server.ts';
import { coutsAnnuels } from './couts-annuels.ts';
import { etapesDAdoption } from './etapes-d-adoption.ts';
import { lireServicesMutualises } from './lire-services.server.ts';
import type { EtapeDAdoption } from './publication.ts';
import type { CoutAnnuel, ServiceMutualise } from './services-mutualises.ts';

/** Ce que le pilotage lit des autres pièces de la démarche. */
export interface SourcesDuPilotage {
  /** Le mandat du schéma en cours, ou null. */
  readonly mandat: string | null;
  readonly fiches: readonly FicheTechnique[];
  readonly services: readonly ServiceMutualise[];
  readonly couts: readonly CoutAnnuel[];
  readonly adoption: readonly EtapeDAdoption[];
  /** Les communications d’avancement que le registre de l’adoption porte. */
  readonly communications: readonly CommunicationTenue[];
}

/** Lit, un jour donné, tout ce dont le suivi, le rapport et la publication ont besoin. */
export const lireSources = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  aujourdhui: Jour,
): Promise<SourcesDuPilotage> => {
  const adoption = await lireAdoption(transaction, contexte, aujourdhui);
  const services = await lireServicesMutualises(transaction, contexte, aujourdhui);
  const noms = new Map(services.map(({ id, nom }) => [id, nom]));
  return {
    mandat: adoption?.schema.mandat ?? null,
    fiches: await lireFiches(transaction, contexte),
    services,
    couts: coutsAnnuels(
      await lireEmissions(transaction, contexte),
      await lireEtatsEmis(transaction, contexte),
      (id) => noms.get(id) ?? 'Service commun',
    ),
    adoption:
      adoption === null ? [] : etapesDAdoption(adoption.evenements, adoption.saisines, aujourdhui),
    communications: communicationsTenues(adoption?.evenements ?? []),
  };
};

/** Les communications d’avancement tenues, d’après le registre de l’adoption. */
export const lireCommunications = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  aujourdhui: Jour,
): Promise<readonly CommunicationTenue[]> =>
  communicationsTenues((await lireAdoption(transaction, contexte, aujourdhui))?.evenements ?? []);
