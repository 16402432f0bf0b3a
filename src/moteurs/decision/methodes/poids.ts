import { type Lecture, lireEntier, lireListe, lireNombre, lirePoids } from '../lecture.ts';
import { poidsParCartes, type RangeeDeCartes } from '../ponderation/cartes.ts';
import {
  poidsParCentroide,
  poidsParInverseDesRangs,
  poidsParPoints,
  poidsParSommeDesRangs,
} from '../ponderation/rangs.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';

const CRITERES_MAX = 1000;

const selonLeNombre =
  (calculer: (n: number) => readonly number[]): Methode =>
  (lecture) => {
    const n = lireEntier(lecture, lecture.valeurDe('n'), 'n', { min: 1, max: CRITERES_MAX });
    return lecture.estEnDefaut() ? SANS_SORTIE : { weights: calculer(n) };
  };

/** `weights-roc` : n → weights. */
export const appliquerCentroide = selonLeNombre(poidsParCentroide);

/** `weights-rank-sum` : n → weights. */
export const appliquerSommeDesRangs = selonLeNombre(poidsParSommeDesRangs);

/** `weights-rank-reciprocal` : n → weights. */
export const appliquerInverseDesRangs = selonLeNombre(poidsParInverseDesRangs);

/** `weights-swing` : points → weights. */
export const appliquerPoints: Methode = (lecture) => {
  const points = lirePoids(lecture, lecture.valeurDe('points'), 'points');
  return lecture.estEnDefaut() ? SANS_SORTIE : { weights: poidsParPoints(points) };
};

const lireRangee = (lecture: Lecture, valeur: unknown, chemin: string): RangeeDeCartes => {
  if (typeof valeur === 'number') return valeur;
  return lireListe(lecture, valeur, chemin).map((critere, i) => {
    if (typeof critere === 'string' && critere !== '') return critere;
    lecture.signaler(`${chemin}[${i}]`, 'Donner le nom d’un critère.');
    return '';
  });
};

/** `weights-simos-revised` : levels (du moins au plus important), z → weights en points, k, u. */
export const appliquerCartes: Methode = (lecture) => {
  const rangees = lireListe(lecture, lecture.valeurDe('levels'), 'levels').map((rangee, i) =>
    lireRangee(lecture, rangee, `levels[${i}]`),
  );
  const brut = lecture.valeurDe('z');
  const z = brut === undefined || brut === null ? undefined : lireNombre(lecture, brut, 'z');
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const resultat = poidsParCartes(rangees, z);
  if (resultat.ok) {
    const { poids, k, u } = resultat.valeur;
    return { weights: poids, k, u };
  }
  for (const { chemin = '', message } of resultat.refus) {
    lecture.signaler(chemin === 'z' ? 'z' : `levels${chemin}`, message);
  }
  return SANS_SORTIE;
};
