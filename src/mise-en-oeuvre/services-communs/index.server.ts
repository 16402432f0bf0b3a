/** Porte serveur des services communs. */
export {
  creerService,
  enregistrerAdhesions,
  lireAgentsDuService,
  lireServiceCommun,
  lireServicesCommuns,
} from './services-communs.sql.server.ts';
