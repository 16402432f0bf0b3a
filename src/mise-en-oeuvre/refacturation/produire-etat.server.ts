import { accepter, type Refus, type Resultat } from '../../moteurs/resultat/index.ts';
import { composerModele } from '../../referentiel/modeles/index.ts';
import { mettreEnPage } from '../../socle/mise-en-page/index.server.ts';
import { ecrireTableur, TYPES_MIME } from '../../socle/tableurs/index.server.ts';
import { classeurDeLEtat, donneesDeLEtat } from './document-d-etat.ts';
import { type EtatDeCommune, referenceDe } from './etat.ts';

export type FormatDEtat = 'pdf' | 'ods';
export const estFormatDEtat = (texte: string): texte is FormatDEtat =>
  texte === 'pdf' || texte === 'ods';

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

/** La réponse à un téléchargement. */
export const enReponse = ({ nom, typeMime, octets }: FichierDEtat): Response =>
  new Response(Buffer.from(octets), {
    headers: {
      'content-type': typeMime,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(nom)}`,
    },
  });
