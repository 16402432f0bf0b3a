import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { RangeeDeCartes } from '../../moteurs/decision/index.ts';
import type { FormeDeMutualisation } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';

/** Une cellule (ou une saisie) derrière une mesure, et ce qu’elle y apporte. */
export interface CelluleDeMesure {
  /** ETP de l’agent ventilés sur le service, en centièmes. */
  readonly etpCentiemes: number;
  readonly fichier: string | null;
  readonly feuille: string | null;
  /** « K5 », ou « ligne 5 » quand la cellule n’est pas connue ; null pour une saisie. */
  readonly cellule: string | null;
  /** Auteur et jour d’une saisie à l’écran. */
  readonly auteur: string | null;
  readonly saisiLe: string | null;
}

/** Ce qu’une collectivité consacre à un service (ETP ventilés, en centièmes). */
export interface PresenceDuService {
  readonly collectivite: string;
  readonly nom: string;
  readonly estEpci: boolean;
  readonly agents: number;
  readonly etpCentiemes: number;
  readonly departsACinqAns: number;
  readonly cellules: readonly CelluleDeMesure[];
}

/** La mesure d’une collectivité dans une note calculée. */
export interface MesureDePresence {
  readonly collectivite: string;
  readonly nom: string;
  readonly agents: number;
  readonly etpCentiemes: number;
  /** La classe que la règle retient (« moins d’un demi-ETP ») : montrable à tous. */
  readonly classe: string;
  readonly cellules: readonly CelluleDeMesure[];
}

/** Une note déduite des données, qui montre sa règle et ses cellules. */
export interface NoteCalculee {
  readonly critere: string;
  readonly note: number;
  readonly phrase: string;
  readonly regle: string;
  readonly mesures: readonly MesureDePresence[];
}

/** La même, figée dans une grille le jour du calcul. */
export interface NoteCalculeeDeService extends NoteCalculee {
  readonly service: string;
  readonly calculeeLe: Jour;
}

/** Qui évalue : l’identifiant fait la clé, le nom se lit. */
export interface Evaluateur {
  readonly evaluateur: string;
  readonly nom: string;
}

/** La note qu’un évaluateur donne à un service sur un critère (null : sans avis). */
export interface NoteDonnee extends Evaluateur {
  readonly service: string;
  readonly critere: string;
  readonly note: number | null;
  readonly justification: string;
}

export interface JeuDeCartes extends Evaluateur {
  /** Du moins au plus important. */
  readonly rangees: readonly RangeeDeCartes[];
  /** Rapport z entre le plus et le moins important. */
  readonly rapport: number;
}

export interface ServiceExamine {
  readonly service: string;
  readonly libelle: string;
}

export interface GrilleDeDecision {
  readonly id: string;
  readonly titre: string;
  readonly ouverteLe: Jour;
  readonly services: readonly ServiceExamine[];
  readonly notes: readonly NoteDonnee[];
  readonly calculees: readonly NoteCalculeeDeService[];
  readonly cartes: readonly JeuDeCartes[];
}

/** Le choix d’un comité pour un service : daté, motivé, avec ce qui a été montré ce jour-là. */
export interface PerimetreRetenu {
  readonly id: string;
  readonly grilleId: string;
  readonly service: string;
  readonly libelle: string;
  readonly forme: FormeDeMutualisation;
  /** SIREN des communes membres. */
  readonly membres: readonly string[];
  readonly instance: string;
  readonly decideLe: Jour;
  readonly motif: string;
  readonly phrase: string;
}
