import type { LoaderFunctionArgs } from 'react-router';
import { exigerDroit, interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireFichier } from '../../../socle/depots/index.server.ts';
import { lireAdoption } from './lire-adoption.server.ts';

/** La pièce jointe à un événement visible d’ici : `elaborer/adoption/pieces/:evenement`. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'schema:lire');
  const fichier = await dansTerritoire(base, contexte, async (tx) => {
    const adoption = await lireAdoption(tx, contexte, aujourdhui);
    const evenement = adoption?.evenements.find(({ id }) => id === params.evenement);
    return evenement?.fichierId == null ? null : lireFichier(tx, evenement.fichierId);
  });
  if (fichier === null) {
    return interrompre(404, 'Cette pièce n’existe pas', 'Revenez à la page de la commune.');
  }
  return new Response(new Uint8Array(fichier.octets), {
    headers: {
      'Content-Type': fichier.typeMime,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fichier.nom)}`,
      'Cache-Control': 'private, no-store',
    },
  });
};
