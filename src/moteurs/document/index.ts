export {
  type Alignement,
  type Bloc,
  type BlocAnnexe,
  type BlocClause,
  type BlocTableau,
  type BlocTitre,
  type DocumentCompose,
  type Fragment,
  type Metadonnees,
  type Niveau,
  type ReperesDeClause,
  type Signataire,
  type Texte,
  type TonDEncadre,
  texteNu,
} from './arbre.ts';
export { assainir } from './assainissement.ts';
export { type Champ, type ChampDecrit, decrireChamps, type TypeDeChamp } from './champs.ts';
export { composer, controlerDonnees, type OptionsDeComposition } from './composer.ts';
export { controlerModele, type DefautDeModele } from './controle.ts';
export { FONCTIONS } from './fonctions.ts';
export { ecrireJour, ecrireMontant, FORMATS } from './formats.ts';
export type { Exigence, Modele } from './modele.ts';
export type { CodeDeRefus, RefusDeComposition } from './refus.ts';
export { FINE, INSECABLE, typographier } from './typographie.ts';
