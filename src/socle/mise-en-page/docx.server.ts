import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { DocumentCompose } from '../../moteurs/document/index.ts';
import { COULEURS } from './couleurs.ts';
import { CompositeurWord, LARGEUR_DU_TEXTE } from './docx-blocs.server.ts';
import { NUMEROTATION, STYLES } from './docx-styles.server.ts';
import { composerMentions, type Mentions, PROJET } from './mentions.ts';
import { profondeurDuSommaire } from './sommaire.ts';

const aDroite = [{ type: TabStopType.RIGHT, position: LARGEUR_DU_TEXTE }];

const entete = ({ metadonnees }: DocumentCompose, mentions: Mentions): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Mention',
        tabStops: aDroite,
        children: [
          new TextRun(`${mentions.titreCourt}\t`),
          metadonnees.etat === 'projet'
            ? new TextRun({ text: 'Projet', bold: true, color: COULEURS.ocre })
            : new TextRun(metadonnees.auteur),
        ],
      }),
    ],
  });

const pied = (mentions: Mentions): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Mention',
        tabStops: aDroite,
        children: [
          new TextRun(`${mentions.pied}\tPage `),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun(' / '),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

const premierePage = ({ metadonnees, blocs }: DocumentCompose, mentions: Mentions): FileChild[] => {
  const aCouverture = blocs.some(({ type }) => type === 'sommaire');
  return [
    new Paragraph({
      alignment: AlignmentType.START,
      spacing: { before: aCouverture ? 2400 : 0 },
      children: [new TextRun({ text: metadonnees.auteur, bold: true, color: COULEURS.gris })],
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: metadonnees.titre }),
    ...(metadonnees.sousTitre === null
      ? []
      : [new Paragraph({ style: 'SousTitre', text: metadonnees.sousTitre })]),
    ...(aCouverture ? [new Paragraph({ style: 'Mention', text: metadonnees.sujet })] : []),
    new Paragraph({ style: 'Mention', text: mentions.etablissement }),
    ...(metadonnees.etat === 'projet'
      ? [
          new Paragraph({
            children: [new TextRun({ text: PROJET, bold: true, color: COULEURS.ocre })],
          }),
        ]
      : []),
    ...(aCouverture ? [new Paragraph({ children: [new PageBreak()] })] : []),
  ];
};

/** Met un document en DOCX : styles, sommaire, notes, tableaux à en-têtes répétés, langue fr. */
export const mettreEnDocx = async (
  document: DocumentCompose,
  empreinte: string,
): Promise<Uint8Array> => {
  const { metadonnees } = document;
  const mentions = composerMentions(document, empreinte);
  const compositeur = new CompositeurWord(profondeurDuSommaire(document.blocs));
  const corps = compositeur.blocs(document.blocs);
  const word = new Document({
    title: metadonnees.titre,
    subject: metadonnees.sujet,
    creator: metadonnees.auteur,
    lastModifiedBy: metadonnees.auteur,
    keywords: metadonnees.motsCles.join(', '),
    description: mentions.colophon,
    styles: STYLES,
    numbering: NUMEROTATION,
    footnotes: compositeur.redacteur.notes,
    features: { updateFields: false },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1500, bottom: 1400, left: 1418, right: 1418 },
          },
        },
        headers: { default: entete(document, mentions) },
        footers: { default: pied(mentions) },
        children: [
          ...premierePage(document, mentions),
          ...corps,
          new Paragraph({ style: 'Mention', spacing: { before: 400 }, text: mentions.colophon }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(word));
};
