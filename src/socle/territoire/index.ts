export { type Contour, type Geometrie, lireContoursGeojson, type Position } from './contours.ts';
export { departementDuCode, type Recherche } from './rechercher.ts';
export {
  type Collectivite,
  communesAu,
  GENRES_DE_POPULATION,
  type GenrePopulation,
  MODES_DE_FINANCEMENT,
  type ModeFinancement,
  millesimeCommun,
  type Population,
  populationDe,
  type Territoire,
  TYPES_D_EPCI,
  type TypeEpci,
} from './territoire.ts';
export { type CommuneJson, type TerritoireJson, versTerritoireJson } from './territoire-json.ts';
