import type { LoaderFunctionArgs } from 'react-router';
import { exigerLienCommune, interrompre } from '../../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../../socle/base/index.server.ts';
import { mettreEnPage } from '../../../../socle/mise-en-page/index.server.ts';
import { lireFormat, remettreFichier } from '../../redaction/remettre-document.server.ts';
import { composerDeliberation } from '../projet-de-deliberation.server.ts';

/** Le projet de délibération de la commune du lien : `c/:jeton/avis/deliberation/:format`. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui, collectivite } = await exigerLienCommune(
    request,
    params.jeton,
  );
  const format = lireFormat(params.format);
  const projet = await dansTerritoire(base, contexte, (tx) =>
    composerDeliberation(tx, contexte, collectivite.siren, aujourdhui),
  );
  if (format === null || projet === null) {
    return interrompre(
      404,
      'Ce projet de délibération n’existe pas',
      'Il se compose quand votre commune a reçu le rapport.',
    );
  }
  return remettreFichier(await mettreEnPage(projet.document, { format }), projet.nom, format);
};
