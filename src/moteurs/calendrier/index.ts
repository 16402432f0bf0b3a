export { calculerEcheance, type Delai, type Echeance } from './echeance.ts';
export {
  formaterDate,
  formaterJour,
  formaterJourCourt,
  formaterMois,
  nommerJourDeSemaine,
} from './ecriture.ts';
export {
  ANNEES_CALCULABLES,
  estFerie,
  estOuvrable,
  type JourFerie,
  joursFeries,
  type OptionsDesFeries,
  paques,
  prorogerAuJourOuvrable,
} from './feries.ts';
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
export { MOIS } from './mois.ts';
