/** Porte serveur des services communs. */

export { enregistrerAdhesions } from './adhesions.sql.server.ts';
export { lireAgentsDuService } from './agents.sql.server.ts';
export { conventionDuService, type Naissance, naitreDeLaFiche } from './naitre.server.ts';
export { rechercherServices } from './rechercher-services.sql.server.ts';
export { reporterLesAgents } from './reporter.server.ts';
export { ecrireFicheComplete } from './semis.server.ts';
export {
  creerService,
  lireServiceCommun,
  lireServicesCommuns,
} from './services-communs.sql.server.ts';
