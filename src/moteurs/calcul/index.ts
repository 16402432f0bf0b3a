export { calculerCas } from './familles/calculer-cas.ts';
export { estFamille, type Famille, NOMS_DE_FAMILLES } from './familles/registre.ts';
export {
  type Acomptes,
  acomptes,
  partagerEnTermes,
  sensDuSolde,
  solde,
} from './mecanismes/acomptes.ts';
export { type ImputationAc, imputerSurAc } from './mecanismes/attribution-de-compensation.ts';
export { type Barometre, lireBarometre, type Reponses } from './mecanismes/barometre.ts';
export {
  type CoutDUsage,
  coutDUsage,
  type Emprunt,
  type EmpruntFacture,
  facturerEmprunt,
  type ReglesDePret,
} from './mecanismes/biens-partages.ts';
export { type PartsBornees, repartirEntreBornes } from './mecanismes/bornes.ts';
export {
  type Composante,
  composerTaux,
  type Enveloppes,
  repartirAuTauxComposite,
  repartirParEnveloppes,
  type TauxDeMembre,
  totauxParMembre,
} from './mecanismes/cle-composee.ts';
export {
  type AgentAffecte,
  type AssietteDeStructure,
  type BienAffecte,
  type CoutDuService,
  coutAgent,
  coutDuService,
  coutRenouvellement,
} from './mecanismes/cout-complet.ts';
export { type CoutUnitaire, coutUnitaire, rembourserUnites } from './mecanismes/cout-unitaire.ts';
export {
  type AnneeDEconomies,
  type Economies,
  mesurerEconomies,
} from './mecanismes/economies-d-echelle.ts';
export {
  type ActesDeMembre,
  type Equivalents,
  equivalentsActes,
} from './mecanismes/equivalents-actes.ts';
export { forfaitsParStrate, type Strate } from './mecanismes/forfait-strate.ts';
export {
  type Gain,
  type GainDeLot,
  gainsDuGroupement,
  type Lot,
  tauxDeGain,
} from './mecanismes/gains-de-groupement.ts';
export { rendreGratuit } from './mecanismes/gratuite.ts';
export { type Lissage, lisser } from './mecanismes/lissage.ts';
export { type PartFixeEtVariable, repartirFixeEtVariable } from './mecanismes/part-fixe.ts';
export {
  avancementPondere,
  coefficientDeMutualisation,
  type RapportExplique,
} from './mecanismes/pilotage.ts';
export {
  comparerIdentifiants,
  type PartServie,
  servirPlusFortsRestes,
} from './mecanismes/plus-forts-restes.ts';
export {
  joursDeLAnnee,
  joursDePresence,
  type MethodeDeProrata,
  type Presence,
  type RepartitionProratisee,
  repartirAuProrata,
} from './mecanismes/prorata-temporis.ts';
export { partagerAvecEpci, type QuotePart } from './mecanismes/quote-part.ts';
export {
  type CleDeMembre,
  type DemandeDeRepartition,
  type Part,
  type Repartition,
  repartir,
} from './mecanismes/repartition.ts';
export {
  type Du,
  type FacturesAuTarif,
  facturerAuTarif,
  tauxDeCouverture,
} from './mecanismes/tarif-acte.ts';
export {
  type EquipementTransfere,
  type EvaluationClect,
  evaluerTransfert,
} from './mecanismes/transfert-de-charges.ts';
export { appliquerTva, type FactureTtc } from './mecanismes/tva.ts';
export {
  type Centimes,
  type CodeMontant,
  ecrireMontant,
  formaterMontant,
  lireMontant,
  sommeCentimes,
} from './montants/centimes.ts';
export type { Arrondi, NoeudExplique, RegleArrondi, Source } from './montants/explication.ts';
export {
  additionner,
  ecrirePourcentage,
  type MontantExplique,
  montantArrondi,
  montantCalcule,
  montantDonne,
  type NombreExplique,
  nombreCalcule,
  nombreDonne,
  regrouper,
  soustraire,
} from './montants/montant-explique.ts';
export {
  type Exact,
  ecrireArrondi,
  ecrireExact,
  exact,
  lireExact,
} from './montants/nombre-exact.ts';
export {
  abregerExplication,
  type DefautExplication,
  parcourirExplication,
  type SourceRetrouvee,
  sourcesDe,
  verifierExplication,
} from './montants/remonter.ts';
