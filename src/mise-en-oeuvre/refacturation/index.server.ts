/** Porte serveur de la refacturation. */
export { emettre, reverifier, simuler } from './emettre.server.ts';
export { rechercherEtats } from './rechercher-etats.sql.server.ts';
export {
  type EtatEmis,
  lireEmissions,
  lireEtatDeCommune,
  lireEtatsEmis,
  type ResumeDEtat,
} from './refacturation.sql.server.ts';
export { estMisEnOeuvre, semerAcomptes, semerMiseEnOeuvre } from './semis/semer.server.ts';
