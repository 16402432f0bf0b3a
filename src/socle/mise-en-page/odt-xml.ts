import { assainir } from '../../moteurs/document/index.ts';

/** Échappe un texte pour XML 1.0 : un texte d’utilisateur ne devient jamais une balise. */
export const echapper = (texte: string): string =>
  assainir(texte)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** Un texte dans un paragraphe : ODF confond les espaces répétées, il faut les compter. */
export const ecrireTexte = (texte: string): string =>
  echapper(texte)
    .replace(/^ | {2,}/gu, (espaces) => `<text:s text:c="${espaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>');

type Attributs = Readonly<Record<string, string | number | undefined>>;

/** Un élément ; le contenu est déjà du XML, les attributs sont échappés ici. */
export const element = (nom: string, attributs: Attributs, contenu = ''): string => {
  const ecrits = Object.entries(attributs)
    .filter(([, valeur]) => valeur !== undefined)
    .map(([cle, valeur]) => ` ${cle}="${echapper(String(valeur))}"`)
    .join('');
  return contenu === '' ? `<${nom}${ecrits}/>` : `<${nom}${ecrits}>${contenu}</${nom}>`;
};

const ESPACES: Readonly<Record<string, string>> = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  xlink: 'http://www.w3.org/1999/xlink',
  dc: 'http://purl.org/dc/elements/1.1/',
};

/** La racine d’une partie du fichier ODT. */
export const racine = (nom: string, contenu: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    `office:${nom}`,
    {
      ...Object.fromEntries(Object.entries(ESPACES).map(([cle, uri]) => [`xmlns:${cle}`, uri])),
      'office:version': '1.3',
    },
    contenu,
  )}`;
