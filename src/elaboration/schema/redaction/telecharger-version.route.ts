import type { LoaderFunctionArgs } from 'react-router';
import { exigerDroit, interrompre } from '../../../socle/acces/index.server.ts';
import { lireFormat, lireVersionGardee, remettreFichier } from './remettre-document.server.ts';

/** Une version gardée : `elaborer/schema/versions/:version/:format`. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'schema:lire');
  const format = lireFormat(params.format);
  const version =
    format === null ? null : await lireVersionGardee(base, contexte, params.version, format);
  if (format === null || version === null) {
    return interrompre(
      404,
      'Cette version n’existe pas',
      'Choisissez une version depuis la page du schéma.',
    );
  }
  return remettreFichier(version.octets, version.nom, format);
};
