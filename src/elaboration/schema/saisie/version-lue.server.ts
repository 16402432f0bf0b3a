import type { Transaction } from '../../../socle/base/index.server.ts';
import { lireJournal } from '../../../socle/journal/index.server.ts';
import type { Redaction } from './champs.ts';

/**
 * Ce qu’un objet disait à une version donnée, d’après le journal : la base d’une comparaison à trois
 * voies. Null si le journal ne le sait plus.
 */
export const lireVersionLue = async <T>(
  transaction: Transaction<T>,
  objet: 'fiche_technique' | 'section_du_schema',
  objetId: string,
  version: number,
): Promise<Redaction | null> => {
  const ecritures = await lireJournal(transaction, { objet, objetId, combien: 500 });
  const trouvee = ecritures.find(({ apres }) => apres?.version === version)?.apres?.redaction;
  return typeof trouvee === 'object' && trouvee !== null ? (trouvee as Redaction) : null;
};
