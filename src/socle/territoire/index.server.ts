export { type ImportDeContours, importerContours, lireContours } from './contours.sql.server.ts';
export { creerTerritoire } from './creer-territoire.sql.server.ts';
export {
  type CommuneDuDecoupage,
  chercherEpci,
  type Epci,
  type EpciDetaille,
  lireDepartements,
  lireDepartementsCouverts,
  lireEpci,
} from './decoupage.server.ts';
export { rechercherCollectivites } from './rechercher-collectivites.sql.server.ts';
export {
  type EnTeteTerritoire,
  habillerTerritoire,
  lireCollectivites,
  lireEnTete,
  lireSirensDesTerritoires,
  lireTerritoire,
  territoireDuSiren,
} from './territoire.sql.server.ts';
