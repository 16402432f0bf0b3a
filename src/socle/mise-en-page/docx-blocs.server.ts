import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  PageBreak,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import {
  type Alignement,
  type Bloc,
  type BlocTableau,
  type BlocTitre,
  INSECABLE,
  type Signataire,
  type Texte,
} from '../../moteurs/document/index.ts';
import { COULEURS, TONS } from './couleurs.ts';
import { NUMEROS, PUCES } from './docx-styles.server.ts';
import { RedacteurWord } from './docx-textes.server.ts';
import { mesurerFigure } from './figures.ts';
import { citerFondement } from './mentions.ts';
import { mesurerColonnes } from './tableaux.ts';
import { intitulerTitre } from './titres.ts';

const NIVEAUX = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

const ALIGNEMENTS: Readonly<
  Record<Alignement, (typeof AlignmentType)[keyof typeof AlignmentType]>
> = {
  debut: AlignmentType.START,
  centre: AlignmentType.CENTER,
  fin: AlignmentType.END,
};

/** Largeur du texte : A4 moins les marges, en vingtièmes de point. */
export const LARGEUR_DU_TEXTE = 9070;
const PIXELS_PAR_CM = 37.8;

/**
 * Un point clair, pour les logiciels qui ne lisent pas le SVG (Word avant 2016) : ils gardent la
 * place de la figure, et la phrase qui la décrit.
 */
const IMAGE_VIDE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4+vkNAAW1AtW/HkAhAAAAAElFTkSuQmCC',
  'base64',
);

const FILET = { style: BorderStyle.SINGLE, size: 4, color: COULEURS.filet } as const;
const SANS_FILET = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** Compose le corps du document Word. */
export class CompositeurWord {
  readonly redacteur = new RedacteurWord();
  private tableaux = 0;
  private figures = 0;
  private listes = 0;
  private readonly profondeur: 1 | 2;

  constructor(profondeur: 1 | 2) {
    this.profondeur = profondeur;
  }

  blocs(blocs: readonly Bloc[], commun: IParagraphOptions = {}): FileChild[] {
    return blocs.flatMap((bloc) => this.bloc(bloc, commun));
  }

  private bloc(bloc: Bloc, commun: IParagraphOptions): FileChild[] {
    switch (bloc.type) {
      case 'titre':
        return [this.titre(bloc)];
      case 'paragraphe':
        return [
          new Paragraph({
            ...commun,
            ...(bloc.style === 'visa' ? { style: 'Visa' } : {}),
            children: this.redacteur.texte(bloc.contenu),
          }),
        ];
      case 'liste':
        return this.liste(bloc.ordonnee, bloc.elements, commun);
      case 'tableau':
        return this.tableau(bloc);
      case 'figure':
        return this.figure(bloc);
      case 'encadre':
        return this.encadre(bloc);
      case 'saut-de-page':
        return [new Paragraph({ children: [new PageBreak()] })];
      case 'sommaire':
        return [
          new Paragraph({ style: 'Legende', text: 'Sommaire' }),
          new TableOfContents('Sommaire', {
            hyperlink: true,
            headingStyleRange: `1-${this.profondeur}`,
          }),
        ];
      case 'signatures':
        return [signatures(bloc.signataires, this.redacteur)];
      case 'clause':
        return [
          this.titre(bloc.titre),
          new Paragraph({ style: 'Fondement', text: citerFondement(bloc) }),
          ...this.blocs(bloc.blocs),
        ];
      case 'annexe':
        return [this.titre(bloc.titre, true), ...this.blocs(bloc.blocs)];
    }
  }

  private titre(titre: BlocTitre, nouvellePage = false): Paragraph {
    const children = this.redacteur.texte(intitulerTitre(titre));
    return new Paragraph({
      heading: NIVEAUX[titre.niveau],
      pageBreakBefore: nouvellePage,
      children: [new Bookmark({ id: titre.ancre, children })],
    });
  }

  private liste(
    ordonnee: boolean,
    elements: readonly Texte[],
    commun: IParagraphOptions,
  ): Paragraph[] {
    this.listes += 1;
    // Une instance par liste : chaque liste numérotée recommence à 1.
    const numbering = { reference: ordonnee ? NUMEROS : PUCES, level: 0, instance: this.listes };
    return elements.map(
      (element) => new Paragraph({ ...commun, numbering, children: this.redacteur.texte(element) }),
    );
  }

  private legende(sorte: string, numero: number, texte: Texte): Paragraph {
    const debut = new TextRun(`${sorte}${INSECABLE}${numero}${INSECABLE}: `);
    return new Paragraph({ style: 'Legende', children: [debut, ...this.redacteur.texte(texte)] });
  }

