export {
  type CommuneDuDecoupage,
  chercherEpci,
  type Epci,
  type EpciDetaille,
  lireDepartements,
  lireEpci,
} from './decoupage.server.ts';
export {
  creerTerritoire,
  habillerTerritoire,
  type ImportDeContours,
  importerContours,
  lireCollectivites,
  lireContours,
  lireSirensDesTerritoires,
  lireTerritoire,
  territoireDuSiren,
} from './territoire.sql.server.ts';
