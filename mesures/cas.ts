/** Un cas mesuré : préparé hors chronomètre, exécuté une fois par processus. */
export interface Cas {
  readonly nom: string;
  /** Ce qui grandit (lignes, options, pages…), du plus petit au plus grand. */
  readonly tailles: readonly number[];
  readonly unite: string;
  readonly preparer: (taille: number) => Promise<() => Promise<unknown>>;
  /** Outil de comparaison, quand il est là : durée de référence en millisecondes, ou null. */
  readonly comparer?: (taille: number) => Promise<number | null>;
  readonly reference?: string;
}

/** Mesure d’une exécution, dans son propre processus. */
export interface Mesure {
  readonly dureeMs: number;
  /** Mémoire résidente de pointe, en mégaoctets. */
  readonly pointeMo: number;
}

/** Médiane d’une liste non vide. */
export const mediane = (valeurs: readonly number[]): number => {
  const triees = [...valeurs].sort((a, b) => a - b);
  const centre = triees.length / 2;
  return ((triees[Math.ceil(centre) - 1] ?? 0) + (triees[Math.floor(centre)] ?? 0)) / 2;
};
