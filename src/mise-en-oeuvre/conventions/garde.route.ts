import type { LoaderFunctionArgs } from 'react-router';
import { exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireFichier } from '../../socle/depots/index.server.ts';
import { lireDocuments } from './conventions.sql.server.ts';

/** Un document gardé à la signature, octet pour octet. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'convention:lire');
  const fichier = await dansTerritoire(base, contexte, async (tx) => {
    const documents = await lireDocuments(tx, contexte, params.convention ?? '');
    const garde = documents.find(({ id }) => id === params.document);
    return garde === undefined ? null : lireFichier(tx, garde.fichierId);
  });
  if (fichier === null)
    return interrompre(
      404,
      'Ce document n’est pas disponible',
      'Revenez à la page de la convention.',
    );
  return new Response(Buffer.from(fichier.octets), {
    headers: {
      'content-type': fichier.typeMime,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fichier.nom)}`,
    },
  });
};
