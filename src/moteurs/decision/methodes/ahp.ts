import { type Lecture, lireListe, lirePoids, ouvrirLecture } from '../lecture.ts';
import { lireFraction } from '../partage/fraction.ts';
import { poidsParComparaisons, vecteurPrincipal } from '../ponderation/ahp.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';

const CRITERES_MAX = 10;
const OPTIONS_MAX = 50;
/** Écart toléré à la réciprocité d’inverses arrondis au centième : 0,33 en face de 3, 0,13 de 8. */
const RECIPROCITE = 0.05;

type Matrice = readonly (readonly number[])[];

const lireJugement = (lecture: Lecture, brut: unknown, chemin: string): number => {
  const fraction = lireFraction(brut);
  const valeur =
    fraction === null ? 0 : Number(fraction.numerateur) / Number(fraction.denominateur);
  if (valeur > 0 && Number.isFinite(valeur)) return valeur;
  lecture.signaler(chemin, 'Donner un jugement positif (3, "1/3").');
  return 1;
};

/** Une matrice carrée réciproque de jugements, écrits en nombres ou en fractions. */
const lireComparaisons = (
  lecture: Lecture,
  brut: unknown,
  chemin: string,
  tailleMax: number,
): Matrice => {
  const lignes = lireListe(lecture, brut, chemin);
  if (lignes.length > tailleMax) {
    lecture.signaler(chemin, `Comparer ${tailleMax} éléments au plus : en regrouper certains.`);
    return [];
  }
  const matrice = lignes.map((ligne, i) =>
    lireListe(lecture, ligne, `${chemin}[${i}]`, lignes.length).map((jugement, j) =>
      lireJugement(lecture, jugement, `${chemin}[${i}][${j}]`),
    ),
  );
  if (lecture.estEnDefaut()) return matrice;
  matrice.forEach((ligne, i) => {
    ligne.slice(0, i + 1).forEach((jugement, j) => {
      if (Math.abs(jugement * (matrice[j]?.[i] ?? 0) - 1) > RECIPROCITE) {
        const message = 'Donner l’inverse du jugement symétrique, et 1 sur la diagonale.';
        lecture.signaler(`${chemin}[${i}][${j}]`, message);
      }
    });
  });
  return matrice;
};

/** `ahp` : matrix → weights, lambdaMax, CI, CR, geometric (et les jugements à reprendre). */
export const appliquerAhp: Methode = (lecture) => {
  const matrice = lireComparaisons(lecture, lecture.valeurDe('matrix'), 'matrix', CRITERES_MAX);
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const { poids, lambdaMax, indice, rapport, geometrique, aReprendre } =
    poidsParComparaisons(matrice);
  return {
    weights: poids,
    lambdaMax,
    CI: indice,
    CR: rapport,
    geometric: geometrique,
    aReprendre,
  };
};

/** Poids des critères : une matrice de comparaisons, ou les poids eux-mêmes. */
const lirePoidsDesCriteres = (lecture: Lecture, source: Lecture): readonly number[] => {
  const comparaisons = source.valeurDe('criteria');
  if (comparaisons !== undefined && comparaisons !== null) {
    const matrice = lireComparaisons(lecture, comparaisons, 'criteria', CRITERES_MAX);
    return lecture.estEnDefaut() ? [] : vecteurPrincipal(matrice);
  }
  return lirePoids(lecture, source.valeurDe('criteriaWeights'), 'criteriaWeights');
};

/** Une matrice d’options par critère, toutes de même taille → score de chaque option. */
const scorerLeJeu = (
  lecture: Lecture,
  brut: unknown,
  chemin: string,
  poids: readonly number[],
): readonly number[] => {
  const matrices = lireListe(lecture, brut, chemin, poids.length).map((matrice, k) =>
    lireComparaisons(lecture, matrice, `${chemin}[${k}]`, OPTIONS_MAX),
  );
  const options = matrices[0]?.length ?? 0;
  matrices.forEach((matrice, k) => {
    if (matrice.length !== options) {
      lecture.signaler(`${chemin}[${k}]`, `Comparer les mêmes ${options} options partout.`);
    }
  });
  if (lecture.estEnDefaut()) return [];
  const locaux = matrices.map(vecteurPrincipal);
  return Array.from({ length: options }, (_, i) =>
    locaux.reduce((score, local, k) => score + (poids[k] ?? 0) * (local[i] ?? 0), 0),
  );
};

/** Vrai si deux options présentes avant et après ont échangé leur ordre strict. */
const aInverse = (avant: readonly number[], apres: readonly number[]): boolean =>
  avant.some((a, i) =>
    avant.some(
      (b, j) => a - b > 1e-9 && (apres[j] ?? 0) - (apres[i] ?? 0) > 1e-9 && i < apres.length,
    ),
  );

/** Un jeu `before` ou `after` : la liste des matrices, ou un objet { alternatives, criteria? }. */
const scorerUneVariante = (
  lecture: Lecture,
  nom: 'before' | 'after',
  poidsCommuns: () => readonly number[],
): readonly number[] => {
  const brut = lecture.valeurDe(nom);
  if (Array.isArray(brut)) return scorerLeJeu(lecture, brut, nom, poidsCommuns());
  const jeu = ouvrirLecture(brut);
  const aSesPoids = ['criteria', 'criteriaWeights'].some((cle) => jeu.valeurDe(cle) !== undefined);
  const poids = aSesPoids ? lirePoidsDesCriteres(lecture, jeu) : poidsCommuns();
  return scorerLeJeu(lecture, jeu.valeurDe('alternatives'), `${nom}.alternatives`, poids);
};

/** `ahp-hierarchy` : criteria ou criteriaWeights, alternatives → scores ; ou before/after. */
export const appliquerAhpHierarchie: Methode = (lecture) => {
  const poidsCommuns = () => lirePoidsDesCriteres(lecture, lecture);
  if (lecture.valeurDe('before') === undefined) {
    const scores = scorerLeJeu(
      lecture,
      lecture.valeurDe('alternatives'),
      'alternatives',
      poidsCommuns(),
    );
    return lecture.estEnDefaut() ? SANS_SORTIE : { scores };
  }
  const before = scorerUneVariante(lecture, 'before', poidsCommuns);
  const after = scorerUneVariante(lecture, 'after', poidsCommuns);
  return lecture.estEnDefaut()
    ? SANS_SORTIE
    : { before, after, rankReversal: aInverse(before, after) };
};
