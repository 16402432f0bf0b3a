export {
  type CommuneDuDecoupage,
  chercherEpci,
  type Epci,
  type EpciDetaille,
  lireDepartements,
  lireEpci,
} from './decoupage.server.ts';
export { rechercherCollectivites } from './rechercher-collectivites.sql.server.ts';
export {
  creerTerritoire,
  type EnTeteTerritoire,
  habillerTerritoire,
  type ImportDeContours,
  importerContours,
  lireCollectivites,
  lireContours,
  lireEnTete,
  lireSirensDesTerritoires,
  lireTerritoire,
  territoireDuSiren,
} from './territoire.sql.server.ts';
