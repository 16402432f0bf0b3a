/** Porte pure de l’état des lieux : lignes de grilles, effectifs, moyens d’un service. */
export { type EcheanceSituee, situerEcheance } from './collecte/echeance.ts';
export {
  cleDeLigne,
  direSource,
  type LigneDeGrille,
  type SourceCellule,
  type SourceDeLigne,
  type SourceSaisie,
} from './collecte/ligne.ts';
export { type AgentEffectif, lireAgent } from './effectifs/agent.ts';
export { AGE_D_OUVERTURE, ageLe, compterLesDeparts, type Departs } from './effectifs/ages.ts';
export { masquerSerie, masquerTableau, SEUIL_DE_MASQUAGE } from './effectifs/masquage.ts';
export { libellesDesServices } from './effectifs/services.ts';
export {
  type Mesure,
  type MoyensDuService,
  moyensDuService,
  type SourceDeMoyens,
  type SyntheseDesEffectifs,
  synthetiser,
} from './effectifs/synthese.ts';
export { type PartDAgent, ventiler } from './effectifs/ventiler.ts';
