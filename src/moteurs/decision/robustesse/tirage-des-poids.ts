import type { Hasard } from './hasard.ts';

/** Ce que l’on sait des poids : rien, leur ordre, ou un intervalle pour chacun. */
export type ContrainteDePoids =
  | { readonly type: 'aucune' }
  /** Groupes d’indices de critères, du plus au moins important ; un groupe réunit des ex æquo. */
  | { readonly type: 'ordre'; readonly groupes: readonly (readonly number[])[] }
  | {
      readonly type: 'intervalles';
      readonly bas: readonly number[];
      readonly haut: readonly number[];
    };

/** Remplit le tableau d’un jeu de poids positifs ou nuls de somme 1. */
export type TireurDePoids = (poids: Float64Array) => void;

/** Tri par insertion, croissant : le plus rapide pour une vingtaine de valeurs. */
const trier = (valeurs: Float64Array, nombre: number): void => {
  for (let i = 1; i < nombre; i += 1) {
    const valeur = valeurs[i] ?? 0;
    let j = i - 1;
    while (j >= 0 && (valeurs[j] ?? 0) > valeur) {
      valeurs[j + 1] = valeurs[j] ?? 0;
      j -= 1;
    }
    valeurs[j + 1] = valeur;
  }
};

/**
 * Tirage uniforme sur le simplexe : les écarts entre n − 1 uniformes triés. Même loi que n
 * exponentielles divisées par leur somme, sans logarithme : les mêmes bits sur toute machine.
 */
export const tirerSurLeSimplexe = (hasard: Hasard, poids: Float64Array): void => {
  const n = poids.length;
  for (let i = 0; i < n - 1; i += 1) poids[i] = hasard();
  trier(poids, n - 1);
  poids[n - 1] = n > 1 ? 1 - (poids[n - 2] ?? 0) : 1;
  for (let i = n - 2; i > 0; i -= 1) poids[i] = (poids[i] ?? 0) - (poids[i - 1] ?? 0);
};

/** Mélange de Fisher et Yates, sur place. */
const melanger = (hasard: Hasard, liste: number[]): void => {
  for (let i = liste.length - 1; i > 0; i -= 1) {
    const j = Math.floor(hasard() * (i + 1));
    const garde = liste[i] ?? 0;
    liste[i] = liste[j] ?? 0;
    liste[j] = garde;
  }
};

/** Un tirage du simplexe, trié, puis affecté selon l’ordre ; les ex æquo dans un ordre tiré au sort. */
const ouvrirOrdre = (groupes: readonly (readonly number[])[], hasard: Hasard): TireurDePoids => {
  const rangees = groupes.map((groupe) => [...groupe]);
  const nombre = rangees.reduce((total, groupe) => total + groupe.length, 0);
  const tires = new Float64Array(nombre);
  return (poids) => {
    tirerSurLeSimplexe(hasard, tires);
    trier(tires, nombre);
    let position = nombre - 1;
    for (const groupe of rangees) {
      if (groupe.length > 1) melanger(hasard, groupe);
      for (const critere of groupe) {
        poids[critere] = tires[position] ?? 0;
        position -= 1;
      }
    }
  };
};

/** Essais de rejet avant de juger l’acceptation trop faible (moins de 1 %). */
const ESSAIS_DE_REJET = 4000;

const rejeter = (
  hasard: Hasard,
  bas: readonly number[],
  haut: readonly number[],
  poids: Float64Array,
): boolean => {
  const reste = 1 - bas.reduce((total, b) => total + b, 0);
  tirerSurLeSimplexe(hasard, poids);
  for (let j = 0; j < poids.length; j += 1) {
    const valeur = (bas[j] ?? 0) + reste * (poids[j] ?? 0);
    if (valeur > (haut[j] ?? 0)) return false;
    poids[j] = valeur;
  }
  return true;
};

/**
 * Marche aléatoire dans le polytope : on échange du poids entre deux critères tirés au sort,
 * uniformément sur l’échange permis. Sa loi stationnaire est uniforme ; n² pas entre deux tirages.
 */
const ouvrirMarche = (
  bas: readonly number[],
  haut: readonly number[],
  hasard: Hasard,
): TireurDePoids => {
  const n = bas.length;
  const sommeBas = bas.reduce((total, b) => total + b, 0);
  const etendue = haut.reduce((total, h, j) => total + h - (bas[j] ?? 0), 0);
  const t = etendue > 0 ? (1 - sommeBas) / etendue : 0;
  const courant = Float64Array.from(bas, (b, j) => b + t * ((haut[j] ?? 0) - b));
  const avancer = (pas: number) => {
    for (let k = 0; k < pas; k += 1) {
      const i = Math.floor(hasard() * n);
      const decale = Math.floor(hasard() * (n - 1));
      const j = decale >= i ? decale + 1 : decale;
      const wi = courant[i] ?? 0;
      const wj = courant[j] ?? 0;
      const moins = Math.min(wi - (bas[i] ?? 0), (haut[j] ?? 0) - wj);
      const plus = Math.min((haut[i] ?? 0) - wi, wj - (bas[j] ?? 0));
      const echange = hasard() * (moins + plus) - moins;
      courant[i] = wi + echange;
      courant[j] = wj - echange;
    }
  };
  if (n > 1) avancer(100 * n * n);
  return (poids) => {
    if (n > 1) avancer(n * n);
    poids.set(courant);
  };
};

const ouvrirIntervalles = (
  bas: readonly number[],
  haut: readonly number[],
  hasard: Hasard,
): TireurDePoids => {
  const essai = new Float64Array(bas.length);
  let acceptes = 0;
  for (let k = 0; k < ESSAIS_DE_REJET; k += 1) {
    if (rejeter(hasard, bas, haut, essai)) acceptes += 1;
  }
  if (acceptes < ESSAIS_DE_REJET / 100) return ouvrirMarche(bas, haut, hasard);
  return (poids) => {
    while (!rejeter(hasard, bas, haut, poids));
  };
};

/** Ouvre le tireur qui convient à ce que l’on sait des poids (contrainte supposée contrôlée). */
export const ouvrirTireurDePoids = (
  contrainte: ContrainteDePoids,
  hasard: Hasard,
): TireurDePoids => {
  switch (contrainte.type) {
    case 'aucune':
      return (poids) => tirerSurLeSimplexe(hasard, poids);
    case 'ordre':
      return ouvrirOrdre(contrainte.groupes, hasard);
    case 'intervalles':
      return ouvrirIntervalles(contrainte.bas, contrainte.haut, hasard);
  }
};
