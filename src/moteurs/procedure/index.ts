export { reunirParRegle, verifierCondition } from './conditions.ts';
export {
  type ConditionDecrite,
  codesCites,
  type DelaiDecrit,
  type DescriptionDeProcedure,
  decrireProcedure,
} from './decrire.ts';
export { calculerEcheance } from './delais.ts';
export type {
  Commune,
  Dossier,
  Epci,
  Evenement,
  Sens,
  TerritoireConsulte,
  ValeurDeChamp,
} from './dossier.ts';
export { instruire } from './instruire.ts';
export {
  type Brut,
  estObjet,
  type Lecture,
  lireJourDuDossier,
  lireListe,
  lireTexte,
  normaliser,
  ouvrirLecture,
} from './lire-champs.ts';
export { lireDossier } from './lire-dossier.ts';
export { instruireMajorite } from './majorite.ts';
export { enumerer } from './phrases.ts';
export {
  type Confiance,
  type DelaiDeDroit,
  type Duree,
  type EffetDuSilence,
  estBloquante,
  type Gravite,
  type Regle,
  trouverRegle,
} from './regle.ts';
export type {
  Avertissement,
  AvisDeCommune,
  ConditionDeMajorite,
  Echeance,
  MajoriteInstruite,
  Manque,
  MesureDeMajorite,
  PassageInstruit,
  SortieProcedure,
  StatutEcheance,
} from './sortie.ts';
export type {
  ActeExamine,
  AvisInstruit,
  Champ,
  Condition,
  Constat,
  Delai,
  DelaiAvis,
  Etat,
  EvenementEcarte,
  FaitGenerateur,
  Fraction,
  Passage,
  Piece,
  Procedure,
  RegleDeMajorite,
  SeuilDeMajorite,
  TableauDeProcedure,
  TypeEvenement,
  Vue,
} from './tableau.ts';
