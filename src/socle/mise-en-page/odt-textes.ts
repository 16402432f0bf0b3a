import { type Fragment, INSECABLE, type Texte } from '../../moteurs/document/index.ts';
import { ecrireTexte, element } from './odt-xml.ts';

/** Un paragraphe ; le contenu est déjà du XML. */
export const paragraphe = (style: string, contenu: string): string =>
  element('text:p', { 'text:style-name': style }, contenu);

const nuance = ({ gras, italique }: Extract<Fragment, { type: 'texte' }>): string | null => {
  const noms = [gras === true ? 'gras' : '', italique === true ? 'italique' : ''].filter(
    (nom) => nom !== '',
  );
  return noms.length === 0 ? null : noms.join('_');
};

/** Transforme un texte riche en XML ; numérote les notes dans l’ordre du document. */
export class RedacteurOdt {
  private notes = 0;

  texte(texte: Texte): string {
    return texte.map((fragment) => this.fragment(fragment)).join('');
  }

  private fragment(fragment: Fragment): string {
    switch (fragment.type) {
      case 'texte': {
        const style = nuance(fragment);
        const contenu = ecrireTexte(fragment.texte);
        return style === null
          ? contenu
          : element('text:span', { 'text:style-name': style }, contenu);
      }
      case 'saut':
        return '<text:line-break/>';
      case 'manquant':
        return element(
          'text:span',
          { 'text:style-name': 'manquant' },
          ecrireTexte(`[à compléter${INSECABLE}: ${fragment.libelle}]`),
        );
      case 'lien':
        return element(
          'text:a',
          { 'xlink:type': 'simple', 'xlink:href': fragment.adresse, 'text:style-name': 'lien' },
          this.texte(fragment.contenu),
        );
      case 'renvoi':
        return element(
          'text:a',
          { 'xlink:type': 'simple', 'xlink:href': `#${fragment.cible}` },
          ecrireTexte(fragment.texte),
        );
      case 'note': {
        this.notes += 1;
        const citation = element('text:note-citation', {}, String(this.notes));
        const corps = element(
          'text:note-body',
          {},
          paragraphe('Standard', this.texte(fragment.contenu)),
        );
        return element(
          'text:note',
          { 'text:id': `note${this.notes}`, 'text:note-class': 'footnote' },
          citation + corps,
        );
      }
    }
  }
}
