import { type Jour, joursEntre } from '../../../moteurs/calendrier/index.ts';
import type { Attente, Campagne } from './campagne.ts';

/** Où en est une collectivité, du point de vue de la pilote. */
export type EtatDeCollecte = 'rendue' | 'sans-objet' | 'en-cours' | 'attendue' | 'en-retard';

export const LIBELLES_DE_COLLECTE: Readonly<Record<EtatDeCollecte, string>> = {
  rendue: 'Rendue',
  'sans-objet': 'Sans objet',
  'en-cours': 'Dépôt à vérifier',
  attendue: 'Attendue',
  'en-retard': 'En retard',
};

export interface SuiviDeCollectivite extends Attente {
  readonly suivi: EtatDeCollecte;
  readonly lignes: number;
  /** Dépôt ouvert, à vérifier. */
  readonly depotId: string | null;
}

export interface Completude {
  readonly suivis: readonly SuiviDeCollectivite[];
  readonly attendues: number;
  readonly repondues: number;
  /** De 0 à 100, arrondi vers le bas : 100 veut dire toutes. */
  readonly pourcentage: number;
  readonly parEtat: Readonly<Record<EtatDeCollecte, number>>;
  readonly lignes: number;
  readonly joursRestants: number;
}

const suivre = (
  attente: Attente,
  depotId: string | null,
  campagne: Campagne,
  aujourdhui: Jour,
): EtatDeCollecte => {
  if (attente.etat !== 'attendue') return attente.etat;
  if (depotId !== null) return 'en-cours';
  return aujourdhui > campagne.echeance ? 'en-retard' : 'attendue';
};

/** L’avancement d’une campagne : qui a rendu, qui a commencé, qui est en retard. */
export const mesurerCompletude = (
  campagne: Campagne,
  attentes: readonly Attente[],
  faits: {
    readonly lignesPar: ReadonlyMap<string, number>;
    readonly depotsOuverts: ReadonlyMap<string, string>;
  },
  aujourdhui: Jour,
): Completude => {
  const suivis = attentes.map((attente) => {
    const depotId = faits.depotsOuverts.get(attente.collectivite) ?? null;
    return {
      ...attente,
      depotId,
      suivi: suivre(attente, depotId, campagne, aujourdhui),
      lignes: faits.lignesPar.get(attente.collectivite) ?? 0,
    };
  });
  const compter = (etat: EtatDeCollecte): number =>
    suivis.filter(({ suivi }) => suivi === etat).length;
  const repondues = compter('rendue') + compter('sans-objet');
  return {
    suivis,
    attendues: suivis.length,
    repondues,
    pourcentage: suivis.length === 0 ? 0 : Math.floor((100 * repondues) / suivis.length),
    parEtat: {
      rendue: compter('rendue'),
      'sans-objet': compter('sans-objet'),
      'en-cours': compter('en-cours'),
      attendue: compter('attendue'),
      'en-retard': compter('en-retard'),
    },
    lignes: suivis.reduce((cumul, { lignes }) => cumul + lignes, 0),
    joursRestants: joursEntre(aujourdhui, campagne.echeance),
  };
};
