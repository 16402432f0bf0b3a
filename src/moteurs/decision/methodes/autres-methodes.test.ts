import { describe, expect, test } from 'vitest';
import { appliquerMethode } from '../index.ts';

const reussir = (methode: string, entrees: unknown): Readonly<Record<string, unknown>> => {
  const resultat = appliquerMethode(methode, entrees, { tirages: 20_000 });
  if (!resultat.ok) throw new Error(resultat.refus.map((refus) => refus.message).join(' '));
  return resultat.valeur;
};

describe('AHP', () => {
  /** Belton et Gear (Omega 11, 1983) : ajouter la copie d’une option inverse les deux premières. */
  const avant = [
    [
      [1, '1/9', 1],
      [9, 1, 9],
      [1, '1/9', 1],
    ],
    [
      [1, 9, 9],
      ['1/9', 1, 1],
      ['1/9', 1, 1],
    ],
    [
      [1, '8/9', 8],
      ['9/8', 1, 9],
      ['1/8', '1/9', 1],
    ],
  ];
  const copier = (matrice: readonly (readonly unknown[])[], copie: number) => {
    const elargie = matrice.map((ligne) => [...ligne, ligne[copie]]);
    return [...elargie, elargie[copie] ?? []];
  };
  const entrees = {
    criteriaWeights: [1, 1, 1],
    before: avant,
    after: avant.map((matrice) => copier(matrice, 1)),
  };

  test('ajouter la copie d’une option peut inverser les deux premières', () => {
    const sortie = reussir('ahp-hierarchy', entrees);
    expect(sortie.before).toEqual([0.45, 0.47, 0.08].map((x) => expect.closeTo(x, 2)));
    expect(sortie.after).toEqual([0.37, 0.29, 0.06, 0.29].map((x) => expect.closeTo(x, 2)));
    expect(sortie.rankReversal).toBe(true);
  });

  test('sans option ajoutée rien ne s’inverse, et un jeu peut porter ses propres poids', () => {
    expect(reussir('ahp-hierarchy', { ...entrees, after: avant }).rankReversal).toBe(false);
    const objet = { alternatives: avant, criteriaWeights: [1, 1, 1] };
    expect(
      reussir('ahp-hierarchy', { before: objet, after: entrees.after, criteriaWeights: [3, 3, 3] }),
    ).toEqual(reussir('ahp-hierarchy', entrees));
  });

  test('un inverse arrondi au centième est accepté', () => {
    for (const [jugement, inverse] of [
      [3, 0.33],
      [6, 0.17],
      [8, 0.13],
      [9, 0.11],
    ])
      expect(
        reussir('ahp', {
          matrix: [
            [1, inverse],
            [jugement, 1],
          ],
        }).CR,
      ).toBe(0);
  });

  test('une matrice incohérente désigne ses trois jugements les plus contradictoires', () => {
    const matrix = [
      [1, 9, '1/9', 2],
      ['1/9', 1, 9, 2],
      [9, '1/9', 1, 2],
      [0.5, 0.5, 0.5, 1],
    ];
    const { CR, aReprendre } = reussir('ahp', { matrix });
    expect(CR).toBeGreaterThan(0.1);
    expect(aReprendre).toHaveLength(3);
    expect(aReprendre).toContainEqual(expect.objectContaining({ ligne: 0, colonne: 2 }));
  });
});

describe('ELECTRE et PROMETHEE', () => {
  test('la classe pessimiste n’est jamais meilleure que l’optimiste', () => {
    const alea = (i: number, j: number) => Math.abs(Math.sin(12.9898 * i + 78.233 * j)) * 100;
    const matrix = Array.from({ length: 60 }, (_, i) => [0, 1, 2, 3].map((j) => alea(i, j)));
    const sortie = reussir('electre-tri-b', {
      matrix,
      profiles: [
        [30, 30, 30, 30],
        [60, 60, 60, 60],
      ],
      weights: [4, 3, 2, 1],
      q: [2, 2, 2, 2],
      p: [8, 8, 8, 8],
      v: [40, null, 40, null],
      lambda: 0.7,
    });
    const [pessimistes, optimistes] = [sortie.pessimistic, sortie.optimistic];
    expect(Array.isArray(pessimistes) && Array.isArray(optimistes)).toBe(true);
    if (!Array.isArray(pessimistes) || !Array.isArray(optimistes)) return;
    pessimistes.forEach((classe: unknown, i) => {
      expect(Number(classe)).toBeLessThanOrEqual(Number(optimistes[i]));
    });
    expect(new Set(pessimistes).size).toBe(3);
  });

  test('PROMETHEE I montre les incomparables', () => {
    const { partial, net } = reussir('promethee', {
      matrix: [
        [10, 0],
        [0, 10],
        [5, 5],
      ],
      weights: [1, 1],
      functions: [
        { type: 'u', q: 6 },
        { type: 'u', q: 6 },
      ],
    });
    expect(net).toEqual([0, 0, 0]);
    expect(partial).toEqual([
      ['-', 'I', 'R'],
      ['I', '-', 'R'],
      ['R', 'R', '-'],
    ]);
  });
});

