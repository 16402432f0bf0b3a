import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instruireMajorite, type RegleDeMajorite } from './index.ts';
import { desCommunes } from './procedure.exemples.ts';
import type { AvisInstruit } from './tableau.ts';

const MAJORITE: RegleDeMajorite = {
  code: 'MAJ-Q',
  delai: 'ESSAI-01',
  seuils: [
    { libelle: 'A', communes: [2, 3], population: [1, 2], populationStricte: true },
    { libelle: 'B', communes: [1, 2], population: [2, 3], populationStricte: false },
  ],
  blocage: [1, 4],
};

type Sort = 'oui' | 'non' | '?';

const avisDe = (sorts: readonly Sort[]): readonly AvisInstruit[] =>
  sorts.map((sort, rang) => ({
    avis: {
      commune: `4200${rang + 1}`,
      sens: ({ oui: 'favorable', non: 'defavorable', '?': 'en-attente' } as const)[sort],
      tacite: false,
      le: null,
    },
    depart: null,
    echeance: null,
    clos: sort !== '?',
  }));

const juger = (populations: readonly number[], sorts: readonly Sort[], regle = MAJORITE) => {
  const issue = instruireMajorite(regle, desCommunes(...populations), avisDe(sorts));
  const vraies = issue.conditions.filter(({ atteinte }) => atteinte).map(({ libelle }) => libelle);
  return { atteinte: issue.atteinte, vraies, conditions: issue.conditions };
};

test.each([
  {
    regle: 'deux tiers des communes et plus de la moitié de la population suffisent (A)',
    populations: [20, 20, 20, 20, 20, 20],
    sorts: ['oui', 'oui', 'oui', 'oui', 'non', 'non'],
    atteinte: true,
    vraies: ['A', 'B'],
  },
  {
    regle: 'deux tiers des communes mais la moitié juste de la population ne suffisent pas',
    populations: [10, 10, 10, 10, 20, 20],
    sorts: ['oui', 'oui', 'oui', 'oui', 'non', 'non'],
    atteinte: false,
    vraies: [],
  },
  {
    regle: 'un habitant de plus que la moitié suffit',
    populations: [10, 10, 10, 11, 20, 20],
    sorts: ['oui', 'oui', 'oui', 'oui', 'non', 'non'],
    atteinte: true,
    vraies: ['A'],
  },
  {
    regle: 'la moitié juste des communes et les deux tiers justes de la population suffisent (B)',
    populations: [20, 20, 20, 10, 10, 10],
    sorts: ['oui', 'oui', 'oui', 'non', 'non', 'non'],
    atteinte: true,
    vraies: ['B'],
  },
  {
    regle: 'moins de la moitié des communes ne suffit jamais',
    populations: [30, 30, 5, 5, 5],
    sorts: ['oui', 'oui', 'non', 'non', 'non'],
    atteinte: false,
    vraies: [],
  },
  {
    regle:
      'la plus peuplée, au-dessus du quart et non favorable, bloque une majorité par ailleurs réunie',
    populations: [26, 20, 20, 20, 14],
    sorts: ['non', 'oui', 'oui', 'oui', 'oui'],
    atteinte: false,
    vraies: ['A', 'B', 'blocage'],
  },
  {
    regle: 'au quart juste, la plus peuplée ne bloque pas',
    populations: [25, 20, 20, 20, 15],
    sorts: ['non', 'oui', 'oui', 'oui', 'oui'],
    atteinte: true,
    vraies: ['A', 'B'],
  },
  {
    regle: 'une commune au-dessus du quart mais non la plus peuplée ne bloque pas',
    populations: [40, 30, 15, 15],
    sorts: ['oui', 'non', 'oui', 'oui'],
    atteinte: true,
    vraies: ['A', 'B'],
  },
  {
    regle: 'à égalité de première place, le refus de l’une suffit à bloquer',
    populations: [30, 30, 20, 20],
    sorts: ['oui', 'non', 'oui', 'oui'],
    atteinte: false,
    vraies: ['A', 'B', 'blocage'],
  },
  {
    regle: 'tant que la plus peuplée n’a pas répondu, la majorité reste possible et non acquise',
    populations: [26, 20, 20, 20, 14],
    sorts: ['?', 'oui', 'oui', 'oui', 'oui'],
    atteinte: null,
    vraies: ['A', 'B', 'blocage'],
  },
  {
    regle: 'la majorité est acquise sans attendre les dernières communes',
    populations: [20, 20, 20, 20, 20, 20],
    sorts: ['oui', 'oui', 'oui', 'oui', '?', '?'],
    atteinte: true,
    vraies: ['A', 'B'],
  },
  {
    regle: 'trop de refus : la majorité est perdue avant la fin des délais',
    populations: [20, 20, 20, 20, 20, 20],
    sorts: ['non', 'non', 'non', 'non', '?', '?'],
    atteinte: false,
    vraies: [],
  },
  {
    regle: 'deux communes sur trois sont bien deux tiers',
    populations: [10, 10, 9],
    sorts: ['oui', 'oui', 'non'],
    atteinte: true,
    vraies: ['A', 'B'],
  },
] as const)('$regle', ({ populations, sorts, atteinte, vraies }) => {
  expect(juger(populations, sorts)).toMatchObject({ atteinte, vraies });
});

