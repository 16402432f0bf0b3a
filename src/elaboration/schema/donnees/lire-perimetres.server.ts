import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { lirePerimetresRetenus } from '../../perimetres/index.server.ts';
import type { PerimetreRetenu } from '../../perimetres/index.ts';

/** Les périmètres retenus par la tranche voisine, lus par sa porte. */
export const lirePerimetres = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
): Promise<readonly PerimetreRetenu[]> => lirePerimetresRetenus(transaction, contexte);
