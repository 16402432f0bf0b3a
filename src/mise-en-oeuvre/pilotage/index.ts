/** Porte pure du pilotage. */
export {
  type ActionSuivie,
  avancementDeLAction,
  avancementDuSchema,
  type Etape,
  meteoDeLAction,
  prochaineEtape,
} from './action.ts';
export { type CarteDesParticipations, composerParticipations } from './carte-des-participations.ts';
export {
  type CadreBudgetaire,
  cadreBudgetaireAttendu,
  LIBELLES_DE_CADRE,
  prochaineCommunication,
} from './communication-annuelle.ts';
export { ETATS_D_ACTION, type EtatDAction } from './etats-d-action.ts';
export { type Participation, participationsDe } from './participations.ts';
export type { ContenuPublie } from './publication.ts';
export type { CoutAnnuel, ServiceMutualise } from './services-mutualises.ts';
