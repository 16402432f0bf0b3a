import { ajouterJours, anneeDe, type Jour } from '../../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';

/** Une collecte ouverte sur une grille, avec une échéance. */
export interface Campagne {
  readonly id: string;
  readonly grille: string;
  readonly titre: string;
  readonly consigne: string;
  /** Jour que la grille décrit. */
  readonly photoAu: Jour;
  readonly echeance: Jour;
  readonly lanceeLe: Jour;
  readonly lanceePar: string;
  readonly closeLe: Jour | null;
  readonly version: number;
}

/** Ce qu’une campagne attend d’une collectivité. */
export interface Attente {
  readonly campagneId: string;
  readonly collectivite: string;
  readonly etat: 'attendue' | 'rendue' | 'sans-objet';
  /** Pourquoi rien n’est à rendre ; absent n’est jamais zéro. */
  readonly motif: string | null;
  readonly courriel: string | null;
  readonly relances: number;
  readonly derniereRelanceLe: Jour | null;
  readonly rendueLe: Jour | null;
  readonly renduePar: string | null;
}

export interface CampagneALancer {
  readonly grille: string;
  readonly titre: string;
  readonly consigne: string;
  readonly photoAu: Jour;
  readonly echeance: Jour;
}

/** La photo proposée : le 31 décembre dernier, date de la base de données sociales. */
export const photoProposee = (aujourdhui: Jour): Jour => `${anneeDe(aujourdhui) - 1}-12-31`;

/** L’échéance proposée : quatre semaines. */
export const echeanceProposee = (aujourdhui: Jour): Jour => ajouterJours(aujourdhui, 28);

/** Refus : `echeance-passee`, `photo-future`. */
export const jugerCampagne = (
  campagne: CampagneALancer,
  aujourdhui: Jour,
): Resultat<CampagneALancer> => {
  if (campagne.echeance < aujourdhui) {
    return refuser({
      code: 'echeance-passee',
      message: 'L’échéance est passée : choisissez un jour à venir.',
      chemin: 'echeance',
    });
  }
  if (campagne.photoAu > aujourdhui) {
    return refuser({
      code: 'photo-future',
      message:
        'La grille décrit un jour passé (en général le 31 décembre dernier) : corrigez la date de la photo.',
      chemin: 'photoAu',
    });
  }
  return accepter(campagne);
};

/** Une même commune n’est pas relancée deux fois en moins de trois jours. */
export const DELAI_ENTRE_RELANCES_EN_JOURS = 3;

/**
 * Les collectivités à relancer : elles n’ont pas rendu, ont une adresse, et la dernière relance date.
 * @param choisies SIREN cochés ; toutes si absent
 */
export const aRelancer = (
  attentes: readonly Attente[],
  aujourdhui: Jour,
  choisies?: ReadonlySet<string>,
): { readonly retenues: readonly Attente[]; readonly sansAdresse: readonly Attente[] } => {
  const dues = attentes.filter(
    ({ etat, collectivite, derniereRelanceLe }) =>
      etat === 'attendue' &&
      (choisies === undefined || choisies.has(collectivite)) &&
      (derniereRelanceLe === null ||
        ajouterJours(derniereRelanceLe, DELAI_ENTRE_RELANCES_EN_JOURS) <= aujourdhui),
  );
  return {
    retenues: dues.filter(({ courriel }) => courriel !== null),
    sansAdresse: dues.filter(({ courriel }) => courriel === null),
  };
};
