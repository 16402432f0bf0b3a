import { trouverService } from '../../referentiel/nomenclatures/services.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { formaterNombre } from '../../socle/ui/index.ts';
import { lireEtatDeCommune, lireEtatsEmis } from '../refacturation/index.server.ts';
import type { CoutAnnuel, ServiceMutualise } from './services-mutualises.ts';

/** Un équivalent est un nombre pondéré : le relevé, lui, compte des actes. */
const direUnite = (unite: string | undefined): string =>
  unite === undefined || unite.startsWith('équivalent') ? 'actes' : `(${unite})`;

/**
 * Complète les coûts d’une année par l’activité que leurs états ont comptée, avec son unité ; vide
 * quand la clé du service ne compte pas d’unités.
 */
export const completerActivite = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  couts: readonly CoutAnnuel[],
  services: readonly ServiceMutualise[],
): Promise<readonly CoutAnnuel[]> => {
  const completes: CoutAnnuel[] = [];
  for (const cout of couts) {
    let nombre = 0;
    for (const part of await lireEtatsEmis(transaction, contexte, { etatId: cout.etatId })) {
      const etat = await lireEtatDeCommune(transaction, contexte, part.id);
      for (const acte of etat?.contenu.actes ?? []) nombre += Number(acte.nombre);
    }
    const code = services.find(({ id }) => id === cout.serviceId)?.service ?? '';
    const activite = `${formaterNombre(nombre)} ${direUnite(trouverService(code)?.uniteDOeuvre)}`;
    completes.push({ ...cout, activite: nombre === 0 ? '' : activite });
  }
  return completes;
};
