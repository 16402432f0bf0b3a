export { assainirNom, TAILLE_MAXIMALE, typeDuNom } from './depot.ts';
