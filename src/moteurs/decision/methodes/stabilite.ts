import { lireMatrice, lirePoids } from '../lecture.ts';
import { type IntervalleDeStabilite, stabiliteDesPoids } from '../robustesse/stabilite.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';

const enPaire = ({ min, max }: IntervalleDeStabilite) => [min, max] as const;

/** `weight-stability` : values, weights → score, fullRanking, firstRank ([min, max] par critère). */
export const appliquerStabilite: Methode = (lecture) => {
  const valeurs = lireMatrice(lecture, lecture.valeurDe('values'), 'values');
  const criteres = valeurs[0]?.length ?? 0;
  const poids = lirePoids(lecture, lecture.valeurDe('weights'), 'weights', criteres);
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const stabilite = stabiliteDesPoids(valeurs, poids);
  return {
    score: stabilite.scores,
    fullRanking: stabilite.poids.map(({ classement }) => enPaire(classement)),
    firstRank: stabilite.poids.map(({ premier }) => enPaire(premier)),
  };
};
