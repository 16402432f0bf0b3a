/** Porte serveur de l’état des lieux : lire les grilles en ligne, conduire une collecte. */

export {
  lireAttentes,
  lireAttentesDe,
  lireCampagnes,
  lireDerniereCampagne,
} from './collecte/campagnes.sql.server.ts';
export { changerDepot } from './collecte/changer-depot.server.ts';
export { lancerCampagne, relancerCollectivites } from './collecte/conduire.server.ts';
export { deposerGrille } from './collecte/deposer.server.ts';
export { composerGabarit } from './collecte/gabarit.server.ts';
export { compterLignes, type FiltreDeLignes, lireLignes } from './collecte/lignes.sql.server.ts';
export {
  LECTURE_DE_DEPOT,
  lireDepotEnFond,
  rangerLectureInaboutie,
} from './collecte/lire-en-fond.server.ts';
export { rechercherCampagnes } from './collecte/rechercher-campagnes.sql.server.ts';
export { confirmerTout, validerDepot } from './collecte/valider.server.ts';
export { lireEffectifs, lireJourDePhoto } from './effectifs/lire-effectifs.server.ts';
