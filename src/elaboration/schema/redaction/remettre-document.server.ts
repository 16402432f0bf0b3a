import { type Base, type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireFichier } from '../../../socle/depots/index.server.ts';
import {
  estFormatDeDocument,
  FORMATS_DE_DOCUMENT,
  type FormatDeDocument,
} from '../../../socle/mise-en-page/index.server.ts';
import { lireSchema } from '../schema.sql.server.ts';
import { listerVersions } from './versions.sql.server.ts';

/** Un fichier à télécharger. */
export const remettreFichier = (
  octets: Uint8Array,
  nom: string,
  format: FormatDeDocument,
): Response =>
  new Response(new Uint8Array(octets), {
    headers: {
      'Content-Type': FORMATS_DE_DOCUMENT[format].typeMime,
      'Content-Disposition': `attachment; filename="${nom}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });

export const lireFormat = (nom: string | undefined): FormatDeDocument | null =>
  nom !== undefined && estFormatDeDocument(nom) ? nom : null;

/**
 * Le fichier d’une version gardée, si elle est visible dans ce contexte ; null sinon. Une commune ne voit
 * que le rapport et le schéma approuvé : leurs fichiers, déposés par le service, sont alors lus pour elle.
 */
export const lireVersionGardee = async (
  base: Base,
  contexte: Contexte,
  versionId: string | undefined,
  format: FormatDeDocument,
): Promise<{ readonly octets: Uint8Array; readonly nom: string } | null> => {
  const trouvee = await dansTerritoire(base, contexte, async (tx) => {
    const schema = await lireSchema(tx, contexte);
    const versions = schema === null ? [] : await listerVersions(tx, contexte, schema.id);
    const version = versions.find(({ id }) => id === versionId);
    return version === undefined ? null : { version, mandat: schema?.mandat ?? '' };
  });
  if (trouvee === null) return null;
  const { territoireId, auteur } = contexte;
  const { version, mandat } = trouvee;
  const fichier = await dansTerritoire(base, { territoireId, auteur }, (tx) =>
    lireFichier(tx, version.fichiers[format]),
  );
  if (fichier === null) return null;
  return { octets: fichier.octets, nom: `schema-${mandat}-v${version.numero}` };
};
