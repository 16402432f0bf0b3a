/**
 * La méthode des cartes (Simos révisée) écrite par un seul nombre : le rang de chaque carte. Deux
 * cartes de même rang sont ex æquo ; un rang sauté vaut une carte blanche.
 */
export interface Rangee {
  rang: number;
  cartes: string[];
  /** Cartes blanches entre cette rangée et la suivante (plus importante). */
  blanches: number;
}

/** Les rangées, de la moins à la plus importante. */
export const ranger = (rangs: Readonly<Record<string, number>>): Rangee[] => {
  const distincts = [...new Set(Object.values(rangs))].sort((a, b) => a - b);
  return distincts.map((rang, place) => ({
    rang,
    cartes: Object.keys(rangs)
      .filter((carte) => rangs[carte] === rang)
      .sort(),
    blanches: Math.max(0, (distincts[place + 1] ?? rang + 1) - rang - 1),
  }));
};

/** Déplace une carte d’un rang (vers le haut : plus importante), sans passer sous 1. */
export const deplacer = (
  rangs: Readonly<Record<string, number>>,
  carte: string,
  pas: 1 | -1,
): Record<string, number> => {
  const rang = rangs[carte];
  return rang === undefined ? { ...rangs } : { ...rangs, [carte]: Math.max(1, rang + pas) };
};
