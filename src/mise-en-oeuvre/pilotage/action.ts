import {
  avancementPondere,
  exact,
  type NoeudExplique,
  nombreDonne,
} from '../../moteurs/calcul/index.ts';
import { type Jour, joursEntre } from '../../moteurs/calendrier/index.ts';
import type { FormeDeMutualisation } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import type { EtatDAction } from './etats-d-action.ts';

/** Un jalon de l’action. */
export interface Etape {
  readonly libelle: string;
  readonly debut: Jour;
  /** Fin prévue aujourd’hui, comprise. */
  readonly fin: Jour;
  /** Fin prévue à l’origine : l’écart est le glissement. */
  readonly finInitiale: Jour;
  readonly faiteLe: Jour | null;
  /** Entier d’au moins 1. */
  readonly poids: number;
}

/** Un indicateur repris de la fiche technique. Valeurs écrites à la française ou vides. */
export interface IndicateurSuivi {
  readonly libelle: string;
  readonly unite: string;
  readonly initiale: string;
  readonly cible: string;
}

/** Ce qu’on enregistre d’une action, hors version et auteur. */
export interface SuiviDAction {
  readonly axe: string;
  readonly pilote: string;
  /** Poids de l’action dans l’avancement du schéma, de 1 à 100. */
  readonly poids: number;
  readonly etat: EtatDAction;
  readonly acte: string;
  readonly motif: string;
  readonly etapes: readonly Etape[];
  /** De 0 à 100 ; ne sert que sans étape. */
  readonly avancementSaisi: number;
  readonly suite: string;
  readonly commentaire: string;
}

export interface ActionSuivie extends SuiviDAction {
  readonly id: string;
  readonly ficheId: string | null;
  readonly code: string;
  readonly titre: string;
  readonly service: string;
  readonly forme: FormeDeMutualisation;
  /** SIREN des membres. */
  readonly membres: readonly string[];
  readonly indicateurs: readonly IndicateurSuivi[];
  readonly version: number;
  readonly suivieLe: Jour;
  readonly modifieeLe: Jour;
  readonly modifieePar: string;
}

const sommer = (etapes: readonly Etape[]): number =>
  etapes.reduce((somme, { poids }) => somme + poids, 0);

/**
 * Avancement d’une action, de 0 à 100, arrondi vers le bas (100 : tout est atteint) :
 * Σ poids des étapes atteintes ÷ Σ poids ; la valeur saisie quand elle n’a pas d’étape.
 */
export const avancementDeLAction = ({
  etapes,
  avancementSaisi,
}: Pick<SuiviDAction, 'etapes' | 'avancementSaisi'>): number =>
  etapes.length === 0
    ? avancementSaisi
    : Math.floor((100 * sommer(etapes.filter(({ faiteLe }) => faiteLe !== null))) / sommer(etapes));

/** Vrai tant que l’action compte dans l’avancement du schéma (une action abandonnée n’y compte plus). */
export const compteDansLeSchema = ({ etat }: Pick<SuiviDAction, 'etat'>): boolean =>
  etat !== 'abandonnee';

export interface AvancementDuSchema {
  /** De 0 à 1. */
  readonly part: number;
  readonly explication: NoeudExplique;
}

/** Avancement du schéma, Σ (poids × avancement) ÷ Σ poids ; null si aucune action n’est suivie. */
export const avancementDuSchema = (
  actions: readonly Pick<
    ActionSuivie,
    'code' | 'titre' | 'poids' | 'etapes' | 'avancementSaisi' | 'etat'
  >[],
): AvancementDuSchema | null => {
  const comptees = actions.filter(compteDansLeSchema);
  const pondere = avancementPondere(
    comptees.map((action) => ({
      libelle: action.titre,
      poids: nombreDonne(`Poids de ${action.code}`, exact(BigInt(action.poids))),
      avancement: nombreDonne(
        `Avancement de ${action.code}`,
        exact(BigInt(avancementDeLAction(action))),
        '%',
      ),
    })),
  );
  if (pondere === null) return null;
  return {
    part: Number(pondere.rapport.n) / Number(pondere.rapport.d),
    explication: pondere.explication,
  };
};

export const METEOS = { vert: 'À l’heure', orange: 'À surveiller', rouge: 'En retard' } as const;
export type Meteo = keyof typeof METEOS;

/** Jours de dépassement à partir desquels une action est à surveiller, puis en retard. */
export const SEUILS_DE_METEO = { orange: 15, rouge: 60 } as const;

const estEnPause = (etat: EtatDAction): boolean => etat === 'suspendue' || etat === 'abandonnee';

/** Le plus grand dépassement, en jours, parmi les étapes ni atteintes ni à venir ; 0 si aucun. */
export const retardDeLAction = (
  { etapes, etat }: Pick<SuiviDAction, 'etapes' | 'etat'>,
  aujourdhui: Jour,
): number =>
  estEnPause(etat)
    ? 0
    : Math.max(
        0,
        ...etapes
          .filter(({ faiteLe }) => faiteLe === null)
          .map(({ fin }) => joursEntre(fin, aujourdhui)),
      );

/** Météo calculée d’après le retard : orange à 15 jours, rouge au-delà de 60. */
export const meteoDeLAction = (
  action: Pick<SuiviDAction, 'etapes' | 'etat'>,
  aujourdhui: Jour,
): Meteo => {
  const retard = retardDeLAction(action, aujourdhui);
  if (retard > SEUILS_DE_METEO.rouge) return 'rouge';
  return retard >= SEUILS_DE_METEO.orange ? 'orange' : 'vert';
};

/** Glissement : jours entre la fin prévue à l’origine et la fin prévue (ou atteinte) aujourd’hui. */
export const glissementDeLAction = ({ etapes }: Pick<SuiviDAction, 'etapes'>): number => {
  if (etapes.length === 0) return 0;
  const derniere = (jours: readonly Jour[]): Jour => jours.toSorted().at(-1) ?? '0001-01-01';
  return joursEntre(
    derniere(etapes.map(({ finInitiale }) => finInitiale)),
    derniere(etapes.map(({ fin, faiteLe }) => faiteLe ?? fin)),
  );
};

/** La prochaine étape à atteindre, ou null. */
export const prochaineEtape = ({ etapes }: Pick<SuiviDAction, 'etapes'>): Etape | null =>
  etapes
    .filter(({ faiteLe }) => faiteLe === null)
    .reduce<Etape | null>(
      (choisie, etape) => (choisie === null || etape.fin < choisie.fin ? etape : choisie),
      null,
    );
