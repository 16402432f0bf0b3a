/** Porte du serveur : ce que les autres pièces lisent du schéma et de son adoption, et son semis. */
export { communiquerAvancement } from './adoption/adopter.server.ts';
export { type Adoption, lireAdoption } from './adoption/lire-adoption.server.ts';
export { listerFiches } from './fiches/fiches.sql.server.ts';
export { lireFiche, lireFiches } from './fiches/lire-fiches.server.ts';
export { rechercherFiches } from './fiches/rechercher-fiches.sql.server.ts';
export { rechercherSections } from './redaction/rechercher-sections.sql.server.ts';
export { listerVersions, type VersionGardee } from './redaction/versions.sql.server.ts';
export { lireSchema, type Schema } from './schema.sql.server.ts';
export { estCommence, semerAdoption, semerSchema } from './semis/semer.server.ts';
