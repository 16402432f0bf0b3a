import { listerLiens } from '../../../socle/acces/index.server.ts';
import type { Transaction } from '../../../socle/base/index.server.ts';

/** L’adresse connue de chaque mairie : celle du dernier lien personnel qui lui a été remis. */
export const lireAdressesDesMairies = async <T>(
  transaction: Transaction<T>,
): Promise<ReadonlyMap<string, string>> => {
  const liens = await listerLiens(transaction);
  const adresses = new Map<string, string>();
  for (const { collectivite, destinataire } of liens) {
    if (destinataire === null || adresses.has(collectivite)) continue;
    if (destinataire.includes('@')) adresses.set(collectivite, destinataire);
  }
  return adresses;
};
