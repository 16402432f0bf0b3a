import type { Jour } from '../calendrier/index.ts';

/** Ce qui manque : code de la règle, message qui dit quoi faire, article. */
export interface Manque {
  readonly code: string;
  readonly message: string;
  readonly article: string;
}

/**
 * `possible` : les conditions de droit sont réunies au jour demandé (`manque` est alors vide).
 * Il ne dit pas si l’étape est déjà franchie : c’est l’état qui le dit.
 */
export interface PassageInstruit {
  readonly nom: string;
  readonly possible: boolean;
  readonly manque: readonly Manque[];
}

/** `acquise` : réponse donnée ou effet du silence acquis ; `depassee` : terme passé sans l’un ni l’autre. */
export type StatutEcheance = 'en-cours' | 'acquise' | 'depassee';

export interface Echeance {
  readonly code: string;
  readonly objet: string;
  readonly commune?: string;
  readonly depart: Jour;
  /** Dernier jour utile. */
  readonly echeance: Jour;
  readonly statut: StatutEcheance;
  readonly effet: string;
  readonly article: string;
}

export interface AvisDeCommune {
  readonly commune: string;
  readonly sens: 'favorable' | 'defavorable' | 'reserve' | 'en-attente';
  readonly tacite: boolean;
  /** Jour de la délibération, ou lendemain du dernier jour pour un avis tacite. */
  readonly le: Jour | null;
  /** Délibération prise après le terme : elle ne change rien. */
  readonly tardive?: { readonly date: Jour; readonly sens: string };
}

/** Nombre de conseils et habitants ; pour le blocage, la commune la plus peuplée. */
export interface MesureDeMajorite {
  readonly communes?: number;
  readonly population: number;
  readonly commune?: string;
}

export interface ConditionDeMajorite {
  readonly libelle: string;
  readonly obtenu: MesureDeMajorite;
  readonly requis: MesureDeMajorite;
  readonly atteinte: boolean;
}

export interface MajoriteInstruite {
  readonly code: string;
  /** true acquise, false devenue impossible, null encore possible. */
  readonly atteinte: boolean | null;
  readonly conditions: readonly ConditionDeMajorite[];
}

/** Risque ou événement écarté : il n’interdit rien mais doit être montré. */
export interface Avertissement extends Manque {
  readonly passage: string | null;
}

export interface SortieProcedure {
  readonly etat: string;
  readonly passages: readonly PassageInstruit[];
  readonly echeances: readonly Echeance[];
  readonly avis?: readonly AvisDeCommune[];
  readonly majorites?: readonly MajoriteInstruite[];
  /** Présent seulement s’il y a quelque chose à signaler. */
  readonly avertissements?: readonly Avertissement[];
}