describe('robustesse et tri', () => {
  test('sans veto et à poids fixés, SMAA-TRI rend la classe d’ELECTRE TRI-B', () => {
    const commun = {
      matrix: [
        [75, 67],
        [28, 35],
      ],
      profiles: [[50, 48]],
      q: [5, 5],
      p: [10, 10],
    };
    const tri = reussir('electre-tri-b', { ...commun, weights: [0.6, 0.4], lambda: 0.7 });
    expect([tri.pessimistic, tri.optimistic]).toEqual([
      [2, 1],
      [2, 1],
    ]);
    const sortie = reussir('smaa-tri', {
      ...commun,
      weightLo: [0.6, 0.4],
      weightHi: [0.6, 0.4],
      lambdaRange: [0.7, 0.7],
    });
    expect(sortie.categoryAcceptabilityPessimistic).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(sortie.precision).toEqual({
      tirages: 20_000,
      graine: 1,
      erreurMax: 0.98 / Math.sqrt(20_000),
    });
  });

  test('des mesures sans incertitude rendent le SMAA déterministe', () => {
    const mesures = [
      [1, 0, 0.4, 0],
      [0, 1, 0.4, 0],
    ];
    const certain = reussir('smaa2-deterministic-scores', {
      values: [0, 1, 2, 3].map((i) => mesures.map((ligne) => ligne[i] ?? 0)),
    });
    const { sansPreference } = reussir('smaa2-stochastic-scores', {
      gaussianMeanSd: mesures.map((ligne) => ligne.map((mu) => [mu, 0])),
      lo: [0, 0],
      hi: [1, 1],
    });
    const lire = (cle: string): unknown => Reflect.get(Object(sansPreference), cle);
    const attendu = certain.rankAcceptability;
    expect(Array.isArray(attendu)).toBe(true);
    if (!Array.isArray(attendu)) return;
    expect(lire('rankAcceptability')).toEqual(
      attendu.map((ligne: readonly number[]) => ligne.map((part) => expect.closeTo(part, 1))),
    );
    expect(lire('confidenceFactor')).toEqual([1, 1, null, null]);
  });
});

describe('partage des coûts', () => {
  test('besoin maximal : la forme close égale le calcul par coalitions', () => {
    const entrees = { kind: 'airport', players: 4, needs: [13, 8, 18, 11] };
    expect(reussir('cost-game-large', entrees)).toEqual({
      shapley: [4, 2, 9, 3].map((x) => expect.closeTo(x, 9)),
      total: expect.closeTo(18, 9),
    });
    expect(reussir('cost-game', entrees).shapley).toEqual(
      [4, 2, 9, 3].map((x) => expect.closeTo(x, 9)),
    );
  });

  test('services partagés : la forme close égale le calcul par coalitions', () => {
    const entrees = {
      kind: 'multi-services',
      players: ['A', 'B', 'C'],
      services: [
        { fixed: 90, members: ['A', 'B', 'C'] },
        { fixed: 40, members: ['A', 'C'] },
      ],
      own: [1, 2, 3],
    };
    const attendus = [51, 32, 53].map((x) => expect.closeTo(x, 9));
    expect(reussir('cost-game-large', entrees).shapley).toEqual(attendus);
    expect(reussir('cost-game', entrees).shapley).toEqual(attendus);
  });

  test('majorité pondérée : le joueur sans influence n’a rien, le cœur est vide sans veto', () => {
    const sortie = reussir('value-game', {
      kind: 'weighted-majority',
      weights: [4, 4, 4, 2, 2, 1],
      quota: 12,
    });
    expect(sortie.shapley).toEqual(
      [14 / 60, 14 / 60, 14 / 60, 0.15, 0.15, 0].map((x) => expect.closeTo(x, 9)),
    );
    expect(sortie.coreNonEmpty).toBe(false);
    expect(
      reussir('value-game', { kind: 'weighted-majority', weights: [3, 1, 1], quota: 4 }),
    ).toMatchObject({
      coreNonEmpty: true,
      nucleolus: [1, 0, 0].map((x) => expect.closeTo(x, 9)),
    });
  });

  test('au-delà de treize joueurs le nucléole n’est pas rendu, la valeur de Shapley si', () => {
    const weights = Array.from({ length: 15 }, () => 1);
    const sortie = reussir('value-game', { kind: 'weighted-majority', weights, quota: 8 });
    expect(sortie.nucleolus).toBeNull();
    expect(sortie.shapley).toEqual(weights.map(() => expect.closeTo(1 / 15, 9)));
  });

  test('barème par tranches : chaque tranche à son prix', () => {
    const tiers = [
      [0, 0.3],
      [500, 0.29],
      [1000, 0.28],
    ];
    expect(
      reussir('quantity-discount', { mode: 'incremental', tiers, quantities: [0, 499, 1200] }),
    ).toMatchObject({ cost: [0, 149.7, 351].map((x) => expect.closeTo(x, 9)) });
    expect(
      reussir('quantity-discount', { mode: 'all-units', tiers, quantities: [499, 100] }).roundUp,
    ).toEqual([{ quantity: 500, saving: expect.closeTo(4.7, 9) }, null]);
  });

  test('achat groupé : la proportionnelle qui fait perdre quelqu’un est signalée', () => {
    const sortie = reussir('group-purchase', {
      mode: 'all-units',
      tiers: [
        [0, 1],
        [100, 0.5],
        [110, 0.9],
      ],
      quantities: [100, 10],
    });
    expect(sortie.proportionalIndividuallyRational).toBe(false);
  });
});