  private tableau(tableau: BlocTableau): FileChild[] {
    this.tableaux += 1;
    const largeurs = mesurerColonnes(tableau).map((part) => Math.floor(part * LARGEUR_DU_TEXTE));
    const rangee = (cellules: readonly Texte[], sorte: 'entete' | 'ligne' | 'total') =>
      new TableRow({
        ...(sorte === 'entete' ? { tableHeader: true } : {}),
        cantSplit: true,
        children: cellules.map((contenu, colonne) =>
          this.cellule(tableau, contenu, colonne, largeurs, sorte),
        ),
      });
    const table = new Table({
      width: { size: LARGEUR_DU_TEXTE, type: WidthType.DXA },
      columnWidths: largeurs,
      layout: TableLayoutType.FIXED,
      borders: {
        top: { ...FILET, size: 10, color: COULEURS.encre },
        bottom: FILET,
        left: SANS_FILET,
        right: SANS_FILET,
        insideHorizontal: FILET,
        insideVertical: SANS_FILET,
      },
      tableLook: { firstRow: true, firstColumn: true, lastRow: tableau.totaux.length > 0 },
      rows: [
        rangee(
          tableau.colonnes.map(({ entete }) => entete),
          'entete',
        ),
        ...tableau.lignes.map((ligne) => rangee(ligne, 'ligne')),
        ...tableau.totaux.map((ligne) => rangee(ligne, 'total')),
      ],
    });
    return [this.legende('Tableau', this.tableaux, tableau.legende), table, new Paragraph({})];
  }

  private cellule(
    tableau: BlocTableau,
    contenu: Texte,
    colonne: number,
    largeurs: readonly number[],
    sorte: 'entete' | 'ligne' | 'total',
  ): TableCell {
    const fort = sorte !== 'ligne';
    const alignement = tableau.colonnes[colonne]?.alignement ?? 'debut';
    const couleur = sorte === 'entete' || (colonne === 0 && !fort) ? { color: COULEURS.encre } : {};
    return new TableCell({
      verticalAlign: VerticalAlign.CENTER,
      width: { size: largeurs[colonne] ?? 0, type: WidthType.DXA },
      ...(fort
        ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: COULEURS.papier } }
        : {}),
      children: [
        new Paragraph({
          style: 'Cellule',
          alignment: ALIGNEMENTS[alignement],
          children: this.redacteur.texte(contenu, { ...(fort ? { bold: true } : {}), ...couleur }),
        }),
      ],
    });
  }

  private figure({ svg, remplacement, legende }: Extract<Bloc, { type: 'figure' }>): Paragraph[] {
    this.figures += 1;
    const { largeur, hauteur } = mesurerFigure(svg);
    const transformation = {
      width: Math.round(largeur * PIXELS_PAR_CM),
      height: Math.round(hauteur * PIXELS_PAR_CM),
    };
    const image = new ImageRun({
      type: 'svg',
      data: Buffer.from(svg, 'utf8'),
      transformation,
      fallback: { type: 'png', data: IMAGE_VIDE },
      altText: { name: `Figure ${this.figures}`, title: legende ?? '', description: remplacement },
    });
    const titre: Texte = [{ type: 'texte', texte: legende ?? remplacement }];
    return [
      this.legende('Figure', this.figures, titre),
      new Paragraph({ keepNext: true, children: [image] }),
      new Paragraph({ style: 'Mention', text: remplacement }),
    ];
  }

  private encadre({ ton, titre, blocs }: Extract<Bloc, { type: 'encadre' }>): FileChild[] {
    const { trait, fond } = TONS[ton];
    const commun: IParagraphOptions = {
      border: { left: { style: BorderStyle.SINGLE, size: 24, color: trait, space: 8 } },
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: fond },
      indent: { left: 200, right: 100 },
    };
    const children = this.redacteur.texte(titre, { bold: true, color: trait });
    return [new Paragraph({ ...commun, keepNext: true, children }), ...this.blocs(blocs, commun)];
  }
}

/** Deux signataires par rangée. */
const signatures = (signataires: readonly Signataire[], redacteur: RedacteurWord): Table => {
  const largeur = LARGEUR_DU_TEXTE / 2;
  const composerCase = (signataire: Signataire | undefined): TableCell =>
    new TableCell({
      width: { size: largeur, type: WidthType.DXA },
      margins: { top: 120, bottom: 900, left: 140, right: 140 },
      children:
        signataire === undefined
          ? [new Paragraph({})]
          : [
              new Paragraph({
                style: 'Cellule',
                children: redacteur.texte(signataire.partie, { bold: true }),
              }),
              new Paragraph({ style: 'Cellule', children: redacteur.texte(signataire.fonction) }),
              new Paragraph({ style: 'Cellule', children: redacteur.texte(signataire.nom) }),
              new Paragraph({ style: 'Mention', text: 'Date et signature' }),
            ],
    });
  const rangees = Array.from({ length: Math.ceil(signataires.length / 2) }, (_, rang) => rang * 2);
  return new Table({
    width: { size: LARGEUR_DU_TEXTE, type: WidthType.DXA },
    columnWidths: [largeur, largeur],
    rows: rangees.map(
      (rang) =>
        new TableRow({
          cantSplit: true,
          children: [composerCase(signataires[rang]), composerCase(signataires[rang + 1])],
        }),
    ),
  });
};
