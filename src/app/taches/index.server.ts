import { ouvrirBase } from '../../socle/base/index.server.ts';
import { demarrerEnvois } from '../../socle/courriels/index.server.ts';
import { traiterTravaux } from '../../socle/travaux/index.server.ts';
import { REGISTRE_DES_TRAVAUX } from './registre.server.ts';

/**
 * Les tâches de fond de cette instance : longs travaux (repris après une coupure) et envois.
 * @param url adresse de la base avec le rôle propriétaire
 * @returns de quoi tout arrêter proprement
 */
export const demarrerTaches = async (url: string): Promise<() => Promise<void>> => {
  const base = ouvrirBase(url, { connexions: 6 });
  const arreterEnvois = demarrerEnvois(base);
  const arreterTravaux = await traiterTravaux({ base, url, registre: REGISTRE_DES_TRAVAUX });
  return async () => {
    await Promise.all([arreterEnvois(), arreterTravaux()]);
    await base.destroy();
  };
};