test('les seuils affichés sont les plus petits entiers qui satisfont la condition', () => {
  const { conditions } = juger([10, 10, 10, 10, 20, 21, 20], ['oui', '?', '?', '?', '?', '?', '?']);
  expect(conditions).toEqual([
    {
      libelle: 'A',
      obtenu: { communes: 1, population: 10 },
      requis: { communes: 5, population: 51 },
      atteinte: false,
    },
    {
      libelle: 'B',
      obtenu: { communes: 1, population: 10 },
      requis: { communes: 4, population: 68 },
      atteinte: false,
    },
    {
      libelle: 'blocage',
      obtenu: { population: 21, commune: '42006' },
      requis: { population: 26 },
      atteinte: false,
    },
  ]);
});

test('sans minorité de blocage (rapport de la CLECT), la plus peuplée ne bloque pas', () => {
  const sorts = ['non', 'oui', 'oui', 'oui', 'oui'] as const;
  const sansBlocage = { ...MAJORITE, blocage: null };
  expect(juger([26, 20, 20, 20, 14], sorts, sansBlocage).atteinte).toBe(true);
});

const situations = fc.array(
  fc.record({
    population: fc.integer({ min: 1, max: 50_000 }),
    sort: fc.constantFrom<Sort>('oui', 'non', '?'),
  }),
  { minLength: 1, maxLength: 9 },
);

const jugerLa = (situation: readonly { readonly population: number; readonly sort: Sort }[]) =>
  juger(
    situation.map(({ population }) => population),
    situation.map(({ sort }) => sort),
  ).atteinte;

const RANG = new Map([
  [false, 0],
  [null, 1],
  [true, 2],
]);

test('ajouter une délibération favorable ne défait jamais la majorité', () => {
  fc.assert(
    fc.property(situations, fc.nat(), (situation, choix) => {
      const cible = choix % situation.length;
      const mieux = situation.map((une, rang) =>
        rang === cible ? { ...une, sort: 'oui' as const } : une,
      );
      const avant = RANG.get(jugerLa(situation)) ?? 0;
      expect(RANG.get(jugerLa(mieux)) ?? 0).toBeGreaterThanOrEqual(avant);
    }),
  );
});

test('« acquise » reste vrai et « impossible » reste vrai, quelle que soit la suite', () => {
  fc.assert(
    fc.property(situations, fc.array(fc.boolean(), { minLength: 9 }), (situation, suite) => {
      const avant = jugerLa(situation);
      const apres = jugerLa(
        situation.map((une, rang) =>
          une.sort === '?' ? { ...une, sort: suite[rang] === true ? 'oui' : 'non' } : une,
        ),
      );
      expect(apres).not.toBeNull();
      if (avant !== null) expect(apres).toBe(avant);
    }),
  );
});
