import { classer } from '../agregation/classement.ts';
import { calculerFlux, comparerFlux, type FonctionDePreference } from '../agregation/promethee.ts';
import {
  type Lecture,
  lireListe,
  lireMatrice,
  lireNombre,
  lirePoids,
  lireSens,
  ouvrirLecture,
} from '../lecture.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';

const USUELLE: FonctionDePreference = { type: 'usual' };

const lireFonction = (lecture: Lecture, brut: unknown, chemin: string): FonctionDePreference => {
  const fonction = ouvrirLecture(brut);
  const seuil = (nom: string, min = 0) =>
    lireNombre(lecture, fonction.valeurDe(nom), `${chemin}.${nom}`, { min });
  const deuxSeuils = () => {
    const q = seuil('q');
    return { q, p: seuil('p', q) };
  };
  switch (fonction.valeurDe('type')) {
    case 'usual':
      return USUELLE;
    case 'u':
    case 'quasi':
      return { type: 'u', q: seuil('q') };
    case 'v':
      return { type: 'v', p: seuil('p') };
    case 'level':
      return { type: 'level', ...deuxSeuils() };
    case 'linear':
      return { type: 'linear', ...deuxSeuils() };
    case 'gauss':
      return { type: 'gauss', s: seuil('s', Number.MIN_VALUE) };
    default:
      lecture.signaler(`${chemin}.type`, 'Choisir usual, u, v, level, linear ou gauss.');
      return USUELLE;
  }
};

/** `promethee` : matrix, weights, sense, functions → pi, plus, minus, net, ranks, partial. */
export const appliquerPromethee: Methode = (lecture) => {
  const matrice = lireMatrice(lecture, lecture.valeurDe('matrix'), 'matrix');
  const taille = matrice[0]?.length ?? 0;
  const poids = lirePoids(lecture, lecture.valeurDe('weights'), 'weights', taille);
  const sens = lireSens(lecture, lecture.valeurDe('sense'), 'sense', taille);
  const fonctions = lireListe(lecture, lecture.valeurDe('functions'), 'functions', taille).map(
    (fonction, j) => lireFonction(lecture, fonction, `functions[${j}]`),
  );
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const flux = calculerFlux(matrice, poids, sens, fonctions);
  return {
    pi: flux.preferences,
    plus: flux.plus,
    minus: flux.moins,
    net: flux.net,
    ranks: classer(flux.net, 1e-9),
    partial: matrice.map((_, a) =>
      matrice.map((__, b) => (a === b ? '-' : comparerFlux(flux, a, b))),
    ),
  };
};
