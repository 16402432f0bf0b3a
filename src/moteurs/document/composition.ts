import { type Bloc, type BlocTitre, type Niveau, type ReperesDeClause, texteNu } from './arbre.ts';
import { estVraie, evaluer, ouvrirPortee, type Portee } from './evaluation.ts';
import type { Expression } from './expression.ts';
import type { Corps, Instruction, Modele } from './modele.ts';
import { lireNotation } from './notation.ts';
import type { Numeroteur } from './numerotation.ts';
import { composerSignataire, composerTableau, type RangeeRedigee } from './rangees.ts';
import { rediger, redigerNu, redigerParagraphes } from './redaction.ts';
import type { Phrase } from './texte-riche.ts';
import { ErreurDeModele } from './valeurs.ts';

const BLOCS_MAXIMUM = 100_000;
const INCLUSIONS_MAXIMUM = 4;

type Faite<T extends Instruction['type']> = Extract<Instruction, { type: T }>;

/** Compose le corps d’un modèle : déroule conditions et répétitions, numérote, rédige. */
export class Compositeur {
  readonly clauses: ReperesDeClause[] = [];
  private readonly numeroteur: Numeroteur;
  private readonly bibliotheque: (nom: string) => Modele | undefined;
  private produits = 0;
  private niveauCourant = 0;
  private decalage = 0;
  private inclusions = 0;

  constructor(numeroteur: Numeroteur, bibliotheque: (nom: string) => Modele | undefined) {
    this.numeroteur = numeroteur;
    this.bibliotheque = bibliotheque;
  }

  /** @throws ErreurDeModele (ligne et cause) si le modèle demande l’impossible. */
  corps(instructions: Corps, portee: Portee): Bloc[] {
    const blocs: Bloc[] = [];
    for (const instruction of instructions) {
      for (const bloc of this.situer(instruction, portee)) this.joindre(blocs, bloc);
    }
    return blocs;
  }

  /** Les éléments de liste qui se suivent forment une seule liste. */
  private joindre(blocs: Bloc[], bloc: Bloc): void {
    this.compter();
    const dernier = blocs.at(-1);
    if (bloc.type === 'liste' && dernier?.type === 'liste' && dernier.ordonnee === bloc.ordonnee)
      blocs[blocs.length - 1] = { ...dernier, elements: dernier.elements.concat(bloc.elements) };
    else blocs.push(bloc);
  }

  private compter(): void {
    this.produits += 1;
    if (this.produits > BLOCS_MAXIMUM)
      throw new ErreurDeModele(`Le document dépasse ${BLOCS_MAXIMUM} blocs et rangées.`);
  }

  private situer(instruction: Instruction, portee: Portee): readonly Bloc[] {
    try {
      return this.instruction(instruction, portee);
    } catch (cause) {
      if (!(cause instanceof ErreurDeModele) || /^(?:Ligne|Modèle) /u.test(cause.message))
        throw cause;
      throw new ErreurDeModele(`Ligne ${instruction.ligne} : ${cause.message}`);
    }
  }

  private instruction(instruction: Instruction, portee: Portee): readonly Bloc[] {
    switch (instruction.type) {
      case 'paragraphe': {
        const { phrase, style } = instruction;
        return redigerParagraphes(phrase, portee).map((contenu) => ({
          type: 'paragraphe',
          style,
          contenu,
        }));
      }
      case 'si':
        return this.choisir(instruction, portee);
      case 'pour':
        return this.repeter(instruction, portee).flatMap((ici) =>
          this.corps(instruction.corps, ici),
        );
      case 'inclure':
        return this.inclure(instruction, portee);
      case 'titre':
        return [this.titre(instruction.niveau, instruction.numerote, instruction.phrase, portee)];
      case 'element':
        return [
          {
            type: 'liste',
            ordonnee: instruction.ordonnee,
            elements: [rediger(instruction.phrase, portee)],
          },
        ];
      case 'saut-de-page':
      case 'sommaire':
        return [{ type: instruction.type }];
      case 'figure':
        return [this.figure(instruction, portee)];
      case 'rangee':
        throw new ErreurDeModele(
          `« ${instruction.rangee.genre} | » n’a de sens que dans un tableau ou des signatures.`,
        );
      default:
        return [this.contenant(instruction, portee)];
    }
  }

  private contenant(
    instruction: Faite<'clause' | 'annexe' | 'encadre' | 'tableau' | 'signatures'>,
    portee: Portee,
  ): Bloc {
    const { corps } = instruction;
    switch (instruction.type) {
      case 'clause':
        return this.clause(instruction, portee);
      case 'annexe':
        return this.annexe(instruction, portee);
      case 'encadre': {
        const titre = rediger(instruction.titre, portee);
        return { type: 'encadre', ton: instruction.ton, titre, blocs: this.corps(corps, portee) };
      }
      case 'tableau':
        return composerTableau(rediger(instruction.legende, portee), this.rangees(corps, portee));
      case 'signatures':
        return {
          type: 'signatures',
          signataires: this.rangees(corps, portee).map(composerSignataire),
        };
    }
  }

  private titre(voulu: Niveau, numerote: boolean, phrase: Phrase, portee: Portee): BlocTitre {
    // Un titre ne saute pas de niveau : le plan du document resterait illisible à l’oreille.
    const niveau = Math.min(4, voulu + this.decalage, this.niveauCourant + 1) as Niveau;
    this.niveauCourant = niveau;
    const numero = numerote ? this.numeroteur.numeroter(niveau) : null;
    if (!numerote) this.numeroteur.passer(niveau);
    const ancre = this.numeroteur.ancrer('titre', numero);
    return { type: 'titre', niveau, numero, ancre, contenu: rediger(phrase, portee) };
  }

