export { classer } from './agregation/classement.ts';
export {
  type ContributionDeCritere,
  type CritereAEchelle,
  type ScorePondere,
  type SignalementDEchelle,
  type SommePonderee,
  sommePonderee,
} from './agregation/somme-ponderee.ts';
export { appliquerMethode, listerMethodes } from './appliquer.ts';
export { consoliderNotes, type NotesConsolidees } from './notation/consolidation.ts';
export {
  type ApportDeCritere,
  type AvisDeFiltre,
  type CritereNote,
  deciderSelonSeuils,
  lireFiltre,
  type ReglesDeNotation,
  type ScoreDOption,
  type SeuilDeDecision,
  scorerOption,
  type Veto,
  type VetoExerce,
} from './notation/score.ts';
export { repartirAuxPlusFortsRestes, repartirEnCumule } from './partage/arrondis.ts';
export { type PoidsParCartes, poidsParCartes, type RangeeDeCartes } from './ponderation/cartes.ts';
export {
  poidsParCentroide,
  poidsParInverseDesRangs,
  poidsParPoints,
  poidsParSommeDesRangs,
} from './ponderation/rangs.ts';
export {
  type DemandeDePhrase,
  ecrirePart,
  phraseDeRobustesse,
  phraseDeStabilite,
  qualifierLaSolidite,
  type Solidite,
} from './robustesse/phrase.ts';
export type { OptionsDeTirage, Precision } from './robustesse/precision.ts';
export { type DemandeSmaa, type ResultatSmaa, smaa } from './robustesse/smaa.ts';
export {
  type IntervalleDeStabilite,
  type StabiliteDesPoids,
  type StabiliteDUnPoids,
  stabiliteDesPoids,
} from './robustesse/stabilite.ts';
export type { ContrainteDePoids } from './robustesse/tirage-des-poids.ts';
