import { type Jour, joursEntre } from '../../../moteurs/calendrier/index.ts';
import type { Attente } from './campagne.ts';

export interface EcheanceSituee {
  readonly estRendue: boolean;
  readonly etat: 'fait' | 'en-cours' | 'attention' | 'refus';
  /** « rendue », « encore 12 jours », « 3 jours de retard ». */
  readonly dit: string;
}

const jours = (nombre: number): string => `${nombre} jour${nombre > 1 ? 's' : ''}`;

/** Où en est une grille au regard de son échéance, en peu de mots. */
export const situerEcheance = (
  attente: Pick<Attente, 'etat'>,
  echeance: Jour,
  aujourdhui: Jour,
): EcheanceSituee => {
  if (attente.etat === 'rendue') return { estRendue: true, etat: 'fait', dit: 'rendue' };
  if (attente.etat === 'sans-objet') return { estRendue: true, etat: 'fait', dit: 'sans objet' };
  const reste = joursEntre(aujourdhui, echeance);
  if (reste < 0) return { estRendue: false, etat: 'refus', dit: `${jours(-reste)} de retard` };
  if (reste === 0) return { estRendue: false, etat: 'attention', dit: 'à rendre aujourd’hui' };
  return {
    estRendue: false,
    etat: reste <= 7 ? 'attention' : 'en-cours',
    dit: `encore ${jours(reste)}`,
  };
};