  private clause({ clause, corps }: Faite<'clause'>, portee: Portee): Bloc {
    const niveau = Math.min(4, 1 + this.decalage) as Niveau;
    this.niveauCourant = niveau;
    const numero = this.numeroteur.numeroter(niveau);
    const ancre = this.numeroteur.ancrer(clause.id, numero);
    const contenu = rediger(clause.titre, portee);
    const { regles, article, version } = clause;
    this.clauses.push({ id: ancre, titre: texteNu(contenu), numero, regles, article, version });
    return {
      type: 'clause',
      id: ancre,
      regles,
      article,
      version,
      titre: { type: 'titre', niveau, numero, ancre, contenu },
      blocs: this.corps(corps, portee),
    };
  }

  private annexe({ id, titre, corps }: Faite<'annexe'>, portee: Portee): Bloc {
    const numero = this.numeroteur.ouvrirAnnexe();
    const ancre = this.numeroteur.ancrer(id, numero);
    this.niveauCourant = 1;
    return {
      type: 'annexe',
      titre: { type: 'titre', niveau: 1, numero, ancre, contenu: rediger(titre, portee) },
      blocs: this.corps(corps, portee),
    };
  }

  private figure({ svg, remplacement, legende }: Faite<'figure'>, portee: Portee): Bloc {
    const valeur = evaluer(svg, portee);
    if (valeur.nature === 'vide') return montrerManque(valeur.libelle);
    if (valeur.nature !== 'svg')
      throw new ErreurDeModele('une figure attend un champ de type svg.');
    return {
      type: 'figure',
      svg: valeur.svg,
      remplacement: redigerNu(remplacement, portee),
      legende: legende === null ? null : redigerNu(legende, portee),
    };
  }

  private inclure({ modele: nom, donnees }: Faite<'inclure'>, portee: Portee): readonly Bloc[] {
    const modele = this.bibliotheque(nom);
    if (modele === undefined) throw new ErreurDeModele(`Le modèle « ${nom} » n’existe pas.`);
    const valeur = evaluer(donnees, portee);
    if (valeur.nature === 'vide') return [montrerManque(valeur.libelle)];
    if (valeur.nature !== 'objet')
      throw new ErreurDeModele(
        `L’inclusion de « ${nom} » attend un objet, et non ${valeur.nature}.`,
      );
    if (this.inclusions >= INCLUSIONS_MAXIMUM)
      throw new ErreurDeModele('Trop d’inclusions imbriquées.');
    const avant = this.decalage;
    this.decalage = this.niveauCourant;
    this.inclusions += 1;
    const blocs = this.corps(lireNotation(modele.texte), ouvrirPortee(valeur.champs));
    this.inclusions -= 1;
    this.decalage = avant;
    return blocs;
  }

  private choisir({ branches }: Faite<'si'>, portee: Portee): readonly Bloc[] {
    const retenue = brancheVraie(branches, portee);
    return retenue === null ? [] : this.corps(retenue, portee);
  }

  /** Une portée par élément : l’élément sous son nom, et `rang` à partir de 1. */
  private repeter({ nom, liste }: Faite<'pour'>, portee: Portee): Portee[] {
    const valeur = evaluer(liste, portee);
    // Dans un projet, une liste requise qui manque se montre : un élément à compléter.
    if (valeur.nature === 'vide')
      return valeur.requis
        ? [
            ouvrirPortee(
              [
                [nom, valeur],
                ['rang', valeur],
              ],
              portee,
            ),
          ]
        : [];
    if (valeur.nature !== 'liste')
      throw new ErreurDeModele(`« pour ${nom} » attend une liste, et non ${valeur.nature}.`);
    return valeur.elements.map((element, rang) => {
      const numero = evaluer({ type: 'nombre', nombre: String(rang + 1) }, portee);
      return ouvrirPortee(
        [
          [nom, element],
          ['rang', numero],
        ],
        portee,
      );
    });
  }

  /** Les rangées d’un tableau ou de signatures, conditions et répétitions déroulées. */
  private rangees(corps: Corps, portee: Portee): RangeeRedigee[] {
    return corps.flatMap((instruction): RangeeRedigee[] => {
      switch (instruction.type) {
        case 'rangee': {
          this.compter();
          const { genre, cellules } = instruction.rangee;
          return [{ genre, cellules: cellules.map((cellule) => rediger(cellule, portee)) }];
        }
        case 'si':
          return this.rangees(brancheVraie(instruction.branches, portee) ?? [], portee);
        case 'pour':
          return this.repeter(instruction, portee).flatMap((ici) =>
            this.rangees(instruction.corps, ici),
          );
        default:
          throw new ErreurDeModele(
            `Ligne ${instruction.ligne} : un tableau ne contient que des rangées.`,
          );
      }
    });
  }
}

const montrerManque = (libelle: string): Bloc => ({
  type: 'paragraphe',
  style: 'normal',
  contenu: [{ type: 'manquant', libelle }],
});

const brancheVraie = (
  branches: readonly { readonly condition: Expression | null; readonly corps: Corps }[],
  portee: Portee,
): Corps | null =>
  branches.find(({ condition }) => condition === null || estVraie(evaluer(condition, portee)))
    ?.corps ?? null;
