import { strToU8, zipSync } from 'fflate';
import type { DocumentCompose } from '../../moteurs/document/index.ts';
import { composerMentions } from './mentions.ts';
import { CompositeurOdt } from './odt-contenu.ts';
import { ecrireStyles } from './odt-styles.ts';
import { echapper, element, racine } from './odt-xml.ts';

const TYPE_MIME = 'application/vnd.oasis.opendocument.text';

const ecrireMeta = ({ metadonnees }: DocumentCompose, colophon: string): string => {
  const champ = (nom: string, texte: string) => element(nom, {}, echapper(texte));
  return racine(
    'document-meta',
    element(
      'office:meta',
      {},
      champ('meta:generator', 'Ensemblier') +
        champ('dc:title', metadonnees.titre) +
        champ('dc:subject', metadonnees.sujet) +
        champ('dc:description', colophon) +
        champ('dc:creator', metadonnees.auteur) +
        champ('dc:language', 'fr-FR') +
        champ('meta:creation-date', `${metadonnees.date}T00:00:00`) +
        champ('dc:date', `${metadonnees.date}T00:00:00`) +
        metadonnees.motsCles.map((mot) => champ('meta:keyword', mot)).join(''),
    ),
  );
};

const ecrireManifeste = (parties: readonly (readonly [string, string])[]): string => {
  const entrees = [['/', TYPE_MIME] as const, ...parties].map(([chemin, type]) =>
    element('manifest:file-entry', { 'manifest:full-path': chemin, 'manifest:media-type': type }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'manifest:manifest',
    {
      'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
      'manifest:version': '1.3',
    },
    entrees.join(''),
  )}`;
};

/**
 * Met un document en ODT (OpenDocument 1.3) : titres hiérarchisés, sommaire, notes, en-têtes de
 * tableau répétés, textes de remplacement, langue. Mêmes données, même fichier à l’octet près.
 */
export const mettreEnOdt = (document: DocumentCompose, empreinte: string): Uint8Array => {
  const mentions = composerMentions(document, empreinte);
  const compositeur = new CompositeurOdt();
  const parties: [string, string, string][] = [
    ['content.xml', 'text/xml', compositeur.composer(document, mentions)],
    ['styles.xml', 'text/xml', ecrireStyles(document, mentions)],
    ['meta.xml', 'text/xml', ecrireMeta(document, mentions.colophon)],
  ];
  for (const { chemin, svg } of compositeur.images) parties.push([chemin, 'image/svg+xml', svg]);
  const manifeste = ecrireManifeste(parties.map(([chemin, type]) => [chemin, type]));
  const jour = new Date(`${document.metadonnees.date}T12:00:00`);
  return zipSync(
    {
      // Le type du fichier vient en premier, sans compression : la norme l’exige.
      mimetype: [strToU8(TYPE_MIME), { level: 0 }],
      'META-INF/manifest.xml': strToU8(manifeste),
      ...Object.fromEntries(parties.map(([chemin, , contenu]) => [chemin, strToU8(contenu)])),
    },
    { mtime: jour },
  );
};
