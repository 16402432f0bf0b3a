export {
  ETATS_DE_TRAVAIL,
  type EtatTravail,
  estFini,
  type Json,
  partFaite,
  secondesRestantes,
  type Travail,
} from './travail.ts';
