import { anneeDe, type Jour } from '../../moteurs/calendrier/index.ts';

/**
 * Renouvellements généraux des conseils municipaux, jour du second tour (ou du tour unique).
 * Sources : décrets n° 2019-928 et n° 2020-642 (2020) ; décret n° 2025-848 (2026).
 */
const RENOUVELLEMENTS: readonly Jour[] = ['2020-06-28', '2026-03-22'];

/** Le mandat en cours ce jour : son renouvellement, et son nom (« 2026-2032 »). */
export const mandatAu = (
  aujourdhui: Jour,
): { readonly nom: string; readonly renouvellement: Jour } => {
  const renouvellement =
    RENOUVELLEMENTS.findLast((jour) => jour <= aujourdhui) ?? ('2020-06-28' as const);
  const debut = anneeDe(renouvellement);
  return { nom: `${debut}-${debut + 6}`, renouvellement };
};
