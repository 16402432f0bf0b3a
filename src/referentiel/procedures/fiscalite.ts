import { normaliser } from '../../moteurs/procedure/index.ts';

/**
 * Vrai si l’EPCI est en fiscalité professionnelle unique (CGI, art. 1609 nonies C), écrite « FPU » ou
 * en toutes lettres. Null ou inconnu : non.
 */
export const estFiscaliteUnique = (modeFinancement: string | null | undefined): boolean => {
  const mode = normaliser(modeFinancement ?? '');
  return mode === 'fpu' || mode.startsWith('fiscalite-professionnelle-unique');
};
