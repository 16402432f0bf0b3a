import type { Source } from '../../moteurs/calcul/index.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { ReglesFinancieres } from '../conventions/index.ts';

export const NATURES = {
  previsionnel: 'prévisionnel',
  definitif: 'définitif',
  rectificatif: 'rectificatif',
} as const;
export type NatureDEtat = keyof typeof NATURES;
export const estNature = (texte: string): texte is NatureDEtat => Object.hasOwn(NATURES, texte);

/** Une dépense ou une recette du service. Centimes écrits en chiffres : tout se garde en JSON. */
export interface LigneDeCout {
  readonly cle: string;
  readonly sens: 'depense' | 'recette';
  readonly poste: string;
  readonly libelle: string;
  readonly centimes: string;
  readonly source: Source;
}

/** Un agent du service : son coût chargé annuel et la part de son temps, avec leurs cellules. */
export interface AgentDuService {
  readonly matricule: string;
  readonly employeur: string;
  readonly metier: string;
  readonly centimes: string;
  readonly sourceDuCout: Source;
  /** Pour cent du temps consacré au service. */
  readonly part: number;
  readonly sourceDeLaPart: Source;
}

/** Une ligne d’unités constatées (actes, heures) : combien, de quel type, quel mois, d’après quelle cellule. */
export interface ActesReleves {
  readonly collectivite: string;
  readonly type: string;
  readonly annee: number;
  readonly mois: number;
  /** Écriture décimale : des heures peuvent l’être. */
  readonly nombre: string;
  readonly source: Source;
}

export interface MembreDExercice {
  readonly siren: string;
  readonly nom: string;
  readonly entree: Jour;
  /** Dernier jour d’adhésion, compris. */
  readonly sortie: Jour | null;
}

export interface PopulationDeMembre {
  readonly siren: string;
  readonly valeur: number;
  readonly source: Source;
}

/** Ce qu’un état déjà émis a appelé à une commune ; négatif : avoir. */
export interface DejaAppele {
  readonly siren: string;
  readonly reference: string;
  readonly le: Jour;
  readonly centimes: string;
}

/** Tout ce qu’il faut pour calculer un état, et le recalculer à l’identique dans dix ans. */
export interface EntreesDExercice {
  readonly annee: number;
  readonly nature: NatureDEtat;
  readonly service: { readonly code: string; readonly nom: string };
  readonly epci: { readonly siren: string; readonly nom: string };
  readonly convention: {
    readonly id: string;
    readonly titre: string;
    readonly version: number;
    /** Null : projet non signé, pour une simulation seulement. */
    readonly signeeLe: Jour | null;
    readonly effetLe: Jour;
    readonly empreinte: string;
    readonly tribunal: string;
  };
  readonly regles: ReglesFinancieres;
  readonly membres: readonly MembreDExercice[];
  readonly couts: readonly LigneDeCout[];
  readonly agents: readonly AgentDuService[];
  readonly actes: readonly ActesReleves[];
  readonly populations: readonly PopulationDeMembre[];
  readonly appeles: readonly DejaAppele[];
}

/**
 * L’année dont les actes servent de clé : l’exercice pour un état définitif ; pour un prévisionnel, la
 * dernière année connue avant lui (à défaut, la précédente).
 */
export const anneeDesActes = ({
  annee,
  nature,
  actes,
}: Pick<EntreesDExercice, 'annee' | 'nature' | 'actes'>): number => {
  if (nature !== 'previsionnel') return annee;
  const connues = actes.map((acte) => acte.annee).filter((connue) => connue < annee);
  return connues.reduce((derniere, connue) => Math.max(derniere, connue), 0) || annee - 1;
};

/** La version signée, comme source d’un nombre. */
export const sourceDeLaConvention = ({
  convention,
}: Pick<EntreesDExercice, 'convention'>): Source => ({
  type: 'acte',
  convention: convention.titre,
  version: convention.version,
});
