/** Porte serveur de la refacturation. */
export { emettre, reverifier, simuler } from './emettre.server.ts';
export { type EtatEmis, lireEmissions } from './emissions.sql.server.ts';
export { lireEtatDeCommune, lireEtatsEmis, type ResumeDEtat } from './etats-emis.sql.server.ts';
export { rechercherEtats } from './rechercher-etats.sql.server.ts';
export { estMisEnOeuvre, semerAcomptes, semerMiseEnOeuvre } from './semis/semer.server.ts';
