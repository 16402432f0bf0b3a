import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { lireAgentsDuService, lireServicesCommuns } from '../services-communs/index.server.ts';
import { adhereLe, type ServiceCommun } from '../services-communs/index.ts';
import type { ServiceMutualise } from './services-mutualises.ts';

type ServiceSansAgents = Omit<ServiceMutualise, 'agents' | 'etpCentiemes'>;

const membresAu = ({ adhesions }: ServiceCommun, aujourdhui: Jour): ServiceMutualise['membres'] =>
  adhesions
    .filter((adhesion) => adhereLe(adhesion, aujourdhui))
    .map(({ collectivite, entree }) => ({ collectivite, depuis: entree }));

/** Les services communs et leurs membres ce jour-là, sans rien lire de leurs agents. */
export const lireServicesEtMembres = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  aujourdhui: Jour,
): Promise<readonly ServiceSansAgents[]> =>
  (await lireServicesCommuns(transaction, contexte)).map((service) => ({
    id: service.id,
    service: service.service,
    nom: service.nom,
    ficheId: service.ficheId,
    membres: membresAu(service, aujourdhui),
  }));

/** Les mêmes, avec le nombre d’agents et les équivalents temps plein de chaque service. */
export const lireServicesMutualises = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  aujourdhui: Jour,
): Promise<readonly ServiceMutualise[]> => {
  const services: ServiceMutualise[] = [];
  for (const service of await lireServicesEtMembres(transaction, contexte, aujourdhui)) {
    const agents = (await lireAgentsDuService(transaction, contexte, service.id)).filter(
      ({ situation }) => situation !== 'non-concerne',
    );
    services.push({
      ...service,
      agents: agents.length === 0 ? null : agents.length,
      etpCentiemes: agents.reduce((somme, { etpCentiemes }) => somme + etpCentiemes, 0),
    });
  }
  return services;
};
