/** Porte du moteur de grille : lire un classeur avec un schéma, comparer, préparer un gabarit. */
export type {
  ClasseurAEcrire,
  ColonneAEcrire,
  FeuilleAEcrire,
  FormatDeColonne,
  PlageDeListe,
  RangeeAEcrire,
  StyleDeCellule,
} from './a-ecrire.ts';
export type {
  Action,
  Anomalie,
  ColonneLue,
  LectureDeGrille,
  LigneBloquee,
  LigneImportee,
} from './anomalie.ts';
export {
  type Cellule,
  type Classeur,
  type Feuille,
  type Fusion,
  lettreDeColonne,
  type Rangee,
  referenceDeCellule,
  type TypeDeFichier,
  texteDe,
} from './classeur.ts';
export { type Annuaire, dresserAnnuaire } from './collectivites.ts';
export { refuserFichier } from './compte-rendu.ts';
export { contientDonneeInterdite, masquerDonneesInterdites } from './confidentialite.ts';
export type { DemandeDeLecture } from './demande.ts';
export type { Enregistrement } from './enregistrement.ts';
export {
  type ChangementDeChamp,
  type ConflitDeChamp,
  type ConflitDeLigne,
  type Fusion3,
  fusionnerTroisVoies,
  type ModificationDeLigne,
  type Valeurs,
} from './fusion.ts';
export { composerExport, composerGabarit, type DemandeDeGabarit } from './gabarit.ts';
export { lireClasseur } from './lire.ts';
export { ecrireCourt, ecrireDeuxDecimales, ecrirePrix } from './nombre.ts';
export { type IndexDeNomenclature, indexer } from './rapprochement.ts';
export { type CodeDeRegle, REGLES_DE_LECTURE, type RegleDeLecture } from './regles.ts';
export type {
  AxeDeCroisement,
  CollectiviteDuTerritoire,
  ColonneComposee,
  ColonneDeGrille,
  ControleNonFait,
  EntreeDeNomenclature,
  Nature,
  Nomenclature,
  Reference,
  SchemaDeGrille,
  Territoire,
} from './schema.ts';
export { lireTerritoire } from './territoire.ts';
export { motsPleins, simplifier } from './texte.ts';
