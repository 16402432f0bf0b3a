import { Decimal } from 'decimal.js';
import { anneeDe } from '../calendrier/index.ts';
import { presenter } from './formats.ts';
import { ErreurDeModele, estVide, type Valeur, vide } from './valeurs.ts';

export interface Fonction {
  /** Ce qu’elle fait, pour la personne qui écrit un modèle. */
  readonly aide: string;
  /** Nombre d’arguments admis. */
  readonly arguments: readonly [number, number];
  readonly appliquer: (parametres: readonly Valeur[]) => Valeur;
}

const elementsDe = (valeur: Valeur | undefined): readonly Valeur[] => {
  if (valeur?.nature === 'liste')
    return valeur.elements.flatMap((element) =>
      element.nature === 'liste' ? elementsDe(element) : [element],
    );
  if (valeur === undefined || valeur.nature === 'vide') return [];
  throw new ErreurDeModele(`Une liste était attendue, et non ${valeur.nature}.`);
};

const booleen = (vrai: boolean): Valeur => ({ nature: 'booleen', vrai });
const entier = (nombre: number): Valeur => ({
  nature: 'nombre',
  nombre: new Decimal(nombre),
  sorte: 'entier',
});

const sommer = (liste: Valeur | undefined): Valeur => {
  const elements = elementsDe(liste).filter((element) => element.nature !== 'vide');
  const premier = elements[0];
  if (premier === undefined) return entier(0);
  if (premier.nature === 'montant') {
    let centimes = 0n;
    for (const element of elements) {
      if (element.nature !== 'montant') throw new ErreurDeModele('« somme » mêle deux natures.');
      centimes += element.centimes;
    }
    return { nature: 'montant', centimes };
  }
  if (premier.nature !== 'nombre')
    throw new ErreurDeModele(`« somme » n’additionne pas ${premier.nature}.`);
  let nombre = new Decimal(0);
  for (const element of elements) {
    if (element.nature !== 'nombre') throw new ErreurDeModele('« somme » mêle deux natures.');
    nombre = nombre.plus(element.nombre);
  }
  return { nature: 'nombre', nombre, sorte: premier.sorte };
};

const VIDE = vide('valeur absente');

const contient = (ensemble: Valeur | undefined, cherche: Valeur | undefined): boolean => {
  const voulu = presenter(cherche ?? VIDE);
  if (ensemble?.nature === 'texte') return ensemble.texte.includes(voulu);
  return elementsDe(ensemble).some((element) =>
    element.nature === 'choix' ? element.code === voulu : presenter(element) === voulu,
  );
};

const joindre = (liste: Valeur | undefined, separateur = ', ', dernier = ' et '): Valeur => {
  if (liste?.nature === 'vide') return liste;
  const textes = elementsDe(liste).map((element) => presenter(element));
  const fin = textes.pop();
  if (fin === undefined) return VIDE;
  const texte = textes.length === 0 ? fin : `${textes.join(separateur)}${dernier}${fin}`;
  return { nature: 'texte', texte };
};

const accorder = (nombre: Valeur | undefined, singulier: Valeur, pluriel: Valeur): Valeur => {
  if (nombre?.nature === 'vide') return pluriel;
  if (nombre?.nature !== 'nombre')
    throw new ErreurDeModele('« pluriel » attend un nombre en premier.');
  // En français, le pluriel commence à deux.
  return nombre.nombre.abs().lessThan(2) ? singulier : pluriel;
};

const FONCTIONS_CONNUES: Readonly<Record<string, Fonction>> = {
  nombre: {
    aide: 'nombre(liste) : combien d’éléments',
    arguments: [1, 1],
    appliquer: ([liste]) => entier(elementsDe(liste).length),
  },
  somme: {
    aide: 'somme(liste.champ) : total exact',
    arguments: [1, 1],
    appliquer: ([liste]) => sommer(liste),
  },
  renseigne: {
    aide: 'renseigne(champ) : vrai si le champ est rempli',
    arguments: [1, 1],
    appliquer: ([valeur]) => booleen(valeur !== undefined && !estVide(valeur)),
  },
  si_renseigne: {
    aide: 'si_renseigne(champ, "avant ", " après") : le champ ainsi entouré, ou rien s’il est vide',
    arguments: [1, 3],
    appliquer: ([valeur = VIDE, avant, apres]) => ({
      nature: 'texte',
      texte: estVide(valeur)
        ? ''
        : presenter(avant ?? VIDE) + presenter(valeur) + presenter(apres ?? VIDE),
    }),
  },
  si: {
    aide: 'si(condition, alors, sinon)',
    arguments: [2, 3],
    appliquer: ([condition = VIDE, alors = VIDE, sinon = { nature: 'texte', texte: '' }]) =>
      (condition.nature === 'booleen' ? condition.vrai : !estVide(condition)) ? alors : sinon,
  },
  pluriel: {
    aide: 'pluriel(nombre, "agent", "agents") : accord',
    arguments: [3, 3],
    appliquer: ([nombre, singulier = VIDE, pluriel = VIDE]) => accorder(nombre, singulier, pluriel),
  },
  contient: {
    aide: 'contient(liste, valeur) : vrai si la valeur y figure',
    arguments: [2, 2],
    appliquer: ([ensemble, cherche]) => booleen(contient(ensemble, cherche)),
  },
  joindre: {
    aide: 'joindre(liste, ", ", " et ") : énumération',
    arguments: [1, 3],
    appliquer: ([liste, separateur, dernier]) =>
      joindre(
        liste,
        separateur === undefined ? undefined : presenter(separateur),
        dernier === undefined ? undefined : presenter(dernier),
      ),
  },
  annee: {
    aide: 'annee(date) : l’année',
    arguments: [1, 1],
    appliquer: ([date = VIDE]) => {
      if (date.nature === 'vide') return date;
      if (date.nature !== 'date') throw new ErreurDeModele('« annee » attend une date.');
      return { nature: 'texte', texte: String(anneeDe(date.jour)) };
    },
  },
};

/** Les fonctions du langage des modèles (objet sans prototype : aucun nom hérité). */
export const FONCTIONS: Readonly<Record<string, Fonction>> = Object.assign(
  Object.create(null) as Record<string, Fonction>,
  FONCTIONS_CONNUES,
);
