import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { accepter, refuser } from '../../../moteurs/resultat/index.ts';
import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { deposerFichier } from '../../../socle/depots/index.server.ts';
import { type IssueDActe, relireRegistre } from './adopter.server.ts';
import { ajouterEvenement } from './adoption.sql.server.ts';
import { deciderAvis } from './decider.ts';
import type { SensDAvis } from './evenements.ts';

export interface AvisARendre {
  /** SIREN de la commune. */
  readonly siren: string;
  /** Jour de la délibération. */
  readonly le: Jour;
  readonly sens: SensDAvis;
  readonly numero: string;
  readonly reserves: string;
  readonly piece: { readonly nom: string; readonly octets: Uint8Array } | null;
}

/**
 * Enregistre la délibération d’un conseil, saisie par la pilote ou par la commune elle-même (le contexte
 * limité ne lui laisse écrire que la sienne). Refus : voir `deciderAvis` ; pièce vide ou trop lourde.
 */
export const rendreAvis = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  avis: AvisARendre,
  aujourdhui: Jour,
): IssueDActe => {
  const registre = await relireRegistre(transaction, contexte, aujourdhui);
  if (!registre.ok) return registre;
  const { communes, schema } = registre.valeur;
  const commune = communes.find(({ siren }) => siren === avis.siren);
  if (commune === undefined) {
    return refuser([
      {
        code: 'commune-inconnue',
        message: 'Cette commune n’est pas celle de votre lien, ou n’est plus membre du territoire.',
      },
    ]);
  }
  const { le, sens, numero, reserves, piece } = avis;
  const details = { sens, numero: numero.trim(), reserves: reserves.trim() };
  const decision = deciderAvis(registre.valeur, commune, { le, details });
  if (!decision.ok) return decision;
  let fichierId: string | null = null;
  if (piece !== null) {
    const depose = await deposerFichier(transaction, { ...piece, collectivite: avis.siren });
    if (!depose.ok) return refuser([depose.refus]);
    fichierId = depose.valeur.fichier.id;
  }
  await ajouterEvenement(transaction, contexte, schema.id, decision.valeur, {
    aujourdhui,
    fichierId,
  });
  return accepter(null);
};
