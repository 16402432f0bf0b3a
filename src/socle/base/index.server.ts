export {
  type Base,
  type Contexte,
  dansTerritoire,
  nouvelId,
  ouvrirBase,
} from './connexion.server.ts';
export { creerBaseSiAbsente, demarrerEmbarque, type ServeurEmbarque } from './embarque.server.ts';
export { migrer } from './migrer.server.ts';
export { obtenirBase } from './obtenir-base.server.ts';
