import { interrompre } from '../../socle/acces/index.server.ts';
import { type Base, type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import { lireFichier } from '../../socle/depots/index.server.ts';
import { lireDocuments } from './documents.sql.server.ts';

/**
 * Remet un document gardé à la signature, octet pour octet. La base décide qui le lit : le service de
 * l’EPCI, et chaque commune partie à la convention. Refus : 404, qu’il n’existe pas ou ne s’ouvre pas.
 */
export const remettreDocumentGarde = async (
  base: Base,
  contexte: Contexte,
  {
    convention,
    document,
  }: { readonly convention?: string | undefined; readonly document?: string | undefined },
): Promise<Response> => {
  const fichier = await dansTerritoire(base, contexte, async (tx) => {
    const documents = await lireDocuments(tx, contexte, convention ?? '');
    const garde = documents.find(({ id }) => id === document);
    return garde === undefined ? null : lireFichier(tx, garde.fichierId);
  });
  if (fichier === null)
    return interrompre(
      404,
      'Ce document n’est pas disponible',
      'Il se remet à l’intercommunalité et aux communes parties à la convention : revenez à la page précédente.',
    );
  return new Response(Buffer.from(fichier.octets), {
    headers: {
      'content-type': fichier.typeMime,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fichier.nom)}`,
      'cache-control': 'private, no-store',
    },
  });
};
