export { accepter, type Refus, type Resultat, refuser } from './resultat.ts';
