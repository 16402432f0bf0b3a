import type { SeuilsDeCritere } from '../agregation/surclassement.ts';
import { type Lecture, lireListe, lireNombre, lireNombres, lireSens } from '../lecture.ts';

/** Les vetos d’un champ `v` : absent ou null, il n’y en a pas. */
const lireVetos = (lecture: Lecture, taille: number): readonly (number | null)[] => {
  const brut = lecture.valeurDe('v');
  if (brut === undefined || brut === null) return Array.from({ length: taille }, () => null);
  return lireListe(lecture, brut, 'v', taille).map((v, j) =>
    v === null ? null : lireNombre(lecture, v, `v[${j}]`),
  );
};

/** Lit q, p, v et sense, et contrôle q ≤ p ≤ v critère par critère. */
export const lireSeuils = (
  lecture: Lecture,
  poids: readonly number[],
  taille: number,
): readonly SeuilsDeCritere[] => {
  const q = lireNombres(lecture, lecture.valeurDe('q'), 'q', { min: 0, taille });
  const p = lireNombres(lecture, lecture.valeurDe('p'), 'p', { min: 0, taille });
  const v = lireVetos(lecture, taille);
  const sens = lireSens(lecture, lecture.valeurDe('sense'), 'sense', taille);
  return q.map((indifference, j) => {
    const preference = p[j] ?? indifference;
    const veto = v[j] ?? null;
    if (preference < indifference) {
      lecture.signaler(`p[${j}]`, 'Donner un seuil de préférence au moins égal à l’indifférence.');
    }
    if (veto !== null && veto < preference) {
      lecture.signaler(`v[${j}]`, 'Donner un veto au moins égal au seuil de préférence.');
    }
    return { poids: poids[j] ?? 0, sens: sens[j] ?? 1, q: indifference, p: preference, v: veto };
  });
};

/** Lit les profils, du pire au meilleur, et contrôle qu’ils ne reculent sur aucun critère. */
export const controlerProfils = (
  lecture: Lecture,
  profils: readonly (readonly number[])[],
  seuils: readonly SeuilsDeCritere[],
): void => {
  profils.slice(1).forEach((profil, k) => {
    const precedent = profils[k] ?? profil;
    seuils.forEach(({ sens }, j) => {
      if (((profil[j] ?? 0) - (precedent[j] ?? 0)) * sens < 0) {
        lecture.signaler(
          `profiles[${k + 1}][${j}]`,
          'Ranger les profils du pire au meilleur, sur chaque critère.',
        );
      }
    });
  });
};
