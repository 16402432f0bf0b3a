import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { RangeeDeCartes } from '../../moteurs/decision/index.ts';
import type { FormeDeMutualisation } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';

/** D’où vient une mesure : le fichier et la cellule, ou la saisie. */
export interface SourceDeMesure {
  readonly libelle: string;
  /** « rh.xlsx, feuille Agents, ligne 12 » ou « saisi par … ». */
  readonly origine: string;
  /** Identifiant de la ligne de grille. */
  readonly ligneId: string;
}

/** Ce qu’une collectivité consacre à un service (ETP ventilés, en centièmes). */
export interface PresenceDuService {
  readonly collectivite: string;
  readonly estEpci: boolean;
  readonly agents: number;
  readonly etpCentiemes: number;
  readonly departsACinqAns: number;
  readonly sources: readonly SourceDeMesure[];
}

/** Une note déduite des données, qui montre sa règle et ses cellules. */
export interface NoteCalculee {
  readonly critere: string;
  readonly note: number;
  readonly phrase: string;
  readonly regle: string;
  readonly sources: readonly SourceDeMesure[];
}

/** La note qu’un évaluateur donne à un service sur un critère (null : sans avis). */
export interface NoteDonnee {
  readonly service: string;
  readonly critere: string;
  readonly evaluateur: string;
  readonly note: number | null;
  readonly justification: string;
}

export interface JeuDeCartes {
  readonly evaluateur: string;
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
  readonly cartes: readonly JeuDeCartes[];
}

/** Le choix d’un comité pour un service : daté, motivé, avec ce qui a été montré ce jour-là. */
export interface PerimetreRetenu {
  readonly id: string;
  readonly grilleId: string;
  readonly service: string;
  readonly libelle: string;
  readonly forme: FormeDeMutualisation;
  /** SIREN des membres. */
  readonly membres: readonly string[];
  readonly instance: string;
  readonly decideLe: Jour;
  readonly motif: string;
  readonly phrase: string;
}
