import type { FichierDepose } from '../../socle/depots/index.server.ts';

/** La réponse qui télécharge un fichier déposé, sans que le navigateur en devine le type. */
export const repondreFichier = (
  fichier: FichierDepose & { readonly octets: Uint8Array },
): Response =>
  new Response(Buffer.from(fichier.octets), {
    headers: {
      'content-type': fichier.typeMime,
      'content-length': String(fichier.taille),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fichier.nom)}`,
      'x-content-type-options': 'nosniff',
    },
  });
