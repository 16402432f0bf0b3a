export {
  ajouterJours,
  ajouterMois,
  anneeDe,
  composerJour,
  estJour,
  type Jour,
  jourDeSemaine,
  joursEntre,
  lendemain,
  lireJour,
} from './jour.ts';
