import type { LoaderFunctionArgs } from 'react-router';
import { exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { estFormatDeDocument, FORMATS_DE_DOCUMENT } from '../../socle/mise-en-page/index.server.ts';
import { lireTerritoire } from '../../socle/territoire/index.server.ts';
import { peutLireLeDocument } from './convention.ts';
import { lireConvention } from './conventions.sql.server.ts';
import { produireDocument } from './produire.server.ts';
import { versTerritoireInstruit } from './territoire-instruit.ts';

/**
 * Le document de la convention tel qu’il est aujourd’hui, dans le format demandé. Une commune n’ouvre que
 * celui d’une convention dont elle est partie.
 */
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
  if (!peutLireLeDocument(lus.convention, contexte.collectivite))
    return interrompre(
      404,
      'Ce document n’est pas disponible',
      'Votre commune n’est pas partie à cette convention : demandez-la à l’intercommunalité.',
    );
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
