/** Ce qu’un outil de comparaison a mis à faire le même travail. */
export interface Reference {
  readonly dureeMs: number;
  /** Temps processeur, ou null là où le système ne le dit pas. */
  readonly processeurMs: number | null;
}

/**
 * Un cas mesuré. Les données se fabriquent à part, une fois, dans un fichier ; chaque exécution les
 * relit dans un processus neuf : ni leur temps ni leur mémoire ne comptent.
 */
export interface Cas {
  readonly nom: string;
  /** Ce qui grandit (lignes, options, pages…), du plus petit au plus grand. */
  readonly tailles: readonly number[];
  readonly unite: string;
  /** Fabrique les données de cette taille dans le dossier. */
  readonly fabriquer?: (taille: number, dossier: string) => Promise<void>;
  /** Prépare une exécution, hors chronomètre. */
  readonly preparer: (taille: number, dossier: string) => Promise<() => Promise<unknown>>;
  /** Le même travail par l’outil de comparaison, ou null s’il est absent. */
  readonly comparer?: (taille: number, dossier: string) => Reference | null;
  readonly reference?: string;
}

/** Mesure d’une exécution, dans son propre processus. */
export interface Mesure {
  readonly dureeMs: number;
  /** Temps processeur, tous fils compris : ce que la charge des autres ne change guère. */
  readonly processeurMs: number;
  /** Mémoire résidente de pointe, en mégaoctets. */
  readonly pointeMo: number;
}

/** Médiane d’une liste non vide. */
export const mediane = (valeurs: readonly number[]): number => {
  const triees = [...valeurs].sort((a, b) => a - b);
  const centre = triees.length / 2;
  return ((triees[Math.ceil(centre) - 1] ?? 0) + (triees[Math.floor(centre)] ?? 0)) / 2;
};

/** La plus petite valeur que tant pour cent des autres ne dépassent pas (0 si la liste est vide). */
export const centile = (valeurs: readonly number[], rang: number): number => {
  const triees = [...valeurs].sort((a, b) => a - b);
  return triees[Math.max(0, Math.ceil((rang / 100) * triees.length) - 1)] ?? 0;
};
