import { accepter, type Refus, type Resultat } from '../../moteurs/resultat/index.ts';
import { composerModele } from '../../referentiel/modeles/index.ts';
import { interrompre } from '../../socle/acces/index.server.ts';
import { type Base, type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import { mettreEnPage } from '../../socle/mise-en-page/index.server.ts';
import { ecrireTableur, TYPES_MIME } from '../../socle/tableurs/index.server.ts';
import { classeurDeLEtat, donneesDeLEtat } from './document-d-etat.ts';
import { referenceDe } from './ecritures.ts';
import type { EtatDeCommune } from './etat.ts';
import { lireEtatDeCommune } from './etats-emis.sql.server.ts';

export type FormatDEtat = 'pdf' | 'ods';
const estFormatDEtat = (texte: string): texte is FormatDEtat => texte === 'pdf' || texte === 'ods';

export interface FichierDEtat {
  readonly nom: string;
  readonly typeMime: string;
  readonly octets: Uint8Array;
}

/** L’état d’une commune en PDF (à lire, à joindre au titre) ou en ODS (toutes les lignes). */
export const produireEtat = async (
  etat: EtatDeCommune,
  format: FormatDEtat,
): Promise<Resultat<FichierDEtat, readonly Refus[]>> => {
  const nom = `État ${referenceDe(etat)} ${etat.contenu.destinataire.nom}.${format}`;
  if (format === 'ods')
    return accepter({
      nom,
      typeMime: TYPES_MIME.ods,
      octets: await ecrireTableur(classeurDeLEtat(etat), 'ods'),
    });
  const compose = composerModele('etat-refacturation', donneesDeLEtat(etat), {
    le: etat.emisLe,
    version: referenceDe(etat),
  });
  if (!compose.ok) return compose;
  return accepter({
    nom,
    typeMime: 'application/pdf',
    octets: await mettreEnPage(compose.valeur, { format: 'pdf' }),
  });
};

const enReponse = ({ nom, typeMime, octets }: FichierDEtat): Response =>
  new Response(Buffer.from(octets), {
    headers: {
      'content-type': typeMime,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(nom)}`,
    },
  });

/**
 * Répond au téléchargement d’un état. Une commune ne lit que les siens : la base n’en montre pas d’autre.
 * @param absent ce que dit la page quand l’état ou le format n’existe pas pour cette personne
 */
export const repondreEtat = async (
  { base, contexte }: { readonly base: Base; readonly contexte: Contexte },
  { part = '', format = '' }: Readonly<Record<string, string | undefined>>,
  absent: { readonly titre: string; readonly remede: string },
): Promise<Response> => {
  const etat = await dansTerritoire(base, contexte, (tx) => lireEtatDeCommune(tx, contexte, part));
  if (etat === null || !estFormatDEtat(format))
    return interrompre(404, absent.titre, absent.remede);
  const produit = await produireEtat(etat, format);
  return produit.ok
    ? enReponse(produit.valeur)
    : interrompre(
        422,
        'L’état ne peut pas se composer',
        produit.refus.map(({ message }) => message).join(' '),
      );
};
