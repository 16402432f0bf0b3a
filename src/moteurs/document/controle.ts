import type { Champ } from './champs.ts';
import type { Expression } from './expression.ts';
import { lireExpression } from './expression.ts';
import { FONCTIONS } from './fonctions.ts';
import { FORMATS } from './formats.ts';
import type { Corps, Instruction, Modele } from './modele.ts';
import { lireNotation } from './notation.ts';
import { lirePhrase, type Phrase } from './texte-riche.ts';
import { ErreurDeModele } from './valeurs.ts';

/** Un défaut d’un modèle, à la ligne près quand il est dans le texte. */
export interface DefautDeModele {
  readonly ligne: number | null;
  readonly message: string;
}

/** Ce qu’un nom désigne, à un endroit du modèle. */
type Sorte = { readonly champs: readonly Champ[] | null };
type Noms = ReadonlyMap<string, Sorte>;

const nommer = (champs: readonly Champ[], noms: Noms = new Map()): Noms =>
  new Map([
    ...noms,
    ...champs.map((champ) => [champ.nom, { champs: champ.champs ?? null }] as const),
  ]);

/** Relit un modèle sans données : noms, formats, fonctions, renvois, structure. */
class Relecteur {
  readonly defauts: DefautDeModele[] = [];
  private readonly renvois: { readonly cible: string; readonly ligne: number }[] = [];
  private readonly cibles = new Set<string>();
  private readonly bibliotheque: (nom: string) => Modele | undefined;

  constructor(bibliotheque: (nom: string) => Modele | undefined) {
    this.bibliotheque = bibliotheque;
  }

  signaler(ligne: number | null, message: string): void {
    this.defauts.push({ ligne, message });
  }

  conclure(): readonly DefautDeModele[] {
    for (const { cible, ligne } of this.renvois)
      if (!this.cibles.has(cible))
        this.signaler(ligne, `Le renvoi « ref.${cible} » ne vise aucune clause ni annexe.`);
    return this.defauts;
  }

  expression(expression: Expression, noms: Noms, ligne: number | null): Sorte {
    switch (expression.type) {
      case 'chemin':
        return this.chemin(expression.noms, noms, ligne);
      case 'appel': {
        const fonction = FONCTIONS[expression.fonction];
        for (const argument of expression.arguments) this.expression(argument, noms, ligne);
        if (fonction === undefined)
          this.signaler(
            ligne,
            `La fonction « ${expression.fonction} » n’existe pas : ${Object.keys(FONCTIONS).join(', ')}.`,
          );
        else if (
          expression.arguments.length < fonction.arguments[0] ||
          expression.arguments.length > fonction.arguments[1]
        )
          this.signaler(ligne, `Nombre d’arguments inattendu : ${fonction.aide}.`);
        return { champs: null };
      }
      case 'non':
        return this.expression(expression.operande, noms, ligne);
      case 'operation':
        this.expression(expression.gauche, noms, ligne);
        return this.expression(expression.droite, noms, ligne);
      default:
        return { champs: null };
    }
  }

  private chemin(chemin: readonly string[], noms: Noms, ligne: number | null): Sorte {
    const [premier = '', ...suite] = chemin;
    let sorte = noms.get(premier);
    for (const nom of suite) {
      const trouve = sorte?.champs?.find((champ) => champ.nom === nom);
      sorte = trouve === undefined ? undefined : { champs: trouve.champs ?? null };
    }
    if (sorte === undefined) this.signaler(ligne, `Le champ « ${chemin.join('.')} » n’existe pas.`);
    return sorte ?? { champs: null };
  }

  phrase(phrase: Phrase, noms: Noms, ligne: number | null): void {
    for (const morceau of phrase) {
      if (morceau.type === 'champ') {
        this.expression(morceau.expression, noms, ligne);
        if (morceau.format !== null && FORMATS[morceau.format] === undefined)
          this.signaler(
            ligne,
            `Le format « ${morceau.format} » n’existe pas : ${Object.keys(FORMATS).join(', ')}.`,
          );
      }
      if (morceau.type === 'renvoi' && ligne !== null)
        this.renvois.push({ cible: morceau.cible, ligne });
      if (morceau.type === 'lien' || morceau.type === 'note')
        this.phrase(morceau.contenu, noms, ligne);
      if (morceau.type === 'lien') this.phrase(morceau.adresse, noms, ligne);
    }
  }

