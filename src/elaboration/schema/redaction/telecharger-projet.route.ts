import type { LoaderFunctionArgs } from 'react-router';
import { exigerDroit, interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { mettreEnPage } from '../../../socle/mise-en-page/index.server.ts';
import { lireSchema } from '../schema.sql.server.ts';
import { composerProjet, lireMatiere } from './composer-schema.server.ts';
import { lireFormat, remettreFichier } from './remettre-document.server.ts';

/** Le document du jour, en projet : `elaborer/schema/document/:format`. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'schema:rediger');
  const format = lireFormat(params.format);
  const lu = await dansTerritoire(base, contexte, async (tx) => {
    const schema = await lireSchema(tx, contexte);
    return schema === null
      ? null
      : { schema, matiere: await lireMatiere(tx, contexte, schema, aujourdhui) };
  });
  if (format === null || lu === null) {
    return interrompre(
      404,
      'Ce document n’existe pas',
      'Choisissez un format (PDF, DOCX, ODT) depuis l’aperçu du schéma.',
    );
  }
  const document = composerProjet(lu.matiere, 'projet');
  const octets = await mettreEnPage(document, { format });
  return remettreFichier(octets, `schema-${lu.schema.mandat}-projet-${aujourdhui}`, format);
};
