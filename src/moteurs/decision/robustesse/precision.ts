import type { Refus } from '../../resultat/index.ts';

/** Options d’un calcul par tirage. */
export interface OptionsDeTirage {
  /** Nombre de tirages, 100 000 à défaut. */
  readonly tirages?: number;
  /** Graine du générateur, 1 à défaut. */
  readonly graine?: number;
}

/** Ce qu’il faut pour refaire un tirage au bit près, et la confiance qu’on peut lui prêter. */
export interface Precision {
  readonly tirages: number;
  readonly graine: number;
  /** Demi-largeur à 95 % d’une part tirée (0,98/√N), ou erreur de calcul quand la part est exacte. */
  readonly erreurMax: number;
  /** Vrai quand les parts sont des longueurs ou des aires exactes ; le tirage n’est qu’un contrôle. */
  readonly exact?: boolean;
  /** Plus grand écart constaté entre le tirage de contrôle et les parts exactes. */
  readonly ecartDuTirage?: number;
}

export const TIRAGES_A_DEFAUT = 100_000;
export const GRAINE_A_DEFAUT = 1;
export const TIRAGES_MAX = 10_000_000;

/** Demi-largeur maximale à 95 % d’une proportion estimée sur N tirages. */
export const margeDesTirages = (tirages: number): number => 0.98 / Math.sqrt(tirages);

/** Ce qui décrit un tirage demandé : nombre, graine et marge. */
export const decrireTirage = (options: OptionsDeTirage): Precision => {
  const { tirages = TIRAGES_A_DEFAUT, graine = GRAINE_A_DEFAUT } = options;
  return { tirages, graine, erreurMax: margeDesTirages(tirages) };
};

/** Les défauts des options de tirage ; liste vide si elles conviennent. */
export const controlerTirage = (options: OptionsDeTirage): readonly Refus[] => {
  const { tirages = TIRAGES_A_DEFAUT, graine = GRAINE_A_DEFAUT } = options;
  const refus: Refus[] = [];
  if (!Number.isInteger(tirages) || tirages < 1 || tirages > TIRAGES_MAX) {
    refus.push({
      code: 'tirages-hors-bornes',
      message: 'Demander entre 1 et 10 000 000 de tirages.',
      chemin: 'tirages',
    });
  }
  if (!Number.isSafeInteger(graine) || graine < 0) {
    refus.push({
      code: 'graine-invalide',
      message: 'Donner une graine entière, positive ou nulle.',
      chemin: 'graine',
    });
  }
  return refus;
};
