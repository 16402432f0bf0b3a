import { type Expression, lireExpression } from './expression.ts';
import { ErreurDeModele } from './valeurs.ts';

/** Un morceau de phrase d’un modèle, avant que les données n’y entrent. */
export type Morceau =
  | { readonly type: 'texte'; readonly texte: string; readonly styles: Styles }
  | {
      readonly type: 'champ';
      readonly expression: Expression;
      readonly format: string | null;
      readonly styles: Styles;
    }
  | { readonly type: 'renvoi'; readonly cible: string }
  | { readonly type: 'lien'; readonly adresse: readonly Morceau[]; readonly contenu: Phrase }
  | { readonly type: 'note'; readonly contenu: Phrase }
  | { readonly type: 'saut' };

export type Phrase = readonly Morceau[];

export interface Styles {
  readonly gras: boolean;
  readonly italique: boolean;
}

const SANS_STYLE: Styles = { gras: false, italique: false };
const ECHAPPABLES = new Set('\\*_{}[]^|#>-:'.split(''));

/** Sépare `expression | format` ; la barre d’un texte entre guillemets ne compte pas. */
const lireChamp = (source: string, styles: Styles): Morceau => {
  const [, expression = '', format] =
    /^((?:[^|'"«]|'[^']*'|"[^"]*"|«[^»]*»)*)(?:\|\s*([\w-]+)\s*)?$/u.exec(source) ?? [];
  const renvoi = /^\s*ref\.([\w-]+)\s*$/u.exec(expression);
  if (renvoi?.[1] !== undefined) return { type: 'renvoi', cible: renvoi[1] };
  if (expression.trim() === '') throw new ErreurDeModele(`Champ mal écrit : {{${source}}}.`);
  return { type: 'champ', expression: lireExpression(expression), format: format ?? null, styles };
};

class LecteurDePhrase {
  private readonly source: string;
  private position = 0;
  private profondeur = 0;

  constructor(source: string) {
    this.source = source;
  }

  lire(): Phrase {
    return this.suite(SANS_STYLE, '');
  }

  private commencePar(signe: string): boolean {
    return this.source.startsWith(signe, this.position);
  }

  /** Lit jusqu’au signe `arret` (absent : jusqu’au bout). */
  private suite(styles: Styles, arret: string): Morceau[] {
    this.profondeur += 1;
    if (this.profondeur > 12) throw new ErreurDeModele('Trop de mises en forme imbriquées.');
    const morceaux: Morceau[] = [];
    let texte = '';
    const vider = () => {
      if (texte !== '') morceaux.push({ type: 'texte', texte, styles });
      texte = '';
    };
    while (this.position < this.source.length && !(arret !== '' && this.commencePar(arret))) {
      const special = this.special(styles);
      if (special === null) {
        texte += this.caractere();
      } else {
        vider();
        morceaux.push(...special);
      }
    }
    vider();
    if (arret !== '') {
      if (!this.commencePar(arret))
        throw new ErreurDeModele(`« ${arret} » manque dans « ${this.source.slice(0, 60)} ».`);
      this.position += arret.length;
    }
    this.profondeur -= 1;
    return morceaux;
  }

  private caractere(): string {
    const ici = this.source.charAt(this.position);
    const suivant = this.source.charAt(this.position + 1);
    const echappe = ici === '\\' && ECHAPPABLES.has(suivant);
    this.position += echappe ? 2 : 1;
    return echappe ? suivant : ici;
  }

  private special(styles: Styles): readonly Morceau[] | null {
    if (this.commencePar('{{')) return [this.champ(styles)];
    if (this.commencePar('**')) return this.stylee('**', { ...styles, gras: true });
    if (this.commencePar('_') && this.ouvreItalique())
      return this.stylee('_', { ...styles, italique: true });
    if (this.commencePar('^[')) {
      this.position += 2;
      return [{ type: 'note', contenu: this.suite(SANS_STYLE, ']') }];
    }
    if (this.commencePar('[')) return this.lien(styles);
    if (this.commencePar('\\\\')) {
      this.position += 2;
      return [{ type: 'saut' }];
    }
    return null;
  }

  private stylee(signe: string, styles: Styles): readonly Morceau[] {
    this.position += signe.length;
    return this.suite(styles, signe);
  }

  /** Un souligné n’ouvre l’italique qu’en début de mot, et s’il se referme. */
  private ouvreItalique(): boolean {
    const avant = this.source[this.position - 1] ?? ' ';
    return /[\s(«’']/u.test(avant) && this.source.indexOf('_', this.position + 1) > 0;
  }

  private champ(styles: Styles): Morceau {
    const fin = this.source.indexOf('}}', this.position);
    if (fin < 0) throw new ErreurDeModele('« }} » manque.');
    const dedans = this.source.slice(this.position + 2, fin);
    this.position = fin + 2;
    return lireChamp(dedans, styles);
  }

  private lien(styles: Styles): readonly Morceau[] | null {
    const forme = /^\[[^\]]*\]\(([^)\s]+)\)/u.exec(this.source.slice(this.position));
    if (forme?.[1] === undefined) return null;
    this.position += 1;
    const contenu = this.suite(styles, ']');
    this.position += forme[1].length + 2;
    return [{ type: 'lien', adresse: new LecteurDePhrase(forme[1]).lire(), contenu }];
  }
}

/**
 * Lit une phrase de modèle : `**gras**`, `_italique_`, `[lien](adresse)`, `^[note]`, `\\` (à la
 * ligne), `{{champ|format}}`, `{{ref.clause}}`. Un signe se neutralise par une barre oblique
 * inverse. Les données n’y entrent qu’après : jamais elles ne sont lues comme une mise en forme.
 *
 * @throws ErreurDeModele si une mise en forme n’est pas refermée.
 */
export const lirePhrase = (source: string): Phrase => new LecteurDePhrase(source).lire();
