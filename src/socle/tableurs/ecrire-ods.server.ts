import { strToU8, zipSync } from 'fflate';
import {
  type ClasseurAEcrire,
  type ColonneAEcrire,
  type FeuilleAEcrire,
  type FormatDeColonne,
  lettreDeColonne,
  type RangeeAEcrire,
} from '../../moteurs/grille/index.ts';
import { COULEURS } from './styles.ts';

const echapper = (texte: string): string =>
  texte
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

const ESPACES = ['office', 'table', 'text', 'style', 'fo', 'number', 'config', 'manifest'] as const;
const xmlns = (...noms: readonly (typeof ESPACES)[number][]): string =>
  noms
    .map(
      (nom) =>
        `xmlns:${nom}="urn:oasis:names:tc:opendocument:xmlns:${{ fo: 'xsl-fo-compatible', number: 'datastyle' }[nom as 'fo' | 'number'] ?? nom}:1.0"`,
    )
    .join(' ');

const paragraphes = (texte: string): string =>
  texte
    .split('\n')
    .map(
      (p) =>
        `<text:p>${echapper(p).replace(/ {2,}/g, (suite) => ` <text:s text:c="${suite.length - 1}"/>`)}</text:p>`,
    )
    .join('');

const afficherDate = (iso: string): string =>
  `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}${iso.length > 10 ? ` ${iso.slice(11, 16)}` : ''}`;

const contenu = (brute: string | number, format: FormatDeColonne, enDonnees: boolean): string => {
  if (brute === '') return '/>';
  if (typeof brute === 'number')
    return ` office:value-type="float" office:value="${brute}"><text:p>${String(brute).replace('.', ',')}</text:p></table:table-cell>`;
  if (
    enDonnees &&
    (format === 'date' || format === 'date-heure') &&
    /^\d{4}-\d{2}-\d{2}/.test(brute)
  )
    return ` office:value-type="date" office:date-value="${brute.length > 10 ? `${brute.slice(0, 16)}:00` : brute}"><text:p>${afficherDate(brute)}</text:p></table:table-cell>`;
  return ` office:value-type="string">${paragraphes(brute)}</table:table-cell>`;
};

const styleDe = (
  rangee: RangeeAEcrire,
  colonne: ColonneAEcrire | undefined,
  feuille: FeuilleAEcrire,
): string => {
  if (rangee.style !== 'texte') return rangee.style;
  const verrou = feuille.protegee && !(colonne?.saisissable ?? true) ? 'fige' : 'libre';
  return `${verrou}-${colonne?.format ?? 'texte'}`;
};

const nomDeValidation = (rangFeuille: number, colonne: number): string =>
  `choix-${rangFeuille}-${colonne}`;

const ecrireRangee = (
  rangee: RangeeAEcrire,
  feuille: FeuilleAEcrire,
  rangFeuille: number,
): string => {
  const cellules = rangee.cellules.map((brute, c) => {
    const colonne = feuille.colonnes[c];
    const validation =
      rangee.style === 'texte' && colonne?.liste
        ? ` table:content-validation-name="${nomDeValidation(rangFeuille, c)}"`
        : '';
    return `<table:table-cell table:style-name="${styleDe(rangee, colonne, feuille)}"${validation}${contenu(brute, colonne?.format ?? 'texte', rangee.style === 'texte')}`;
  });
  return `<table:table-row>${cellules.join('')}</table:table-row>`;
};

const nomEntreApostrophes = (nom: string): string => `'${nom.replace(/'/g, "''")}'`;

const ecrireValidation = (
  colonne: ColonneAEcrire,
  feuille: FeuilleAEcrire,
  rangFeuille: number,
  c: number,
): string => {
  const { liste } = colonne;
  if (!liste) return '';
  const lettre = lettreDeColonne(liste.colonne);
  const plage = `[$${nomEntreApostrophes(liste.feuille)}.$${lettre}$${liste.premiere}:.$${lettre}$${liste.derniere}]`;
  const base = `${nomEntreApostrophes(feuille.nom)}.${lettreDeColonne(c)}2`;
  const aide =
    colonne.aide === undefined
      ? ''
      : `<table:help-message table:display="true"><text:p>${echapper(colonne.aide)}</text:p></table:help-message>`;
  return `<table:content-validation table:name="${nomDeValidation(rangFeuille, c)}" table:condition="of:cell-content-is-in-list(${echapper(plage)})" table:allow-empty-cell="true" table:display-list="unsorted" table:base-cell-address="${echapper(base)}">${aide}<table:error-message table:message-type="warning" table:display="true" table:title="Valeur hors liste"><text:p>Choisissez une valeur de la liste (feuille « Listes »).</text:p></table:error-message></table:content-validation>`;
};

const ecrireFeuille = (feuille: FeuilleAEcrire, rang: number): string => {
  const colonnes = feuille.colonnes
    .map(
      (colonne) =>
        `<table:table-column table:style-name="col-${colonne.largeur}"${colonne.masquee ? ' table:visibility="collapse"' : ''}/>`,
    )
    .join('');
  const enTete = feuille.rangees
    .slice(0, feuille.figees)
    .map((r) => ecrireRangee(r, feuille, rang))
    .join('');
  const suite = feuille.rangees
    .slice(feuille.figees)
    .map((r) => ecrireRangee(r, feuille, rang))
    .join('');
  return `<table:table table:name="${echapper(feuille.nom)}"${feuille.protegee ? ' table:protected="true"' : ''}>${colonnes}${enTete === '' ? '' : `<table:table-header-rows>${enTete}</table:table-header-rows>`}${suite}</table:table>`;
};

