/** Porte pure du schéma : formes lues par les autres pièces, règles de l’adoption. */

export { type CommunicationTenue, communicationsTenues } from './adoption/communications.ts';
export {
  type EvenementDAdoption,
  evenementsVivants,
  LIBELLES_EVENEMENT,
  SENS_D_AVIS,
  type SensDAvis,
} from './adoption/evenements.ts';
export {
  type CommuneConsultee,
  dossierDAdoption,
  instruireAdoption,
} from './adoption/instruire-adoption.ts';
export type { Saisine } from './adoption/saisine.ts';
export type {
  EtapeDeFiche,
  FicheTechnique,
  IndicateurDeFiche,
  MoyensDeLaFiche,
} from './fiches/fiche.ts';
export { REGIMES, type RegimeDeForme } from './fiches/formes.ts';
export type { ImpactParPersonnePublique, ImpactPrevisionnel } from './fiches/impact.ts';
export type { Moyens, MoyensDeCollectivite, SourceDeMoyens } from './fiches/moyens.ts';
