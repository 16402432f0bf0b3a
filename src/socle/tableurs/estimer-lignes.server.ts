import { unzipSync } from 'fflate';
import { reconnaitreContenu } from './detection.ts';

/** Octets d’une ligne de la grille la plus large (23 colonnes), mesurés sur nos propres fichiers. */
const OCTETS_PAR_LIGNE = { plat: 190, xlsx: 900, ods: 2700 } as const;

const deplier = (octets: Uint8Array): number => {
  let total = 0;
  let estOds = false;
  unzipSync(octets, {
    filter: ({ name, originalSize }) => {
      total += originalSize;
      estOds ||= name === 'content.xml';
      return false;
    },
  });
  return total / (estOds ? OCTETS_PAR_LIGNE.ods : OCTETS_PAR_LIGNE.xlsx);
};

/**
 * Combien de lignes de grille un fichier pourrait porter, d’après sa seule taille une fois déplié : de quoi
 * choisir où le lire, sans l’ouvrir. Une archive abîmée compte pour zéro : sa lecture la refusera aussitôt.
 */
export const estimerLignes = (octets: Uint8Array): number => {
  if (reconnaitreContenu(octets) !== 'zip') return octets.byteLength / OCTETS_PAR_LIGNE.plat;
  try {
    return deplier(octets);
  } catch {
    return 0;
  }
};
