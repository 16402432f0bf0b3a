/** Porte serveur de la recherche : les conditions SQL d’une question. */
export { contientLesMots, vautLeMontant } from './conditions.sql.server.ts';
