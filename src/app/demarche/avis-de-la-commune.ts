import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { AvisDeCommune } from '../../moteurs/procedure/index.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import type { Etat } from '../../socle/ui/index.ui.ts';
import { etatDEcheance } from './echeances.ts';

/** L’avis demandé à une commune, en peu de mots. */
export interface AvisDemande {
  readonly etat: Etat;
  readonly dit: string;
  readonly phrase: string;
  readonly estRendu: boolean;
}

const SENS = {
  favorable: 'favorable',
  reserve: 'favorable avec réserves',
  defavorable: 'défavorable',
} as const;

/**
 * Où en est l’avis d’une commune : demandé, rendu, ou réputé favorable par le silence (CGCT,
 * art. L. 5211-39-1). Null tant que la commune n’est pas saisie.
 */
export const direAvis = (
  avis: Pick<AvisDeCommune, 'sens' | 'tacite' | 'le'> | undefined,
  echeance: Jour | undefined,
  aujourdhui: Jour,
): AvisDemande | null => {
  if (echeance === undefined) return null;
  if (avis === undefined || avis.sens === 'en-attente') {
    return {
      etat: etatDEcheance(echeance, aujourdhui),
      dit: `avant le ${formaterJour(echeance)}`,
      phrase:
        'Le conseil municipal peut donner son avis sur le schéma. Sans délibération à cette date, il est réputé favorable.',
      estRendu: false,
    };
  }
  const le = avis.le === null ? '' : ` depuis le ${formaterJour(avis.le)}`;
  return avis.tacite
    ? {
        etat: 'fait',
        dit: 'réputé favorable',
        phrase: `Sans délibération dans les trois mois, l’avis est réputé favorable${le}.`,
        estRendu: true,
      }
    : {
        etat: 'fait',
        dit: `avis ${SENS[avis.sens]}`,
        phrase: `Le conseil a rendu un avis ${SENS[avis.sens]}${avis.le === null ? '' : ` le ${formaterJour(avis.le)}`}.`,
        estRendu: true,
      };
};
