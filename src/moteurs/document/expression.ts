import { ErreurDeModele } from './valeurs.ts';

/** L’arbre d’une expression du langage des modèles. */
export type Expression =
  | { readonly type: 'texte'; readonly texte: string }
  | { readonly type: 'nombre'; readonly nombre: string }
  | { readonly type: 'booleen'; readonly vrai: boolean }
  | { readonly type: 'chemin'; readonly noms: readonly string[] }
  | { readonly type: 'appel'; readonly fonction: string; readonly arguments: readonly Expression[] }
  | { readonly type: 'non'; readonly operande: Expression }
  | {
      readonly type: 'operation';
      readonly operateur: Operateur;
      readonly gauche: Expression;
      readonly droite: Expression;
    };

export type Operateur = 'et' | 'ou' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '+' | '-';

const LONGUEUR_MAXIMALE = 1_000;
const PROFONDEUR_MAXIMALE = 40;
const JETON =
  /\s*(?:('[^']*'|"[^"]*"|«[^»]*»)|(\d+(?:[.,]\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|<>|[=<>+\-().,]))/uy;

type Jeton = { readonly sorte: 'texte' | 'nombre' | 'mot' | 'signe'; readonly valeur: string };

const decouper = (source: string): Jeton[] => {
  if (source.length > LONGUEUR_MAXIMALE)
    throw new ErreurDeModele(`Expression trop longue (${LONGUEUR_MAXIMALE} caractères au plus).`);
  const jetons: Jeton[] = [];
  const fin = source.trimEnd().length;
  JETON.lastIndex = 0;
  while (JETON.lastIndex < fin) {
    const debut = JETON.lastIndex;
    const trouve = JETON.exec(source);
    if (trouve === null)
      throw new ErreurDeModele(
        `Expression « ${source.trim()} » : « ${source.slice(debut).trim().slice(0, 12)} » n’est pas compris.`,
      );
    const [, texte, nombre, mot, signe] = trouve;
    if (texte !== undefined) {
      const dedans = texte.slice(1, -1);
      jetons.push({ sorte: 'texte', valeur: texte.startsWith('«') ? dedans.trim() : dedans });
    } else if (nombre !== undefined)
      jetons.push({ sorte: 'nombre', valeur: nombre.replace(',', '.') });
    else if (mot !== undefined) jetons.push({ sorte: 'mot', valeur: mot });
    else if (signe !== undefined) jetons.push({ sorte: 'signe', valeur: signe });
  }
  return jetons;
};

/** Du moins liant au plus liant. */
const PRIORITES: readonly (readonly Operateur[])[] = [
  ['ou'],
  ['et'],
  ['=', '<>', '<=', '>=', '<', '>'],
  ['+', '-'],
];

class Lecteur {
  private position = 0;
  private profondeur = 0;
  private readonly jetons: readonly Jeton[];
  private readonly source: string;

  constructor(source: string) {
    this.source = source.trim();
    this.jetons = decouper(source);
  }

  lire(): Expression {
    const expression = this.operation(0);
    if (this.position < this.jetons.length) this.echouer();
    return expression;
  }

  private echouer(): never {
    const jeton = this.jetons[this.position];
    throw new ErreurDeModele(
      jeton === undefined
        ? `Expression « ${this.source} » : il manque la fin.`
        : `Expression « ${this.source} » : « ${jeton.valeur} » est inattendu.`,
    );
  }

  private prendre(...valeurs: readonly string[]): string | null {
    const jeton = this.jetons[this.position];
    if (jeton === undefined || jeton.sorte === 'texte' || !valeurs.includes(jeton.valeur))
      return null;
    this.position += 1;
    return jeton.valeur;
  }

  private operation(rang: number): Expression {
    const operateurs = PRIORITES[rang];
    if (operateurs === undefined) return this.unaire();
    let gauche = this.operation(rang + 1);
    for (;;) {
      const lu = this.prendre(...operateurs);
      const operateur = operateurs.find((candidat) => candidat === lu);
      if (operateur === undefined) return gauche;
      gauche = { type: 'operation', operateur, gauche, droite: this.operation(rang + 1) };
    }
  }

  private unaire(): Expression {
    this.profondeur += 1;
    if (this.profondeur > PROFONDEUR_MAXIMALE)
      throw new ErreurDeModele(`Expression « ${this.source.slice(0, 40)}… » trop imbriquée.`);
    const expression = this.prendre('non')
      ? ({ type: 'non', operande: this.unaire() } as const)
      : this.terme();
    this.profondeur -= 1;
    return expression;
  }

  private terme(): Expression {
    if (this.prendre('(')) {
      const dedans = this.operation(0);
      if (!this.prendre(')')) this.echouer();
      return dedans;
    }
    const jeton = this.jetons[this.position];
    if (jeton === undefined || jeton.sorte === 'signe') this.echouer();
    this.position += 1;
    if (jeton.sorte === 'texte') return { type: 'texte', texte: jeton.valeur };
    if (jeton.sorte === 'nombre') return { type: 'nombre', nombre: jeton.valeur };
    if (jeton.valeur === 'vrai' || jeton.valeur === 'faux')
      return { type: 'booleen', vrai: jeton.valeur === 'vrai' };
    return this.prendre('(') ? this.appel(jeton.valeur) : this.chemin(jeton.valeur);
  }

  private appel(fonction: string): Expression {
    const parametres: Expression[] = [];
    if (!this.prendre(')')) {
      do parametres.push(this.operation(0));
      while (this.prendre(','));
      if (!this.prendre(')')) this.echouer();
    }
    return { type: 'appel', fonction, arguments: parametres };
  }

  private chemin(premier: string): Expression {
    const noms = [premier];
    while (this.prendre('.')) {
      const jeton = this.jetons[this.position];
      if (jeton?.sorte !== 'mot') this.echouer();
      noms.push(jeton.valeur);
      this.position += 1;
    }
    return { type: 'chemin', noms };
  }
}

/**
 * Lit une expression : chemins (`parties.nom`), textes entre guillemets, nombres, `vrai`, `faux`,
 * comparaisons, `et`, `ou`, `non`, `+`, `-`, et les fonctions d’une liste fermée. Rien d’autre :
 * ni affectation, ni boucle, ni accès au programme.
 *
 * @throws ErreurDeModele si l’expression est mal écrite.
 */
export const lireExpression = (source: string): Expression => new Lecteur(source).lire();
