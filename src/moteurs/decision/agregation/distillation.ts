/** Classes d’options (indices), la meilleure d’abord. */
export type Preordre = readonly (readonly number[])[];

/** Seuil de discrimination s(λ) = alpha + beta × λ. */
export interface Discrimination {
  readonly alpha: number;
  readonly beta: number;
}

const MARGE = 1e-12;

type Credibilite = readonly (readonly number[])[];

const lire = (sigma: Credibilite, a: number, b: number): number => sigma[a]?.[b] ?? 0;

/** Les crédibilités entre options différentes de l’ensemble. */
const horsDiagonale = (sigma: Credibilite, ensemble: readonly number[]): readonly number[] =>
  ensemble.flatMap((a) => ensemble.filter((b) => b !== a).map((b) => lire(sigma, a, b)));

/** Victoires moins défaites de chaque option de l’ensemble, au niveau λ1. */
const qualifier = (
  sigma: Credibilite,
  ensemble: readonly number[],
  lambda1: number,
  { alpha, beta }: Discrimination,
): readonly number[] => {
  const emporte = (a: number, b: number) => {
    const ab = lire(sigma, a, b);
    return ab > lambda1 + MARGE && ab - lire(sigma, b, a) > alpha + beta * ab + MARGE;
  };
  return ensemble.map((a) =>
    ensemble.reduce((q, b) => {
      if (a === b) return q;
      return q + (emporte(a, b) ? 1 : 0) - (emporte(b, a) ? 1 : 0);
    }, 0),
  );
};

/** Une classe : on poursuit la décroissance de λ parmi les mieux (ou les moins bien) qualifiées. */
const extraireUneClasse = (
  sigma: Credibilite,
  restantes: readonly number[],
  discrimination: Discrimination,
  garder: (...qualifications: number[]) => number,
): readonly number[] => {
  const { alpha, beta } = discrimination;
  let ensemble = restantes;
  let lambda = Math.max(0, ...horsDiagonale(sigma, ensemble));
  while (ensemble.length > 1) {
    const plafond = lambda - (alpha + beta * lambda);
    const dessous = horsDiagonale(sigma, ensemble).filter((s) => s < plafond - MARGE);
    const lambda1 = Math.max(0, ...dessous);
    const qualifications = qualifier(sigma, ensemble, lambda1, discrimination);
    const retenue = garder(...qualifications);
    ensemble = ensemble.filter((_, i) => qualifications[i] === retenue);
    if (lambda1 <= 0) break;
    lambda = lambda1;
  }
  return ensemble;
};

/**
 * Distillation d’ELECTRE III (Roy, 1978), descendante (du meilleur au pire) ou ascendante (du pire
 * au meilleur) ; toutes deux sont rendues la meilleure classe d’abord.
 */
export const distiller = (
  sigma: Credibilite,
  discrimination: Discrimination,
  sens: 'descendante' | 'ascendante',
): Preordre => {
  const classes: (readonly number[])[] = [];
  let restantes: readonly number[] = sigma.map((_, i) => i);
  const garder = sens === 'descendante' ? Math.max : Math.min;
  while (restantes.length > 0) {
    const classe = extraireUneClasse(sigma, restantes, discrimination, garder);
    classes.push(classe);
    restantes = restantes.filter((option) => !classe.includes(option));
  }
  return sens === 'descendante' ? classes : classes.reverse();
};

/** Relation finale de a à b : « P » préférée, « P- » dominée, « I » ex æquo, « R » incomparable. */
export type RelationFinale = '-' | 'P' | 'P-' | 'I' | 'R';

/** Croise deux préordres : ils se contredisent, les options sont incomparables. */
export const croiserPreordres = (
  descendant: Preordre,
  ascendant: Preordre,
): readonly (readonly RelationFinale[])[] => {
  const options = descendant.flat().sort((a, b) => a - b);
  const rangDans = (preordre: Preordre, option: number) =>
    preordre.findIndex((classe) => classe.includes(option));
  return options.map((a) =>
    options.map((b): RelationFinale => {
      if (a === b) return '-';
      const haut = Math.sign(rangDans(descendant, b) - rangDans(descendant, a));
      const bas = Math.sign(rangDans(ascendant, b) - rangDans(ascendant, a));
      if (haut === 0 && bas === 0) return 'I';
      if (haut >= 0 && bas >= 0) return 'P';
      return haut <= 0 && bas <= 0 ? 'P-' : 'R';
    }),
  );
};
