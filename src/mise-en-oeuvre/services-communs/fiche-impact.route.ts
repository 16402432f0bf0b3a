import type { LoaderFunctionArgs } from 'react-router';
import { exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import {
  estFormatDeDocument,
  FORMATS_DE_DOCUMENT,
  mettreEnPage,
} from '../../socle/mise-en-page/index.server.ts';
import { composerFicheDImpact } from './composer-fiche.server.ts';
import { lireServiceCommun } from './services-communs.sql.server.ts';

/** La fiche d’impact du service en PDF, DOCX ou ODT ; ce qui manque est un refus motivé. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(
    request,
    params.siren,
    'convention:rediger',
  );
  const format = params.format ?? '';
  if (!estFormatDeDocument(format))
    return interrompre(404, 'Ce format n’existe pas', 'Choisissez PDF, DOCX ou ODT.');
  const lu = await dansTerritoire(base, contexte, async (tx) => {
    const service = await lireServiceCommun(tx, contexte, params.service ?? '');
    return service === null
      ? null
      : { service, compose: await composerFicheDImpact(tx, contexte, service, aujourdhui) };
  });
  if (lu === null)
    return interrompre(404, 'Ce service commun n’existe pas', 'Revenez à la liste des services.');
  const { service, compose } = lu;
  if (!compose.ok)
    return interrompre(
      422,
      'La fiche d’impact ne peut pas encore se composer',
      compose.refus.map(({ message }) => message).join(' '),
    );
  const octets = await mettreEnPage(compose.valeur, { format });
  const nom = `Fiche d’impact ${service.nom}.${format}`;
  return new Response(Buffer.from(octets), {
    headers: {
      'content-type': FORMATS_DE_DOCUMENT[format].typeMime,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(nom)}`,
      'cache-control': 'private, no-store',
    },
  });
};
