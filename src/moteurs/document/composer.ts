import type { Jour } from '../calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../resultat/index.ts';
import { type DocumentCompose, texteNu } from './arbre.ts';
import { Compositeur } from './composition.ts';
import { estVraie, evaluer, ouvrirPortee, type Portee } from './evaluation.ts';
import { lireExpression } from './expression.ts';
import type { Exigence, Modele } from './modele.ts';
import { lireNotation } from './notation.ts';
import { changerTextes, Numeroteur, resoudreRenvois } from './numerotation.ts';
import { rediger, redigerNu } from './redaction.ts';
import type { RefusDeComposition } from './refus.ts';
import { lirePhrase } from './texte-riche.ts';
import { typographier } from './typographie.ts';
import { ErreurDeModele, type Valeur, type ValeurObjet } from './valeurs.ts';
import { lireDonnees } from './validation.ts';

export interface OptionsDeComposition {
  /** Jour d’établissement du document. */
  readonly le: Jour;
  /** Version du document (« 1 » à défaut). */
  readonly version?: string;
  /** Composer un projet : ce qui manque est montré au lieu d’être refusé. */
  readonly brouillon?: boolean;
  /** Les modèles que celui-ci peut inclure. */
  readonly bibliotheque?: (nom: string) => Modele | undefined;
}

const elementsDe = (valeur: Valeur): readonly Valeur[] =>
  valeur.nature === 'liste' ? valeur.elements : [];

/** Les exigences de droit que ces données ne respectent pas. */
const eprouver = (exigence: Exigence, racine: Portee): RefusDeComposition[] => {
  const condition = lireExpression(exigence.refuserSi);
  const message = lirePhrase(exigence.message);
  const motiver = (portee: Portee, chemin: string | undefined): RefusDeComposition[] =>
    estVraie(evaluer(condition, portee))
      ? [
          {
            code: exigence.code,
            message: typographier(redigerNu(message, portee)),
            article: exigence.article,
            ...(chemin === undefined ? {} : { chemin }),
            ...(exigence.ou === undefined ? {} : { ou: exigence.ou }),
          },
        ]
      : [];
  const { pourChaque, chemin } = exigence;
  if (pourChaque === undefined) return motiver(racine, chemin);
  return elementsDe(evaluer(lireExpression(pourChaque), racine)).flatMap((element, rang) =>
    motiver(
      ouvrirPortee([['element', element]], racine),
      `${pourChaque}[${rang}]${chemin === undefined ? '' : `.${chemin}`}`,
    ),
  );
};

const valider = (
  modele: Modele,
  donnees: unknown,
  brouillon: boolean,
): Resultat<ValeurObjet, readonly RefusDeComposition[]> => {
  const lues = lireDonnees(modele.champs, donnees, brouillon);
  if (!lues.ok || brouillon) return lues;
  const portee = ouvrirPortee(lues.valeur.champs);
  const refus = (modele.exigences ?? []).flatMap((exigence) => eprouver(exigence, portee));
  return refus.length > 0 ? refuser(refus) : lues;
};

const modeleInvalide = (modele: Modele, cause: unknown): RefusDeComposition => {
  if (!(cause instanceof ErreurDeModele)) throw cause;
  return {
    code: 'modele-invalide',
    message: `Modèle « ${modele.libelle} » : ${cause.message}`,
    chemin: modele.nom,
  };
};

/**
 * Ce qui manque ou ne va pas dans les données d’un document : champs requis absents, valeurs
 * illisibles, exigences de droit. Liste vide : le document peut se composer.
 */
export const controlerDonnees = (
  modele: Modele,
  donnees: unknown,
): readonly RefusDeComposition[] => {
  try {
    const lues = valider(modele, donnees, false);
    return lues.ok ? [] : lues.refus;
  } catch (cause) {
    return [modeleInvalide(modele, cause)];
  }
};

/**
 * Premier temps d’un document : dit ce qu’il affirme, sans le mettre en page.
 *
 * Rend l’arbre composé, ou **tous** les motifs de refus (libellé, où renseigner, article) avant
 * toute mise en page. Mêmes données, même modèle, même jour : même arbre.
 */
export const composer = (
  modele: Modele,
  donnees: unknown,
  options: OptionsDeComposition,
): Resultat<DocumentCompose, readonly RefusDeComposition[]> => {
  const brouillon = options.brouillon ?? false;
  try {
    const lues = valider(modele, donnees, brouillon);
    return lues.ok ? accepter(assembler(modele, lues.valeur, options)) : lues;
  } catch (cause) {
    return refuser([modeleInvalide(modele, cause)]);
  }
};

const assembler = (
  modele: Modele,
  donnees: ValeurObjet,
  options: OptionsDeComposition,
): DocumentCompose => {
  const portee = ouvrirPortee(donnees.champs);
  const numeroteur = new Numeroteur(modele.numerotation === 'articles');
  const compositeur = new Compositeur(numeroteur, options.bibliotheque ?? (() => undefined));
  const composes = compositeur.corps(lireNotation(modele.texte), portee);
  const blocs = changerTextes(composes, resoudreRenvois(numeroteur));
  const phrase = (source: string) => texteNu(rediger(lirePhrase(source), portee)).trim();
  return {
    modele: { nom: modele.nom, version: modele.version },
    metadonnees: {
      titre: phrase(modele.titre),
      sousTitre: modele.sousTitre === undefined ? null : phrase(modele.sousTitre) || null,
      auteur: phrase(modele.auteur),
      sujet: phrase(modele.sujet),
      langue: 'fr',
      date: options.le,
      version: options.version ?? '1',
      motsCles: modele.motsCles ?? [],
      etat: options.brouillon === true ? 'projet' : 'definitif',
    },
    blocs,
    clauses: compositeur.clauses,
  };
};
