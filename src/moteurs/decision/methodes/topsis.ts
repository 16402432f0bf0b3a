import { classer } from '../agregation/classement.ts';
import { calculerProximites } from '../agregation/topsis.ts';
import { lireMatrice, lirePoids, lireSens } from '../lecture.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';

/** `topsis` : matrix, weights, sense, normalisation (vector ou minmax) → closeness, ranks. */
export const appliquerTopsis: Methode = (lecture) => {
  const matrice = lireMatrice(lecture, lecture.valeurDe('matrix'), 'matrix');
  const taille = matrice[0]?.length ?? 0;
  const poids = lirePoids(lecture, lecture.valeurDe('weights'), 'weights', taille);
  const sens = lireSens(lecture, lecture.valeurDe('sense'), 'sense', taille);
  const normalisation = lecture.valeurDe('normalisation') ?? 'vector';
  if (normalisation !== 'vector' && normalisation !== 'minmax') {
    lecture.signaler('normalisation', 'Choisir la normalisation « vector » ou « minmax ».');
    return SANS_SORTIE;
  }
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const closeness = calculerProximites(matrice, poids, sens, normalisation);
  return { closeness, ranks: classer(closeness, 1e-9) };
};
