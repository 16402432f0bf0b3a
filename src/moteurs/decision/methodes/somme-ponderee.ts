import { type CritereAEchelle, sommePonderee } from '../agregation/somme-ponderee.ts';
import { lireMatrice, lireNombres, lirePoids, lireSens } from '../lecture.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';

/** `weighted-sum-fixed-scale` : matrix, lo, hi, weights, sense → score, spotis, ranks. */
export const appliquerSommePonderee: Methode = (lecture) => {
  const matrice = lireMatrice(lecture, lecture.valeurDe('matrix'), 'matrix');
  const taille = matrice[0]?.length ?? 0;
  const bas = lireNombres(lecture, lecture.valeurDe('lo'), 'lo', { taille });
  const haut = lireNombres(lecture, lecture.valeurDe('hi'), 'hi', { taille });
  const poids = lirePoids(lecture, lecture.valeurDe('weights'), 'weights', taille);
  const sens = lireSens(lecture, lecture.valeurDe('sense'), 'sense', taille);
  bas.forEach((b, j) => {
    if (b > (haut[j] ?? b)) {
      lecture.signaler(`hi[${j}]`, 'Donner une borne haute supérieure ou égale à la borne basse.');
    }
  });
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const criteres = bas.map(
    (b, j): CritereAEchelle => ({
      bas: b,
      haut: haut[j] ?? b,
      sens: sens[j] === -1 ? -1 : 1,
      poids: poids[j] ?? 0,
    }),
  );
  const { options, signalements } = sommePonderee(matrice, criteres);
  return {
    score: options.map((option) => option.score),
    spotis: options.map((option) => 1 - option.score),
    ranks: options.map((option) => option.rang),
    contributions: options.map((option) => option.contributions.map((c) => c.apport)),
    signalements: signalements.map(({ code, critere, option, message }) => ({
      code,
      chemin: option === null ? `lo[${critere}]` : `matrix[${option}][${critere}]`,
      message,
    })),
  };
};
