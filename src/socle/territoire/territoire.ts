import type { Jour } from '../../moteurs/calendrier/index.ts';

export const TYPES_D_EPCI = {
  CC: 'Communauté de communes',
  CA: 'Communauté d’agglomération',
  CU: 'Communauté urbaine',
  METRO: 'Métropole',
  MET69: 'Métropole de Lyon',
} as const;
export type TypeEpci = keyof typeof TYPES_D_EPCI;

export const MODES_DE_FINANCEMENT = {
  FPU: 'Fiscalité professionnelle unique',
  FA: 'Fiscalité additionnelle',
} as const;
export type ModeFinancement = keyof typeof MODES_DE_FINANCEMENT;

export const GENRES_DE_POPULATION = { municipale: 'municipale', totale: 'totale' } as const;
export type GenrePopulation = keyof typeof GENRES_DE_POPULATION;

/** Une population publiée : jamais additionnée ni comparée à un autre millésime. */
export interface Population {
  readonly genre: GenrePopulation;
  /** Année où elle est en vigueur. */
  readonly millesime: number;
  /** Année de la référence statistique, quand elle est connue. */
  readonly reference: number | null;
  readonly valeur: number;
  readonly source: string;
}

/** Une personne morale du territoire : une commune ou l’EPCI lui-même. */
export interface Collectivite {
  readonly siren: string;
  /** Null pour l’EPCI. */
  readonly codeInsee: string | null;
  readonly nom: string;
  readonly type: 'commune' | 'epci';
  readonly codePostal: string | null;
  readonly surfaceHa: number | null;
  /** Degrés WGS 84. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly depuis: Jour;
  /** Dernier jour d’appartenance au territoire ; null tant qu’elle dure. */
  readonly jusquA: Jour | null;
  readonly populations: readonly Population[];
}

export interface Territoire {
  readonly territoireId: string;
  readonly siren: string;
  readonly nom: string;
  readonly type: TypeEpci;
  readonly modeFinancement: ModeFinancement;
  /** Jour du périmètre (communes membres). */
  readonly perimetreAu: Jour;
  readonly source: string;
  readonly couleur: string | null;
  readonly logoFichierId: string | null;
  readonly creeLe: Jour;
  /** Le territoire et ses communes ; l’EPCI en tête, puis les communes par code INSEE. */
  readonly collectivites: readonly Collectivite[];
}

/** Les communes membres un jour donné, par code INSEE. */
export const communesAu = (territoire: Territoire, jour: Jour): readonly Collectivite[] =>
  territoire.collectivites.filter(
    ({ type, depuis, jusquA }) =>
      type === 'commune' && depuis <= jour && (jusquA === null || jour <= jusquA),
  );

/** La population d’un genre et d’un millésime, ou null si elle n’est pas connue. */
export const populationDe = (
  { populations }: Pick<Collectivite, 'populations'>,
  genre: GenrePopulation,
  millesime: number,
): Population | null =>
  populations.find(
    (population) => population.genre === genre && population.millesime === millesime,
  ) ?? null;

/**
 * Le millésime le plus récent que toutes les collectivités possèdent, pour tous les genres demandés.
 * C’est le seul que l’on puisse sommer ou comparer sans mélanger deux millésimes.
 */
export const millesimeCommun = (
  collectivites: readonly Collectivite[],
  genres: readonly GenrePopulation[] = ['municipale', 'totale'],
): number | null => {
  const candidats = new Set(
    collectivites.flatMap(({ populations }) => populations.map(({ millesime }) => millesime)),
  );
  const complets = [...candidats].filter((millesime) =>
    collectivites.every((collectivite) =>
      genres.every((genre) => populationDe(collectivite, genre, millesime) !== null),
    ),
  );
  return complets.length === 0 ? null : Math.max(...complets);
};
