import type { LoaderFunctionArgs } from 'react-router';
import { exigerLienCommune, interrompre } from '../../../../socle/acces/index.server.ts';
import {
  lireFormat,
  lireVersionGardee,
  remettreFichier,
} from '../../redaction/remettre-document.server.ts';

/** Le document transmis à la commune : `c/:jeton/avis/schema/:version/:format`. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte } = await exigerLienCommune(request, params.jeton);
  const format = lireFormat(params.format);
  const version =
    format === null ? null : await lireVersionGardee(base, contexte, params.version, format);
  if (format === null || version === null) {
    return interrompre(
      404,
      'Ce document n’est pas transmis à votre commune',
      'Revenez à la page de l’avis et choisissez un document de la liste.',
    );
  }
  return remettreFichier(version.octets, version.nom, format);
};
