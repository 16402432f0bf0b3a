/** Porte serveur des conventions. */
export {
  lireConvention,
  lireConventions,
  lireConventionsEnVigueur,
} from './conventions.sql.server.ts';
export { creerConvention } from './creer-convention.sql.server.ts';
export { type DocumentGarde, lireDocuments } from './documents.sql.server.ts';
export {
  type ConventionARemettre,
  lireConventionsSigneesDe,
} from './documents-de-commune.sql.server.ts';
export { annulerFait, enregistrerFaits } from './faits.sql.server.ts';
export { enregistrerParties } from './parties.sql.server.ts';
export { rechercherConventions } from './rechercher-conventions.sql.server.ts';
export { verserFaits } from './verser.server.ts';
export { empreinteDe, enregistrerRedaction } from './versions.sql.server.ts';
