import type { LoaderFunctionArgs } from 'react-router';
import { exigerTerritoirePublic, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireFichier } from '../../socle/depots/index.server.ts';
import { estFormatDeDocument } from '../../socle/mise-en-page/index.server.ts';
import { lirePublicationEnLigne } from './publications.sql.server.ts';
import { listerVersionsDeRapport } from './rapports.sql.server.ts';
import { repondreFichier } from './repondre-fichier.server.ts';

/** Télécharge le rapport joint à la publication en ligne, et aucun autre fichier. */
export const loader = async ({ params }: LoaderFunctionArgs): Promise<Response> => {
  const { base, contexte } = await exigerTerritoirePublic(params.siren);
  const { format = '' } = params;
  const fichier = await dansTerritoire(base, contexte, async (tx) => {
    const enLigne = await lirePublicationEnLigne(tx, contexte);
    if (enLigne === null || enLigne.rapportId === null || !estFormatDeDocument(format)) return null;
    const versions = await listerVersionsDeRapport(tx, contexte);
    const version = versions.find(({ id }) => id === enLigne.rapportId);
    return version === undefined ? null : lireFichier(tx, version.fichiers[format]);
  });
  return fichier === null
    ? interrompre(404, 'Aucun rapport n’est publié', 'Revenez à la page publique du territoire.')
    : repondreFichier(fichier);
};
