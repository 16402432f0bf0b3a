import { Decimal } from 'decimal.js';
import type { Expression, Operateur } from './expression.ts';
import { FONCTIONS } from './fonctions.ts';
import { ErreurDeModele, estVide, type Valeur } from './valeurs.ts';

/** Les noms visibles à un endroit du modèle : le plus proche l’emporte. */
export interface Portee {
  readonly noms: ReadonlyMap<string, Valeur>;
  readonly parente: Portee | null;
}

/** Une portée où `noms` s’ajoutent à ceux de `parente`. */
export const ouvrirPortee = (
  noms: Iterable<readonly [string, Valeur]>,
  parente: Portee | null = null,
): Portee => ({ noms: new Map(noms), parente });

const chercher = (nom: string, portee: Portee | null): Valeur => {
  for (let ici = portee; ici !== null; ici = ici.parente) {
    const valeur = ici.noms.get(nom);
    if (valeur !== undefined) return valeur;
  }
  throw new ErreurDeModele(`Le champ « ${nom} » n’existe pas.`);
};

/** Descend d’un nom ; sur une liste, rend la liste des valeurs de chaque élément. */
const descendre = (valeur: Valeur, nom: string): Valeur => {
  if (valeur.nature === 'vide') return valeur;
  if (valeur.nature === 'liste')
    return {
      nature: 'liste',
      elements: valeur.elements.map((element) => descendre(element, nom)),
    };
  const suivante = valeur.nature === 'objet' ? valeur.champs.get(nom) : undefined;
  if (suivante === undefined) throw new ErreurDeModele(`Le champ « ${nom} » n’existe pas ici.`);
  return suivante;
};

/** Évalue une expression. @throws ErreurDeModele si elle compare ce qui ne se compare pas. */
export const evaluer = (expression: Expression, portee: Portee): Valeur => {
  switch (expression.type) {
    case 'texte':
      return { nature: 'texte', texte: expression.texte };
    case 'nombre':
      return { nature: 'nombre', nombre: new Decimal(expression.nombre), sorte: 'nombre' };
    case 'booleen':
      return { nature: 'booleen', vrai: expression.vrai };
    case 'chemin': {
      const [premier = '', ...suite] = expression.noms;
      return suite.reduce(descendre, chercher(premier, portee));
    }
    case 'non':
      return { nature: 'booleen', vrai: !estVraie(evaluer(expression.operande, portee)) };
    case 'appel': {
      const fonction = FONCTIONS[expression.fonction];
      if (fonction === undefined)
        throw new ErreurDeModele(`La fonction « ${expression.fonction} » n’existe pas.`);
      const parametres = expression.arguments.map((argument) => evaluer(argument, portee));
      return fonction.appliquer(parametres);
    }
    case 'operation':
      return operer(expression.operateur, expression.gauche, expression.droite, portee);
  }
};

/** Vrai si la valeur vaut « oui » : booléen vrai, ou toute valeur renseignée. */
export const estVraie = (valeur: Valeur): boolean =>
  valeur.nature === 'booleen' ? valeur.vrai : !estVide(valeur);

const operer = (
  operateur: Operateur,
  gauche: Expression,
  droite: Expression,
  portee: Portee,
): Valeur => {
  const a = evaluer(gauche, portee);
  if (operateur === 'et' || operateur === 'ou') {
    const suffit = estVraie(a) === (operateur === 'ou');
    return { nature: 'booleen', vrai: suffit ? estVraie(a) : estVraie(evaluer(droite, portee)) };
  }
  const b = evaluer(droite, portee);
  return operateur === '+' || operateur === '-'
    ? additionner(operateur, a, b)
    : { nature: 'booleen', vrai: comparer(operateur, a, b) };
};

const additionner = (operateur: '+' | '-', a: Valeur, b: Valeur): Valeur => {
  if (a.nature === 'vide') return a;
  if (b.nature === 'vide') return b;
  if (a.nature === 'montant' && b.nature === 'montant')
    return {
      nature: 'montant',
      centimes: operateur === '+' ? a.centimes + b.centimes : a.centimes - b.centimes,
    };
  if (a.nature === 'nombre' && b.nature === 'nombre')
    return {
      nature: 'nombre',
      nombre: operateur === '+' ? a.nombre.plus(b.nombre) : a.nombre.minus(b.nombre),
      sorte: a.sorte === 'nombre' ? b.sorte : a.sorte,
    };
  throw new ErreurDeModele(`« ${operateur} » ne s’applique pas à ${a.nature} et ${b.nature}.`);
};

/** Deux écritures comparables de deux valeurs, ou null. */
const rapprocher = (a: Valeur, b: Valeur): readonly [Decimal | string, Decimal | string] | null => {
  const [x, y] = [repere(a), repere(b)];
  if (x === null || y === null) return null;
  return typeof x === typeof y ? [x, y] : null;
};

const repere = (valeur: Valeur): Decimal | string | null => {
  switch (valeur.nature) {
    case 'texte':
      return valeur.texte;
    case 'choix':
      return valeur.code;
    case 'date':
      return valeur.jour;
    case 'montant':
      return new Decimal(valeur.centimes.toString()).div(100);
    case 'nombre':
      return valeur.nombre;
    case 'booleen':
      return new Decimal(valeur.vrai ? 1 : 0);
    default:
      return null;
  }
};

const comparer = (operateur: Operateur, a: Valeur, b: Valeur): boolean => {
  // Une valeur absente n’est égale à rien, ni avant ni après rien : la condition est fausse.
  if (a.nature === 'vide' || b.nature === 'vide') return operateur === '<>';
  const paire = rapprocher(a, b);
  if (paire === null)
    throw new ErreurDeModele(`« ${operateur} » ne compare pas ${a.nature} et ${b.nature}.`);
  const [x, y] = paire;
  const ordre = typeof x === 'string' ? (x < y ? -1 : x > y ? 1 : 0) : x.comparedTo(y);
  const reponses: Partial<Record<Operateur, boolean>> = {
    '=': ordre === 0,
    '<>': ordre !== 0,
    '<': ordre < 0,
    '<=': ordre <= 0,
    '>': ordre > 0,
    '>=': ordre >= 0,
  };
  return reponses[operateur] ?? false;
};
