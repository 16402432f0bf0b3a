import type { LoaderFunctionArgs } from 'react-router';
import { exigerDroit, interrompre } from '../../../socle/acces/index.server.ts';
import { ecrireTableur, TYPES_MIME } from '../../../socle/tableurs/index.server.ts';
import { classeurDEffectifs } from './exporter.ts';
import { preparerEffectifs } from './preparer-effectifs.server.ts';

/** Exporte la synthèse des effectifs, masquée comme à l’écran : ODS, XLSX ou CSV. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'effectifs:lire');
  const { format } = params;
  if (format !== 'xlsx' && format !== 'ods' && format !== 'csv') {
    return interrompre(404, 'Ce format n’existe pas', 'Choisissez ODS, XLSX ou CSV.');
  }
  const { effectifs } = await preparerEffectifs(acces, new URL(request.url).searchParams);
  const octets = await ecrireTableur(classeurDEffectifs(effectifs), format, 'bureau');
  return new Response(Buffer.from(octets), {
    headers: {
      'Content-Type': TYPES_MIME[format],
      'Content-Disposition': `attachment; filename="effectifs-${acces.territoire.siren}-${effectifs.photoAu}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });
};