  corps(corps: Corps, noms: Noms): void {
    for (const instruction of corps) this.instruction(instruction, noms);
  }

  private instruction(instruction: Instruction, noms: Noms): void {
    const { ligne } = instruction;
    switch (instruction.type) {
      case 'titre':
      case 'paragraphe':
      case 'element':
        this.phrase(instruction.phrase, noms, ligne);
        break;
      case 'rangee':
        for (const cellule of instruction.rangee.cellules) this.phrase(cellule, noms, ligne);
        break;
      case 'figure':
        this.expression(instruction.svg, noms, ligne);
        this.phrase(instruction.remplacement, noms, ligne);
        break;
      case 'si':
        for (const { condition, corps } of instruction.branches) {
          if (condition !== null) this.expression(condition, noms, ligne);
          this.corps(corps, noms);
        }
        break;
      case 'pour': {
        const sorte = this.expression(instruction.liste, noms, ligne);
        this.corps(
          instruction.corps,
          new Map([...noms, [instruction.nom, sorte], ['rang', { champs: null }]]),
        );
        break;
      }
      case 'inclure':
        this.expression(instruction.donnees, noms, ligne);
        if (this.bibliotheque(instruction.modele) === undefined)
          this.signaler(ligne, `Le modèle « ${instruction.modele} » n’existe pas.`);
        break;
      case 'saut-de-page':
      case 'sommaire':
        break;
      default:
        this.contenant(instruction, noms);
    }
  }

  private contenant(
    instruction: Extract<
      Instruction,
      { type: 'clause' | 'annexe' | 'encadre' | 'tableau' | 'signatures' }
    >,
    noms: Noms,
  ): void {
    const { ligne } = instruction;
    if (instruction.type === 'clause') {
      this.cible(instruction.clause.id, ligne);
      this.phrase(instruction.clause.titre, noms, ligne);
    }
    if (instruction.type === 'annexe') this.cible(instruction.id, ligne);
    if (instruction.type === 'tableau') this.phrase(instruction.legende, noms, ligne);
    if (instruction.type === 'annexe' || instruction.type === 'encadre')
      this.phrase(instruction.titre, noms, ligne);
    this.corps(instruction.corps, noms);
  }

  private cible(id: string, ligne: number): void {
    if (this.cibles.has(id)) this.signaler(ligne, `L’identifiant « ${id} » sert déjà plus haut.`);
    this.cibles.add(id);
  }
}

const relireChamps = (relecteur: Relecteur, champs: readonly Champ[], noms: Noms): void => {
  const ici = nommer(champs, noms);
  for (const champ of champs) {
    if (champ.requisSi !== undefined)
      relecteur.expression(lireExpression(champ.requisSi), ici, null);
    relireChamps(relecteur, champ.champs ?? [], ici);
  }
};

const relireExigences = (relecteur: Relecteur, modele: Modele, noms: Noms): void => {
  for (const exigence of modele.exigences ?? []) {
    const { pourChaque } = exigence;
    const ici =
      pourChaque === undefined
        ? noms
        : new Map([
            ...noms,
            ['element', relecteur.expression(lireExpression(pourChaque), noms, null)] as const,
          ]);
    relecteur.expression(lireExpression(exigence.refuserSi), ici, null);
    relecteur.phrase(lirePhrase(exigence.message), ici, null);
  }
};

/**
 * Relit un modèle (après une modification du service juridique) : rend tous les défauts, avec
 * leur ligne. Liste vide : le modèle peut servir.
 */
export const controlerModele = (
  modele: Modele,
  bibliotheque: (nom: string) => Modele | undefined = () => undefined,
): readonly DefautDeModele[] => {
  const relecteur = new Relecteur(bibliotheque);
  const noms = nommer(modele.champs);
  try {
    relireChamps(relecteur, modele.champs, new Map());
    relireExigences(relecteur, modele, noms);
    for (const source of [modele.titre, modele.sousTitre ?? '', modele.auteur, modele.sujet])
      relecteur.phrase(lirePhrase(source), noms, null);
    relecteur.corps(lireNotation(modele.texte), noms);
  } catch (cause) {
    if (!(cause instanceof ErreurDeModele)) throw cause;
    const [, ligne, message] = /^Ligne (\d+) : (.*)$/su.exec(cause.message) ?? [];
    relecteur.signaler(ligne === undefined ? null : Number(ligne), message ?? cause.message);
  }
  return relecteur.conclure();
};
