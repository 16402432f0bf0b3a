import type { Jour } from '../calendrier/index.ts';

export type Sens = 'favorable' | 'defavorable' | 'reserve';

export interface Commune {
  /** Code INSEE, du texte. */
  readonly code: string;
  readonly nom: string;
  /** Habitants ; null si la procédure ne compte pas de majorité. */
  readonly population: number | null;
  readonly siren?: string;
}

export interface Epci {
  readonly siren: string;
  readonly nom: string;
  readonly type: string | null;
  readonly modeFinancement: string | null;
}

export interface TerritoireConsulte {
  readonly communes: readonly Commune[];
  readonly epci: Epci | null;
}

export type ValeurDeChamp = string | number | boolean | readonly string[] | undefined;

/** Un fait daté. Les champs propres à chaque type sont décrits par le tableau de la procédure. */
export interface Evenement {
  readonly type: string;
  readonly date: Jour;
  readonly commune?: string;
  readonly collectivite?: string;
  readonly employeur?: string;
  /** `Sens` pour un conseil ; un comité a aussi « partage » et « repute-donne ». */
  readonly sens?: string;
  readonly version?: string;
  readonly annee?: number;
  readonly pieces?: readonly string[];
  readonly rubriques?: readonly string[];
  readonly unanimeContre?: boolean;
  readonly [champ: string]: ValeurDeChamp;
}

/**
 * Ce qu’on instruit. `le` est le jour de la question : un événement postérieur n’est pas encore arrivé.
 * `acte` est le document examiné (la convention d’un service commun), null s’il n’est pas écrit.
 */
export interface Dossier<Acte = unknown> {
  readonly le: Jour;
  readonly territoire: TerritoireConsulte;
  readonly evenements: readonly Evenement[];
  readonly acte: Acte | null;
}
