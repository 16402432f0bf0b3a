// La transaction typée d’une tranche, sans que ses pages importent kysely.
export type { Transaction } from 'kysely';
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
export { type Panne, reconnaitrePanne } from './panne.ts';
