import { type Lecture, lireMatrice, lireNombres } from '../lecture.ts';
import { controlerContrainte } from '../robustesse/contrainte.ts';
import { decrireTirage } from '../robustesse/precision.ts';
import { smaaTri } from '../robustesse/smaa-tri.ts';
import type { ContrainteDePoids } from '../robustesse/tirage-des-poids.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';
import { controlerProfils, lireSeuils } from './seuils.ts';

const lireContrainte = (lecture: Lecture, taille: number): ContrainteDePoids => {
  const bas = lireNombres(lecture, lecture.valeurDe('weightLo'), 'weightLo', { taille });
  const haut = lireNombres(lecture, lecture.valeurDe('weightHi'), 'weightHi', { taille });
  const contrainte: ContrainteDePoids = { type: 'intervalles', bas, haut };
  if (lecture.estEnDefaut()) return contrainte;
  for (const { chemin = '', message } of controlerContrainte(contrainte, taille)) {
    lecture.signaler(
      chemin.replace('contrainte.haut', 'weightHi').replace('contrainte.bas', 'weightLo'),
      message,
    );
  }
  return contrainte;
};

const lireLambda = (lecture: Lecture): readonly [number, number] => {
  const bornes = { min: 0.5, max: 1, taille: 2 };
  const lus = lireNombres(
    lecture,
    lecture.valeurDe('lambdaRange') ?? [0.65, 0.85],
    'lambdaRange',
    bornes,
  );
  const [bas = 0.65, haut = bas] = lus;
  if (haut < bas) lecture.signaler('lambdaRange', 'Donner le plus petit niveau de coupe d’abord.');
  return [bas, haut];
};

/** `smaa-tri` : matrix, profiles, q, p, v, sense, weightLo, weightHi, lambdaRange. */
export const appliquerSmaaTri: Methode = (lecture, options) => {
  const matrice = lireMatrice(lecture, lecture.valeurDe('matrix'), 'matrix');
  const taille = matrice[0]?.length ?? 0;
  const profils = lireMatrice(lecture, lecture.valeurDe('profiles'), 'profiles', {
    colonnes: taille,
  });
  const seuils = lireSeuils(lecture, [], taille);
  const contrainte = lireContrainte(lecture, taille);
  const lambda = lireLambda(lecture);
  controlerProfils(lecture, profils, seuils);
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const precision = decrireTirage(options);
  const resultat = smaaTri({ matrice, profils, seuils, contrainte, lambda, ...precision });
  return {
    categoryAcceptabilityPessimistic: resultat.pessimiste,
    categoryAcceptabilityOptimistic: resultat.optimiste,
    precision,
  };
};