const STYLES_DE_DONNEES: Readonly<Record<FormatDeColonne, string>> = {
  texte: '<number:text-style style:name="f-texte"><number:text-content/></number:text-style>',
  nombre:
    '<number:number-style style:name="f-nombre"><number:number number:min-integer-digits="1"/></number:number-style>',
  'deux-decimales':
    '<number:number-style style:name="f-deux-decimales"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
  date: '<number:date-style style:name="f-date"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>',
  'date-heure':
    '<number:date-style style:name="f-date-heure"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/><number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:date-style>',
};

const styleDeCellule = (nom: string, format: string, cellule: string, texte = ''): string =>
  `<style:style style:name="${nom}" style:family="table-cell"${format === '' ? '' : ` style:data-style-name="${format}"`}><style:table-cell-properties ${cellule}/>${texte}</style:style>`;

const composerStyles = (classeur: ClasseurAEcrire): string => {
  const largeurs = new Set(classeur.feuilles.flatMap((f) => f.colonnes.map((c) => c.largeur)));
  const colonnes = [...largeurs].map(
    (l) =>
      `<style:style style:name="col-${l}" style:family="table-column"><style:table-column-properties style:column-width="${(l * 0.21).toFixed(2)}cm"/></style:style>`,
  );
  const parFormat = (Object.keys(STYLES_DE_DONNEES) as FormatDeColonne[]).flatMap((format) => [
    styleDeCellule(`libre-${format}`, `f-${format}`, 'style:cell-protect="none"'),
    styleDeCellule(
      `fige-${format}`,
      `f-${format}`,
      `style:cell-protect="protected" fo:background-color="#${COULEURS.fige}"`,
    ),
  ]);
  return [
    ...Object.values(STYLES_DE_DONNEES),
    ...colonnes,
    ...parFormat,
    styleDeCellule(
      'entete',
      '',
      `style:cell-protect="protected" fo:background-color="#${COULEURS.entete}" fo:wrap-option="wrap"`,
      `<style:text-properties fo:font-weight="bold" fo:color="#${COULEURS.blanc}"/>`,
    ),
    styleDeCellule(
      'titre',
      '',
      'style:cell-protect="protected"',
      `<style:text-properties fo:font-weight="bold" fo:font-size="15pt" fo:color="#${COULEURS.entete}"/>`,
    ),
    styleDeCellule('fige', '', 'style:cell-protect="protected"'),
    styleDeCellule('aide', '', 'style:cell-protect="protected"'),
  ].join('');
};

const composerReglages = (classeur: ClasseurAEcrire): string => {
  const feuilles = classeur.feuilles
    .filter((f) => f.figees > 0)
    .map(
      (f) =>
        `<config:config-item-map-entry config:name="${echapper(f.nom)}"><config:config-item config:name="HorizontalSplitMode" config:type="short">0</config:config-item><config:config-item config:name="HorizontalSplitPosition" config:type="int">0</config:config-item><config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item><config:config-item config:name="VerticalSplitPosition" config:type="int">${f.figees}</config:config-item><config:config-item config:name="ActiveSplitRange" config:type="short">2</config:config-item><config:config-item config:name="PositionLeft" config:type="int">0</config:config-item><config:config-item config:name="PositionRight" config:type="int">0</config:config-item><config:config-item config:name="PositionTop" config:type="int">0</config:config-item><config:config-item config:name="PositionBottom" config:type="int">${f.figees}</config:config-item></config:config-item-map-entry>`,
    )
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-settings ${xmlns('office', 'config')} xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1</config:config-item><config:config-item config:name="ActiveTable" config:type="string">${echapper(classeur.feuilles[0]?.nom ?? '')}</config:config-item><config:config-item-map-named config:name="Tables">${feuilles}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;
};

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';

const MANIFESTE = `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest ${xmlns('manifest')} manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

/** Sans styles propres, mais présent : plusieurs lecteurs refusent un ODS sans styles.xml. */
const STYLES_COMMUNS = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles ${xmlns('office', 'style')} office:version="1.3"><office:styles><style:default-style style:family="table-cell"/></office:styles></office:document-styles>`;

/** Une date fixe : deux écritures du même classeur donnent les mêmes octets. */
const JOUR_DE_L_ARCHIVE = new Date(2026, 0, 1);

/** Écrit un classeur ODS : listes de choix (content-validations), cellules protégées, en-tête figé. */
export const ecrireOds = (classeur: ClasseurAEcrire): Uint8Array => {
  const validations = classeur.feuilles
    .flatMap((feuille, rang) =>
      feuille.colonnes.map((colonne, c) => ecrireValidation(colonne, feuille, rang, c)),
    )
    .join('');
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${xmlns('office', 'table', 'text', 'style', 'fo', 'number')} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3"><office:automatic-styles>${composerStyles(classeur)}</office:automatic-styles><office:body><office:spreadsheet>${validations === '' ? '' : `<table:content-validations>${validations}</table:content-validations>`}${classeur.feuilles.map(ecrireFeuille).join('')}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync(
    {
      mimetype: [strToU8(MIME), { level: 0 }],
      'content.xml': strToU8(xml),
      'styles.xml': strToU8(STYLES_COMMUNS),
      'settings.xml': strToU8(composerReglages(classeur)),
      'META-INF/manifest.xml': strToU8(MANIFESTE),
    },
    { mtime: JOUR_DE_L_ARCHIVE },
  );
};
