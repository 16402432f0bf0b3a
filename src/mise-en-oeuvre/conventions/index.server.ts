/** Porte serveur des conventions. */
export {
  annulerFait,
  creerConvention,
  type DocumentGarde,
  empreinteDe,
  enregistrerFaits,
  enregistrerParties,
  enregistrerRedaction,
  lireConvention,
  lireConventions,
  lireConventionsEnVigueur,
  lireDocuments,
} from './conventions.sql.server.ts';
export {
  type ConventionARemettre,
  lireConventionsSigneesDe,
} from './documents-de-commune.sql.server.ts';
export { rechercherConventions } from './rechercher-conventions.sql.server.ts';
export { verserFaits } from './verser.server.ts';
