/** Porte serveur du pilotage : suivi des actions, publication en ligne, semis de démonstration. */
export { lireActions } from './actions.sql.server.ts';
export { lireServicesEtMembres } from './lire-services.server.ts';
export {
  lirePublicationEnLigne,
  listerPublications,
  type Publication,
} from './publications.sql.server.ts';
export { listerVersionsDeRapport, type VersionDeRapport } from './rapports.sql.server.ts';
export { estPilotageCommence, semerPilotage } from './semer.server.ts';
