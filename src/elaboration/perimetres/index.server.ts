/** Porte serveur des périmètres. */
export { lirePerimetresRetenus } from './decisions.sql.server.ts';
export { aDesPerimetresSemes, semerPerimetres } from './semer.server.ts';
