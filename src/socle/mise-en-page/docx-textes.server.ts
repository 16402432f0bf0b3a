import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TextRun,
} from 'docx';
import { type Fragment, INSECABLE, type Texte } from '../../moteurs/document/index.ts';
import { COULEURS } from './couleurs.ts';

/** Les notes de bas de page, numérotées dans l’ordre du document. */
export type Notes = Record<string, { readonly children: readonly Paragraph[] }>;

/** Transforme un texte riche en suites Word ; range les notes à part. */
export class RedacteurWord {
  readonly notes: Notes = {};
  private nombreDeNotes = 0;

  texte(texte: Texte, style: IRunOptions = {}): ParagraphChild[] {
    return texte.map((fragment) => this.fragment(fragment, style));
  }

  private fragment(fragment: Fragment, style: IRunOptions): ParagraphChild {
    switch (fragment.type) {
      case 'texte':
        return new TextRun({
          ...style,
          text: fragment.texte,
          ...(fragment.gras === true ? { bold: true } : {}),
          ...(fragment.italique === true ? { italics: true } : {}),
        });
      case 'saut':
        return new TextRun({ break: 1 });
      case 'manquant':
        return new TextRun({
          ...style,
          text: `[à compléter${INSECABLE}: ${fragment.libelle}]`,
          color: COULEURS.ocre,
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: COULEURS.surligne },
        });
      case 'lien':
        return new ExternalHyperlink({
          link: fragment.adresse,
          children: this.texte(fragment.contenu, { ...style, style: 'Hyperlink' }),
        });
      case 'renvoi':
        return new InternalHyperlink({
          anchor: fragment.cible,
          children: [new TextRun({ ...style, text: fragment.texte })],
        });
      case 'note': {
        this.nombreDeNotes += 1;
        const numero = this.nombreDeNotes;
        this.notes[numero] = {
          children: [new Paragraph({ children: this.texte(fragment.contenu) })],
        };
        return new FootnoteReferenceRun(numero);
      }
    }
  }
}
