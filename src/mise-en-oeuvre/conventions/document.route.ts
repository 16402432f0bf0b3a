import type { LoaderFunctionArgs } from 'react-router';
import { exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { estFormatDeDocument, FORMATS_DE_DOCUMENT } from '../../socle/mise-en-page/index.server.ts';
import { lireTerritoire } from '../../socle/territoire/index.server.ts';
import { lireConvention } from './conventions.sql.server.ts';
import { produireDocument } from './produire.server.ts';
import { versTerritoireInstruit } from './territoire-instruit.ts';

/** Le document de la convention tel qu’il est aujourd’hui, dans le format demandé. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(
    request,
    params.siren,
    'convention:lire',
  );
  const format = params.format ?? '';
  if (!estFormatDeDocument(format))
    return interrompre(404, 'Ce format n’existe pas', 'Choisissez PDF, DOCX ou ODT.');
  const lus = await dansTerritoire(base, contexte, async (tx) => ({
    convention: await lireConvention(tx, contexte, params.convention ?? ''),
    territoire: versTerritoireInstruit(await lireTerritoire(tx)),
  }));
  if (lus.convention === null)
    return interrompre(404, 'Cette convention n’existe pas', 'Revenez à la liste des conventions.');
  const produit = await produireDocument(lus.convention, lus.territoire, {
    le: aujourdhui,
    format,
  });
  if (!produit.ok)
    return interrompre(
      422,
      'Le document ne peut pas encore se composer',
      produit.refus.map(({ message }) => message).join(' '),
    );
  const { nom, octets } = produit.valeur;
  return new Response(Buffer.from(octets), {
    headers: {
      'content-type': FORMATS_DE_DOCUMENT[format].typeMime,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(nom)}`,
    },
  });
};
