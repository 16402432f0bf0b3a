/** Porte de l’interface : un composant par motif, présentation seulement (propriétés, pas de base). */
export { ApercuDocument, type VersionDocument } from './apercu-document.tsx';
export { BandeAcceptabilite } from './bande-acceptabilite.tsx';
export { Bouton, BoutonLien } from './bouton.tsx';
export { CadreDefilant } from './cadre-defilant.tsx';
export { CarteTerritoire, type ValeurCommune } from './carte-territoire.tsx';
export { type CarteAOrdonner, CartesAOrdonner } from './cartes-a-ordonner.tsx';
export { Champ, type LiensDuChamp, type OptionSelection, type ProprietesChamp } from './champ.tsx';
export { ChampChoix } from './champ-choix.tsx';
export { ChampSelection } from './champ-selection.tsx';
export { ChampDate, ChampFichier, ChampNombre, ChampTexte } from './champs.tsx';
export { Charpente, type ProprietesCharpente } from './charpente.tsx';
export { ChiffreExplique } from './chiffre-explique.tsx';
export { type CritereAPeser, CurseursPoids } from './curseurs-poids.tsx';
export type { ColonneDense, ProprietesTableauDense } from './dense/proprietes.ui.ts';
export { TableauDense } from './dense/tableau-dense.tsx';
export { Depot, type EtapeDepot, type ResumeDepot } from './depot.tsx';
export { Empreinte } from './empreinte.tsx';
export { Encadre } from './encadre.tsx';
export { Chargement, Erreur, LongTravail, Vide } from './etats.tsx';
export { ArbreExplication, type Explication, type SourceExpliquee } from './explication.tsx';
export { type EvenementFrise, Frise, type Piste } from './frise.tsx';
export { GesteRefuse } from './geste-refuse.tsx';
export { GraphiqueEtTableau } from './graphique-et-tableau.tsx';
export { type Barre, Barres } from './graphiques/barres.tsx';
export { type BarreEmpilee, BarresEmpilees, type Serie } from './graphiques/barres-empilees.tsx';
export { Courbe, type SerieCourbe } from './graphiques/courbe.tsx';
export { JaugeCompletude, type PartDeJauge } from './graphiques/jauge-completude.tsx';
export { PyramideDesAges, type TrancheAge } from './graphiques/pyramide-des-ages.tsx';
export { type Evenement, Historique } from './historique.tsx';
export { Icone, type NomIcone } from './icone.tsx';
export { type AnomalieMontree, type GroupeAnomalies, ListeAnomalies } from './liste-anomalies.tsx';
export { Logo } from './logo.tsx';
export {
  type CelluleMatrice,
  MatriceCommunesServices,
  type StatutMatrice,
} from './matrice-communes-services.tsx';
export { Onglets } from './onglets.tsx';
export { type Identite, PageSimple } from './page-simple.tsx';
export { type Etat, LIBELLES_ETAT, Pastille, Tuile } from './pastille.tsx';
export type { PieceDuPlan } from './plan-de-la-demarche.tsx';
export { RefusMotive } from './refus-motive.tsx';
export { RenduDocument, sommaireDuDocument } from './rendu-document.tsx';
export { SuiviDeTravail } from './suivi-de-travail.tsx';
export { type ColonneTableau, Tableau } from './tableau.tsx';
export { Texte } from './texte.tsx';
export { Titre } from './titre.tsx';
