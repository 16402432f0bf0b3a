/** Porte serveur des services communs. */
export { conventionDuService, type Naissance, naitreDeLaFiche } from './naitre.server.ts';
export { rechercherServices } from './rechercher-services.sql.server.ts';
export { reporterLesAgents } from './reporter.server.ts';
export { ecrireFicheComplete } from './semis.server.ts';
export {
  creerService,
  enregistrerAdhesions,
  lireAgentsDuService,
  lireServiceCommun,
  lireServicesCommuns,
} from './services-communs.sql.server.ts';
