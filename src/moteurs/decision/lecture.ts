import type { Refus } from '../resultat/index.ts';

/**
 * Lecture d’une entrée de provenance inconnue. Chaque défaut est noté avec son chemin et la lecture
 * continue avec une valeur neutre : tous les défauts sont rendus ensemble.
 */
export interface Lecture {
  readonly refus: readonly Refus[];
  readonly estEnDefaut: () => boolean;
  readonly signaler: (chemin: string, message: string) => void;
  readonly valeurDe: (nom: string) => unknown;
}

export interface Bornes {
  readonly min?: number;
  readonly max?: number;
}

const estObjet = (valeur: unknown): valeur is Readonly<Record<string, unknown>> =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

/** Ouvre la lecture d’un objet d’entrées ; tout autre type est un défaut. */
export const ouvrirLecture = (entrees: unknown): Lecture => {
  const refus: Refus[] = [];
  const objet = estObjet(entrees) ? entrees : {};
  const signaler = (chemin: string, message: string) => {
    refus.push({ code: 'entree-mal-formee', message, chemin });
  };
  if (!estObjet(entrees)) signaler('', 'Donner un objet JSON qui porte les entrées de la méthode.');
  return {
    refus,
    signaler,
    estEnDefaut: () => refus.length > 0,
    valeurDe: (nom) => (Object.hasOwn(objet, nom) ? objet[nom] : undefined),
  };
};

/** Un nombre fini, dans des bornes incluses. */
export const lireNombre = (
  lecture: Lecture,
  valeur: unknown,
  chemin: string,
  { min = -Infinity, max = Infinity }: Bornes = {},
): number => {
  if (typeof valeur !== 'number' || !Number.isFinite(valeur)) {
    lecture.signaler(chemin, 'Donner un nombre.');
    return 0;
  }
  if (valeur < min && min === Number.MIN_VALUE) {
    lecture.signaler(chemin, `Donner un nombre strictement positif (lu : ${valeur}).`);
  } else if (valeur < min) {
    lecture.signaler(chemin, `Donner un nombre supérieur ou égal à ${min} (lu : ${valeur}).`);
  } else if (valeur > max) {
    lecture.signaler(chemin, `Donner un nombre inférieur ou égal à ${max} (lu : ${valeur}).`);
  }
  return valeur;
};

/** Un nombre entier, dans des bornes incluses. */
export const lireEntier = (
  lecture: Lecture,
  valeur: unknown,
  chemin: string,
  bornes: Bornes = {},
): number => {
  const nombre = lireNombre(lecture, valeur, chemin, bornes);
  if (!Number.isSafeInteger(nombre)) {
    lecture.signaler(chemin, `Donner un nombre entier (lu : ${nombre}).`);
    return 0;
  }
  return nombre;
};

/** Un booléen, ou la valeur d’usage quand le champ est absent. */
export const lireBooleen = (
  lecture: Lecture,
  valeur: unknown,
  chemin: string,
  defaut: boolean,
): boolean => {
  if (valeur === undefined || valeur === null) return defaut;
  if (typeof valeur === 'boolean') return valeur;
  lecture.signaler(chemin, 'Répondre par true ou false.');
  return defaut;
};

/** Une liste non vide ; sa longueur attendue peut être imposée. */
export const lireListe = (
  lecture: Lecture,
  valeur: unknown,
  chemin: string,
  taille?: number,
): readonly unknown[] => {
  if (!Array.isArray(valeur) || valeur.length === 0) {
    lecture.signaler(chemin, 'Donner une liste qui compte au moins un élément.');
    return [];
  }
  const liste: readonly unknown[] = valeur;
  // Taille nulle : la matrice de référence est déjà refusée, inutile d’accuser aussi cette liste.
  if (taille !== undefined && taille > 0 && liste.length !== taille) {
    lecture.signaler(
      chemin,
      `Donner ${taille} valeur${taille > 1 ? 's' : ''} (lu : ${liste.length}).`,
    );
  }
  return liste;
};

/** Une liste de nombres finis. */
export const lireNombres = (
  lecture: Lecture,
  valeur: unknown,
  chemin: string,
  attendu: Bornes & { readonly taille?: number } = {},
): readonly number[] =>
  lireListe(lecture, valeur, chemin, attendu.taille).map((element, i) =>
    lireNombre(lecture, element, `${chemin}[${i}]`, attendu),
  );

/** Une matrice rectangulaire de nombres finis : une ligne par option, une colonne par critère. */
export const lireMatrice = (
  lecture: Lecture,
  valeur: unknown,
  chemin: string,
  attendu: { readonly colonnes?: number; readonly lignes?: number } = {},
): readonly (readonly number[])[] => {
  const lignes = lireListe(lecture, valeur, chemin, attendu.lignes);
  const premiere = lignes[0];
  const colonnes = attendu.colonnes ?? (Array.isArray(premiere) ? premiere.length : undefined);
  return lignes.map((ligne, i) =>
    lireNombres(
      lecture,
      ligne,
      `${chemin}[${i}]`,
      colonnes === undefined ? {} : { taille: colonnes },
    ),
  );
};

/** Des poids positifs ou nuls, dont un au moins est positif, normés pour que leur somme fasse 1. */
export const lirePoids = (
  lecture: Lecture,
  valeur: unknown,
  chemin: string,
  taille?: number,
): readonly number[] => {
  const poids = lireNombres(
    lecture,
    valeur,
    chemin,
    taille === undefined ? { min: 0 } : { min: 0, taille },
  );
  const somme = poids.reduce((total, p) => total + p, 0);
  if (poids.length > 0 && !(somme > 0 && Number.isFinite(somme))) {
    lecture.signaler(chemin, 'Donner au moins un poids positif : leur somme ne peut être nulle.');
    return poids;
  }
  return poids.map((p) => p / somme);
};

/** Le sens de chaque critère : +1 à maximiser, −1 à minimiser ; tous à maximiser si absent. */
export const lireSens = (
  lecture: Lecture,
  valeur: unknown,
  chemin: string,
  taille: number,
): readonly number[] => {
  if (valeur === undefined || valeur === null) return Array.from({ length: taille }, () => 1);
  return lireNombres(lecture, valeur, chemin, { taille }).map((sens, j) => {
    if (sens !== 1 && sens !== -1) {
      lecture.signaler(`${chemin}[${j}]`, 'Donner 1 (à maximiser) ou -1 (à minimiser).');
    }
    return sens;
  });
};