describe('refus', () => {
  const tri = { matrix: [[1, 2]], weights: [1, 1], q: [0, 0], p: [1, 1] };
  test.each<[string, string, unknown, string]>([
    [
      'matrice non réciproque',
      'ahp',
      {
        matrix: [
          [1, 3],
          [3, 1],
        ],
      },
      'matrix[1][0]',
    ],
    ['matrice non carrée', 'ahp', { matrix: [[1, 3]] }, 'matrix[0]'],
    [
      'jugement nul',
      'ahp',
      {
        matrix: [
          [1, 0],
          [0, 1],
        ],
      },
      'matrix[0][1]',
    ],
    [
      'plus de dix critères',
      'ahp',
      { matrix: Array.from({ length: 11 }, () => Array.from({ length: 11 }, () => 1)) },
      'matrix',
    ],
    [
      'normalisation inconnue',
      'topsis',
      { matrix: [[1]], weights: [1], normalisation: 'z' },
      'normalisation',
    ],
    [
      'fonction inconnue',
      'promethee',
      { matrix: [[1]], weights: [1], functions: [{ type: 'autre' }] },
      'functions[0].type',
    ],
    [
      'p sous q',
      'promethee',
      { matrix: [[1]], weights: [1], functions: [{ type: 'linear', q: 3, p: 1 }] },
      'functions[0].p',
    ],
    [
      'profils non ordonnés',
      'electre-tri-b',
      {
        ...tri,
        profiles: [
          [2, 2],
          [3, 1],
        ],
      },
      'profiles[1][1]',
    ],
    [
      'niveau de coupe trop bas',
      'electre-tri-b',
      { ...tri, profiles: [[2, 2]], lambda: 0.2 },
      'lambda',
    ],
    ['veto sous la préférence', 'electre3', { ...tri, v: [0.5, null] }, 'v[0]'],
    ['poids négatif', 'electre3', { ...tri, weights: [1, -1] }, 'weights[1]'],
    [
      'minimums au-delà de 100 %',
      'smaa-tri',
      { ...tri, profiles: [[2, 2]], weightLo: [0.7, 0.7], weightHi: [1, 1] },
      'weightLo',
    ],
    [
      'écart-type négatif',
      'smaa2-stochastic-scores',
      { gaussianMeanSd: [[[1, -1]]], lo: [0], hi: [1] },
      'gaussianMeanSd[0][0][1]',
    ],
    ['coalition manquante', 'cost-game', { players: ['A', 'B'], cost: { A: 1, B: 1 } }, 'cost.A,B'],
    ['joueur inconnu', 'value-game', { players: [0], worth: { 0: 1, 3: 2 } }, 'worth.3'],
    ['trop de joueurs', 'cost-game', { players: 21, kind: 'airport', needs: [] }, 'players'],
    ['formule inconnue', 'cost-game-large', { players: 3, kind: 'autre' }, 'kind'],
    [
      'créances insuffisantes',
      'value-game',
      { kind: 'bankruptcy', estate: 9, claims: [1, 2] },
      'estate',
    ],
    [
      'paliers désordonnés',
      'quantity-discount',
      {
        mode: 'all-units',
        tiers: [
          [0, 1],
          [0, 2],
        ],
        quantities: [1],
      },
      'tiers[1][0]',
    ],
    [
      'risque nul',
      'shapley-sampling-bound',
      { players: 9, delta: 0, epsilonOverRange: 0.1 },
      'delta',
    ],
  ])('%s', (_, methode, entrees, chemin) => {
    const resultat = appliquerMethode(methode, entrees);
    expect(resultat.ok).toBe(false);
    if (!resultat.ok) expect(resultat.refus.map((refus) => refus.chemin)).toContain(chemin);
  });

  test('une matrice absente n’accuse pas les listes qui l’accompagnent', () => {
    const resultat = appliquerMethode('topsis', { weights: [1, 1], sense: [1, 1] });
    expect(resultat.ok ? [] : resultat.refus.map(({ chemin }) => chemin)).toEqual(['matrix']);
  });

  test('une borne strictement positive se dit en mots', () => {
    const resultat = appliquerMethode('promethee', {
      matrix: [[1]],
      weights: [1],
      functions: [{ type: 'gauss', s: 0 }],
    });
    expect(resultat.ok ? '' : resultat.refus[0]?.message).toContain('strictement positif');
  });

  test('un résultat qui déborde est refusé plutôt que rendu infini', () => {
    const resultat = appliquerMethode('group-purchase', {
      mode: 'all-units',
      tiers: [[0, 3]],
      quantities: [1e200, 1e150],
    });
    expect(resultat.ok ? [] : resultat.refus.map(({ code }) => code)).toEqual([
      'resultat-hors-bornes',
    ]);
  });
});
