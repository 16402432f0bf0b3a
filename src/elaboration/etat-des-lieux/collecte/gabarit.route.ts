import type { LoaderFunctionArgs } from 'react-router';
import { interrompre } from '../../../socle/acces/index.server.ts';
import { TYPES_MIME } from '../../../socle/tableurs/index.server.ts';
import { composerGabarit } from './gabarit.server.ts';
import { ouvrirGrille } from './ouvrir-collecte.server.ts';

/** Télécharge le gabarit prérempli d’une collectivité. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await ouvrirGrille(request, params);
  const { format } = params;
  if (format !== 'xlsx' && format !== 'ods' && format !== 'csv') {
    return interrompre(404, 'Ce format n’existe pas', 'Choisissez XLSX, ODS ou CSV.');
  }
  if (acces.collectivite === null) {
    return interrompre(
      404,
      'Un modèle est propre à une collectivité',
      'Ouvrez la collectivité dans le suivi de la collecte : son modèle y est, prérempli.',
    );
  }
  const gabarit = await composerGabarit(
    acces.base,
    acces.contexte,
    acces.grille,
    acces.collectivite.siren,
    format,
  );
  if (!gabarit.ok) return interrompre(404, 'Ce modèle n’existe pas', gabarit.refus.message);
  const { nom, octets } = gabarit.valeur;
  return new Response(Buffer.from(octets), {
    headers: {
      'Content-Type': TYPES_MIME[format],
      'Content-Disposition': `attachment; filename="${nom}"`,
      'Cache-Control': 'private, no-store',
    },
  });
};
