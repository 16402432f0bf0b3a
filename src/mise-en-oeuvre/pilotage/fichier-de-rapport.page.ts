import type { LoaderFunctionArgs } from 'react-router';
import { exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireFichier } from '../../socle/depots/index.server.ts';
import { estFormatDeDocument } from '../../socle/mise-en-page/index.server.ts';
import { listerVersionsDeRapport } from './rapports.sql.server.ts';
import { repondreFichier } from './repondre-fichier.server.ts';

/** Télécharge une version gardée du rapport annuel. */
export const loader = async ({ request, params }: LoaderFunctionArgs): Promise<Response> => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'rapport:publier');
  const { format = '' } = params;
  const fichier = await dansTerritoire(base, contexte, async (tx) => {
    const versions = await listerVersionsDeRapport(tx, contexte, Number(params.annee) || 0);
    const version = versions.find(({ id }) => id === params.version);
    return version === undefined || !estFormatDeDocument(format)
      ? null
      : lireFichier(tx, version.fichiers[format]);
  });
  return fichier === null
    ? interrompre(404, 'Ce rapport n’existe pas', 'Choisissez une version dans la page du rapport.')
    : repondreFichier(fichier);
};
