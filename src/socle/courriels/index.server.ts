export {
  type Courriel,
  type CourrielADeposer,
  deposerCourriel,
  type EtatCourriel,
  envoyerCourriels,
  lireBoiteDEnvoi,
  marquerTransmis,
  reessayerCourriel,
} from './courriels.sql.server.ts';
export { demarrerEnvois } from './demarrer-envois.server.ts';
export {
  type Envoi,
  lireEnvois,
  marquerTousTransmis,
  type PageDEnvois,
} from './envois.sql.server.ts';
export { envoyerHorsTerritoire, lireTransport, type Transport } from './transport.server.ts';
