import type { LoaderFunctionArgs } from 'react-router';
import { interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireFichier } from '../../../socle/depots/index.server.ts';
import { lireDepot } from './depots.sql.server.ts';
import { ouvrirGrille } from './ouvrir-collecte.server.ts';

/** Télécharge le fichier gardé d’un dépôt : celui que citent les cellules sources. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await ouvrirGrille(request, params);
  const fichier = await dansTerritoire(acces.base, acces.contexte, async (tx) => {
    const depot = await lireDepot(tx, acces.contexte, params.depot ?? '');
    const estIci =
      depot?.grille === acces.grille &&
      depot.collectivite === (acces.collectivite?.siren ?? null) &&
      depot.fichierId !== null;
    return estIci ? lireFichier(tx, depot.fichierId ?? '') : null;
  });
  if (fichier === null) {
    return interrompre(
      404,
      'Ce fichier n’est pas gardé ici',
      'Un fichier refusé n’est pas conservé : revenez à la grille.',
    );
  }
  return new Response(Buffer.from(fichier.octets), {
    headers: {
      'Content-Type': fichier.typeMime,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fichier.nom)}`,
      'Cache-Control': 'private, no-store',
    },
  });
};
