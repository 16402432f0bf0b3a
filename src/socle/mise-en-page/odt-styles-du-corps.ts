import { COULEURS } from './couleurs.ts';
import { couleur, style } from './odt-style.ts';
import { element } from './odt-xml.ts';

/** Styles automatiques du corps, communs à tous les documents. */
export const STYLES_DU_CORPS =
  ['gras', 'italique', 'gras_italique', 'manquant']
    .map((nom) =>
      element(
        'style:style',
        { 'style:name': nom, 'style:family': 'text' },
        element('style:text-properties', {
          'fo:font-weight': nom.startsWith('gras') ? 'bold' : undefined,
          'fo:font-style': nom.endsWith('italique') ? 'italic' : undefined,
          'fo:background-color': nom === 'manquant' ? couleur(COULEURS.surligne) : undefined,
          'fo:color': nom === 'manquant' ? couleur(COULEURS.ocre) : undefined,
        }),
      ),
    )
    .join('') +
  (
    [
      ['debut', 'start'],
      ['centre', 'center'],
      ['fin', 'end'],
    ] as const
  )
    .flatMap(([nom, alignement]) =>
      ['', '_fort'].map((force) =>
        style(
          `Cellule_${nom}${force}`,
          force === '' ? {} : { 'fo:font-weight': 'bold' },
          { 'fo:text-align': alignement },
          { 'style:parent-style-name': 'Cellule' },
        ),
      ),
    )
    .join('') +
  style('Saut', {}, { 'fo:break-before': 'page' }) +
  style(
    'Annexe',
    {},
    { 'fo:break-before': 'page' },
    { 'style:parent-style-name': 'Heading_20_1' },
  ) +
  (['ligne', 'entete', 'signature'] as const)
    .map((nom) =>
      element(
        'style:style',
        { 'style:name': `Case_${nom}`, 'style:family': 'table-cell' },
        element('style:table-cell-properties', {
          'fo:padding': nom === 'signature' ? '0.25cm' : '0.09cm',
          'style:vertical-align': nom === 'signature' ? 'top' : 'middle',
          'fo:background-color': nom === 'entete' ? couleur(COULEURS.papier) : undefined,
          ...(nom === 'signature'
            ? { 'fo:border': `0.5pt solid ${couleur(COULEURS.filet)}` }
            : { 'fo:border-bottom': `0.4pt solid ${couleur(COULEURS.filet)}` }),
        }),
      ),
    )
    .join('') +
  element(
    'style:style',
    { 'style:name': 'Rangee', 'style:family': 'table-row' },
    element('style:table-row-properties', { 'fo:keep-together': 'always' }),
  ) +
  element(
    'style:style',
    { 'style:name': 'Rangee_signature', 'style:family': 'table-row' },
    element('style:table-row-properties', {
      'fo:keep-together': 'always',
      'style:min-row-height': '3.6cm',
    }),
  ) +
  element(
    'style:style',
    { 'style:name': 'Table', 'style:family': 'table' },
    element('style:table-properties', {
      'style:width': '16cm',
      'table:align': 'margins',
      'fo:margin-bottom': '0.4cm',
    }),
  ) +
  element(
    'style:style',
    { 'style:name': 'Image', 'style:family': 'graphic' },
    element('style:graphic-properties', {
      'style:vertical-pos': 'top',
      'style:vertical-rel': 'baseline',
    }),
  ) +
  liste('Puces', (niveau) =>
    element('text:list-level-style-bullet', { 'text:level': 1, 'text:bullet-char': '–' }, niveau),
  ) +
  liste('Numeros', (niveau) =>
    element(
      'text:list-level-style-number',
      { 'text:level': 1, 'style:num-format': '1', 'style:num-suffix': '.' },
      niveau,
    ),
  );

function liste(nom: string, niveau: (proprietes: string) => string): string {
  const alignement = element('style:list-level-label-alignment', {
    'text:label-followed-by': 'listtab',
    'fo:text-indent': '-0.5cm',
    'fo:margin-left': '0.8cm',
  });
  const proprietes = element(
    'style:list-level-properties',
    { 'text:list-level-position-and-space-mode': 'label-alignment' },
    alignement,
  );
  return element('text:list-style', { 'style:name': nom }, niveau(proprietes));
}
