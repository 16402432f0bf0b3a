/** Porte pure des conventions. */
export {
  type Cle,
  CRITERES,
  type Critere,
  criteresDe,
  direCle,
  direFormule,
  emploieDesActes,
  estCritere,
  estModeDeCle,
  MODES_DE_CLE,
  type ModeDeCle,
  type PoidsDActe,
  type ReglesFinancieres,
} from './cle.ts';
export { controlerRegles } from './controle-financier.ts';
export {
  type ControleDeConvention,
  type ManqueMontre,
  presenterControle,
  type Remede,
} from './controler.ts';
export {
  type ContenuDeConvention,
  type Convention,
  conventionsEnVigueur,
  type EvenementDeConvention,
  estEnVigueur,
  faitsRetenus,
  type Partie,
  priseDEffet,
  type Representant,
  type VersionDeConvention,
  versionCourante,
  versionSignee,
} from './convention.ts';
export { LIBELLES_DE_SENS } from './cycle-de-vie.ts';
export {
  type FaitAEnregistrer,
  instruireConvention,
  type TerritoireInstruit,
} from './instruire.ts';
export {
  type ContenuServiceCommun,
  contenuVierge,
  type FinancesDuService,
  type MissionConfiee,
  type Poste,
} from './service-commun/contenu.ts';
export { SORTES } from './sortes.ts';
export { versTerritoireInstruit } from './territoire-instruit.ts';
