import type { DocumentCompose } from '../../moteurs/document/index.ts';
import { COULEURS, POLICE, TONS } from './couleurs.ts';
import type { Mentions } from './mentions.ts';
import { couleur, style } from './odt-style.ts';
import { ecrireTexte, element, racine } from './odt-xml.ts';

const titre = (niveau: number, taille: string, avant: string): string =>
  style(
    `Heading_20_${niveau}`,
    { 'fo:font-size': taille, 'fo:font-weight': 'bold', 'fo:color': couleur(COULEURS.encre) },
    { 'fo:margin-top': avant, 'fo:margin-bottom': '0.2cm', 'fo:keep-with-next': 'always' },
    { 'style:display-name': `Heading ${niveau}`, 'style:default-outline-level': String(niveau) },
  );

const encadres = Object.entries(TONS)
  .map(([ton, { trait, fond }]) =>
    style(
      `Encadre_${ton}`,
      { 'fo:font-size': '10pt' },
      {
        'fo:background-color': couleur(fond),
        'fo:border-left': `2.5pt solid ${couleur(trait)}`,
        'fo:padding': '0.15cm',
        'fo:margin-left': '0.2cm',
        'fo:margin-bottom': '0cm',
      },
    ),
  )
  .join('');

const STYLES_NOMMES =
  element(
    'style:default-style',
    { 'style:family': 'paragraph' },
    element('style:paragraph-properties', {
      'fo:margin-bottom': '0.2cm',
      'fo:line-height': '120%',
      'fo:orphans': '2',
      'fo:widows': '2',
    }) +
      element('style:text-properties', {
        'fo:language': 'fr',
        'fo:country': 'FR',
        'fo:font-family': POLICE,
        'fo:font-size': '10.5pt',
      }),
  ) +
  element('style:style', { 'style:name': 'Standard', 'style:family': 'paragraph' }) +
  style(
    'Title',
    { 'fo:font-size': '26pt', 'fo:font-weight': 'bold', 'fo:color': couleur(COULEURS.encre) },
    { 'fo:margin-top': '0.6cm', 'fo:margin-bottom': '0.4cm' },
  ) +
  style('Subtitle', { 'fo:font-size': '13pt', 'fo:color': couleur(COULEURS.gris) }, {}) +
  titre(1, '15pt', '0.7cm') +
  titre(2, '12.5pt', '0.55cm') +
  titre(3, '11.5pt', '0.45cm') +
  titre(4, '10.5pt', '0.4cm') +
  style(
    'Legende',
    { 'fo:font-size': '9.5pt', 'fo:font-weight': 'bold', 'fo:color': couleur(COULEURS.encre) },
    { 'fo:margin-top': '0.35cm', 'fo:margin-bottom': '0.1cm', 'fo:keep-with-next': 'always' },
  ) +
  style(
    'Fondement',
    { 'fo:font-size': '8.5pt', 'fo:color': couleur(COULEURS.gris) },
    { 'fo:keep-with-next': 'always' },
  ) +
  style('Mention', { 'fo:font-size': '8.5pt', 'fo:color': couleur(COULEURS.gris) }, {}) +
  style('Projet', { 'fo:font-weight': 'bold', 'fo:color': couleur(COULEURS.ocre) }, {}) +
  style(
    'Visa',
    {},
    { 'fo:margin-left': '0.7cm', 'fo:text-indent': '-0.35cm', 'fo:margin-bottom': '0.12cm' },
  ) +
  style(
    'Cellule',
    { 'fo:font-size': '9pt' },
    { 'fo:margin-bottom': '0cm', 'fo:line-height': '105%' },
  ) +
  style('Sommaire_1', { 'fo:font-weight': 'bold' }, { 'fo:margin-bottom': '0.1cm' }) +
  style('Sommaire_2', {}, { 'fo:margin-left': '0.6cm', 'fo:margin-bottom': '0.05cm' }) +
  element(
    'style:style',
    {
      'style:name': 'Internet_20_link',
      'style:display-name': 'Internet link',
      'style:family': 'text',
    },
    element('style:text-properties', {
      'fo:color': couleur(COULEURS.encre),
      'style:text-underline-style': 'none',
    }),
  ) +
  element(
    'style:style',
    { 'style:name': 'lien', 'style:family': 'text' },
    element('style:text-properties', {
      'fo:color': couleur(COULEURS.encre),
      'style:text-underline-style': 'solid',
    }),
  ) +
  encadres;

/** `styles.xml` : styles nommés, page A4, en-tête et pied. */
export const ecrireStyles = ({ metadonnees }: DocumentCompose, mentions: Mentions): string => {
  const page = element(
    'style:page-layout',
    { 'style:name': 'Page' },
    element('style:page-layout-properties', {
      'fo:page-width': '21cm',
      'fo:page-height': '29.7cm',
      'fo:margin-top': '1.6cm',
      'fo:margin-bottom': '1.4cm',
      'fo:margin-left': '2.5cm',
      'fo:margin-right': '2.5cm',
    }) +
      element(
        'style:header-style',
        {},
        element('style:header-footer-properties', {
          'fo:min-height': '0.9cm',
          'fo:margin-bottom': '0.4cm',
        }),
      ) +
      element(
        'style:footer-style',
        {},
        element('style:header-footer-properties', {
          'fo:min-height': '0.8cm',
          'fo:margin-top': '0.4cm',
        }),
      ),
  );
  const tabule = element(
    'style:style',
    { 'style:name': 'Bordure', 'style:family': 'paragraph', 'style:parent-style-name': 'Mention' },
    element(
      'style:paragraph-properties',
      {},
      element(
        'style:tab-stops',
        {},
        element('style:tab-stop', { 'style:position': '16cm', 'style:type': 'right' }),
      ),
    ),
  );
  const droite = metadonnees.etat === 'projet' ? 'Projet' : metadonnees.auteur;
  const entete = `${ecrireTexte(mentions.titreCourt)}<text:tab/>${ecrireTexte(droite)}`;
  const pied = `${ecrireTexte(mentions.pied)}<text:tab/>Page <text:page-number text:select-page="current">1</text:page-number> / <text:page-count>1</text:page-count>`;
  const paragraphe = (contenu: string) =>
    element('text:p', { 'text:style-name': 'Bordure' }, contenu);
  return racine(
    'document-styles',
    element('office:styles', {}, STYLES_NOMMES) +
      element('office:automatic-styles', {}, page + tabule) +
      element(
        'office:master-styles',
        {},
        element(
          'style:master-page',
          { 'style:name': 'Standard', 'style:page-layout-name': 'Page' },
          element('style:header', {}, paragraphe(entete)) +
            element('style:footer', {}, paragraphe(pied)),
        ),
      ),
  );
};
