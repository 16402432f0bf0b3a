import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appliquerMethode, poidsParCartes, sommePonderee } from '../index.ts';

const reussir = (methode: string, entrees: unknown): Readonly<Record<string, unknown>> => {
  const resultat = appliquerMethode(methode, entrees);
  if (!resultat.ok) throw new Error(resultat.refus.map((refus) => refus.message).join(' '));
  return resultat.valeur;
};

const partsDe = (methode: string, entrees: unknown): readonly number[] => {
  const parts = reussir(methode, entrees).shares;
  return Array.isArray(parts) ? parts.map(Number) : [];
};

const cles = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 30 })
  .filter((liste) => liste.some((cle) => cle > 0));
const total = fc.integer({ min: -10_000_000, max: 10_000_000 });
const somme = (valeurs: readonly number[]) => valeurs.reduce((s, v) => s + v, 0);

describe('plus forts restes', () => {
  test('Σ parts = total, chaque part à moins d’une unité de son quota, clé nulle sans part', () => {
    fc.assert(
      fc.property(total, cles, (montant, keys) => {
        const parts = partsDe('largest-remainder', { total: montant, keys });
        expect(somme(parts)).toBe(montant);
        parts.forEach((part, i) => {
          const cle = keys[i] ?? 0;
          expect(Math.abs(part - (montant * cle) / somme(keys))).toBeLessThan(1);
          if (cle === 0) expect(Math.abs(part)).toBe(0);
        });
      }),
    );
  });

  test('un avoir annule exactement sa facture', () => {
    fc.assert(
      fc.property(total, cles, (montant, keys) => {
        const facture = partsDe('largest-remainder', { total: montant, keys });
        const avoir = partsDe('largest-remainder', { total: -montant, keys });
        expect(facture.map((part, i) => part + (avoir[i] ?? 0)).every((x) => x === 0)).toBe(true);
      }),
    );
  });

  test('l’ordre reçu départage les restes égaux', () => {
    const entrees = { total: 100, keys: [1, 1, 1], tieOrder: [2, 0, 1] };
    expect(partsDe('largest-remainder', entrees)).toEqual([33, 33, 34]);
    expect(partsDe('largest-remainder', { ...entrees, tieOrder: [1] })).toEqual([33, 34, 33]);
  });

  test('les clés s’écrivent aussi à la virgule ou en fraction, et se lisent exactement', () => {
    expect(partsDe('largest-remainder', { total: 30, keys: ['0,1', 0.2, '3/10'] })).toEqual([
      5, 10, 15,
    ]);
    expect(partsDe('largest-remainder', { total: 3, keys: ['1/3', '2/3'] })).toEqual([1, 2]);
    expect(partsDe('largest-remainder', { total: 3, keys: [1e-7, '2e-7'] })).toEqual([1, 2]);
  });

  test('un total au-delà des entiers exacts se donne en chaîne et se rend en chaîne', () => {
    expect(
      reussir('largest-remainder', { total: '90071992547409930', keys: [1, 2] }).shares,
    ).toEqual(['30023997515803310', '60047995031606620']);
  });
});

describe('arrondi cumulé', () => {
  test('le cumul est juste à une demi-unité à toute date, et fait le total', () => {
    fc.assert(
      fc.property(total, cles, (montant, keys) => {
        const parts = partsDe('cumulative-rounding', { total: montant, keys });
        expect(somme(parts)).toBe(montant);
        parts.forEach((_, k) => {
          const exact = (montant * somme(keys.slice(0, k + 1))) / somme(keys);
          expect(Math.abs(somme(parts.slice(0, k + 1)) - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        });
      }),
    );
  });

  test('la demie va vers le haut', () => {
    expect(partsDe('cumulative-rounding', { total: 1, keys: [1, 1] })).toEqual([1, 0]);
  });
});

describe('poids', () => {
  test('centroïde, somme et inverse des rangs somment à 1 et décroissent', () => {
    for (const methode of ['weights-roc', 'weights-rank-sum', 'weights-rank-reciprocal']) {
      for (const n of [1, 2, 7, 40]) {
        const poids = reussir(methode, { n }).weights;
        expect(Array.isArray(poids)).toBe(true);
        if (!Array.isArray(poids)) continue;
        const nombres = poids.map(Number);
        expect(somme(nombres)).toBeCloseTo(1, 12);
        nombres.slice(1).forEach((p, i) => {
          expect(p).toBeLessThan(nombres[i] ?? 0);
        });
      }
    }
  });

  test('inverse des rangs à trois critères : 6/11, 3/11, 2/11', () => {
    expect(reussir('weights-rank-reciprocal', { n: 3 }).weights).toEqual([
      expect.closeTo(6 / 11, 12),
      expect.closeTo(3 / 11, 12),
      expect.closeTo(2 / 11, 12),
    ]);
  });

  test('jeu de cartes : le rapport entre les extrêmes vaut z, la somme 100', () => {
    const rangees = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 4 })), {
        minLength: 2,
        maxLength: 8,
      })
      .map((groupes) =>
        groupes.flatMap(([taille, blanches], r) => {
          const groupe = Array.from({ length: taille }, (_, i) => `c${r}-${i}`);
          return r > 0 && blanches > 0 ? [blanches, groupe] : [groupe];
        }),
      );
    fc.assert(
      fc.property(rangees, fc.double({ min: 1.01, max: 100, noNaN: true }), (levels, z) => {
        const resultat = poidsParCartes(levels, z);
        expect(resultat.ok).toBe(true);
        if (!resultat.ok) return;
        const poids = Object.values(resultat.valeur.poids);
        expect(somme(poids)).toBeCloseTo(100, 9);
        expect(Math.max(...poids) / Math.min(...poids)).toBeCloseTo(z, 8);
      }),
    );
  });

  test('sans z, le rapport est le nombre de positions occupées ; un seul rang pèse également', () => {
    expect(poidsParCartes([['a'], 1, ['b']])).toMatchObject({
      valeur: { z: 3, u: 1, poids: { a: 25, b: 75 } },
    });
    expect(poidsParCartes([['a', 'b']], 6)).toMatchObject({
      valeur: { u: 0, poids: { a: 50, b: 50 } },
    });
  });
});

describe('somme pondérée à échelles fixes', () => {
  test('les apports font le score, et la plus mauvaise valeur reste visible', () => {
    const { options, signalements } = sommePonderee(
      [
        [10, 100],
        [20, 400],
      ],
      [
        { bas: 0, haut: 20, sens: 1, poids: 3 },
        { bas: 0, haut: 500, sens: -1, poids: 1 },
      ],
    );
    expect(options[0]?.score).toBeCloseTo(0.75 * 0.5 + 0.25 * 0.8, 12);
    expect(options[0]?.contributions.map((c) => c.apport)).toEqual([
      expect.closeTo(0.375, 12),
      expect.closeTo(0.2, 12),
    ]);
    expect(options[1]).toMatchObject({
      rang: 1,
      plusMauvaise: { critere: 1, valeur: expect.closeTo(0.2, 12) },
    });
    expect(signalements).toEqual([]);
  });

  test('une valeur hors échelle et une échelle réduite à un point se signalent', () => {
    const sortie = reussir('weighted-sum-fixed-scale', {
      matrix: [
        [12, 1],
        [5, 1],
      ],
      lo: [0, 1],
      hi: [10, 1],
      weights: [1, 1],
    });
    expect(sortie.signalements).toMatchObject([
      { code: 'hors-echelle', chemin: 'matrix[0][0]' },
      { code: 'critere-neutralise', chemin: 'lo[1]' },
    ]);
    expect(sortie.score).toEqual([0.6, 0.25]);
  });
});

describe('délais et jours fériés', () => {
  test('la prorogation s’applique à défaut, le délai franc ajoute un jour, mois puis jours', () => {
    expect(
      reussir('deadline', {
        rows: [
          { start: '2026-03-02', days: 5 },
          { start: '2026-03-02', days: 5, extend: false },
          { start: '2026-03-02', days: 5, franc: true, extend: false },
          { start: '2026-01-30', months: 1, days: 2, extend: false },
        ],
      }),
    ).toEqual({
      expiry: ['2026-03-09', '2026-03-07', '2026-03-08', '2026-03-02'],
      lastDayAt24h: true,
    });
  });

  test('les fériés se rendent par année, sans doublon (1er mai et Ascension 2008)', () => {
    const fetes = reussir('public-holidays', { years: [2008, 2026] }).holidays;
    expect(fetes).toMatchObject({
      2008: expect.arrayContaining(['2008-05-01', '2008-05-12']),
      2026: expect.arrayContaining(['2026-04-06', '2026-12-25']),
    });
    expect(Reflect.get(Object(fetes), '2008')).toHaveLength(10);
  });
});

describe('refus', () => {
  const pesee = {
    matrix: [
      [1, 2],
      [3, 4],
    ],
    lo: [0, 0],
    hi: [5, 5],
    weights: [1, 1],
  };
  test.each<[string, string, unknown, string]>([
    [
      'matrice non rectangulaire',
      'weighted-sum-fixed-scale',
      { ...pesee, matrix: [[1, 2], [3]] },
      'matrix[1]',
    ],
    [
      'nombre absent',
      'weighted-sum-fixed-scale',
      {
        ...pesee,
        matrix: [
          [1, null],
          [3, 4],
        ],
      },
      'matrix[0][1]',
    ],
    [
      'NaN',
      'weighted-sum-fixed-scale',
      {
        ...pesee,
        matrix: [
          [1, Number.NaN],
          [3, 4],
        ],
      },
      'matrix[0][1]',
    ],
    ['poids négatif', 'weighted-sum-fixed-scale', { ...pesee, weights: [1, -1] }, 'weights[1]'],
    ['poids tous nuls', 'weighted-sum-fixed-scale', { ...pesee, weights: [0, 0] }, 'weights'],
    ['trop peu de poids', 'weighted-sum-fixed-scale', { ...pesee, weights: [1] }, 'weights'],
    ['sens inconnu', 'weighted-sum-fixed-scale', { ...pesee, sense: [1, 2] }, 'sense[1]'],
    ['bornes inversées', 'weighted-sum-fixed-scale', { ...pesee, hi: [5, -1] }, 'hi[1]'],
    ['n nul', 'weights-roc', { n: 0 }, 'n'],
    ['n fractionnaire', 'weights-rank-sum', { n: 2.5 }, 'n'],
    ['n en toutes lettres', 'weights-rank-reciprocal', { n: 'trois' }, 'n'],
    ['points tous nuls', 'weights-swing', { points: [0, 0] }, 'points'],
    ['z trop petit', 'weights-simos-revised', { levels: [['a'], ['b']], z: 1 }, 'z'],
    ['critère posé deux fois', 'weights-simos-revised', { levels: [['a'], ['a']], z: 2 }, 'levels'],
    ['cartes blanches au bord', 'weights-simos-revised', { levels: [1, ['a']], z: 2 }, 'levels[0]'],
    [
      'poids inconnus',
      'smaa2-deterministic-scores',
      { values: [[1, 2]], weights: 'au hasard' },
      'weights',
    ],
    [
      'ordre incomplet',
      'smaa2-deterministic-scores',
      { values: [[1, 2, 3]], weights: 'uniform on {w1>=w2, sum 1}' },
      'weights',
    ],
    ['matrice vide', 'weight-stability', { values: [], weights: [1] }, 'values'],
    ['total fractionnaire', 'largest-remainder', { total: 1.5, keys: [1] }, 'total'],
    ['clé négative', 'largest-remainder', { total: 1, keys: [1, -1] }, 'keys[1]'],
    ['clés toutes nulles', 'cumulative-rounding', { total: 1, keys: [0, 0] }, 'keys'],
    [
      'priorité répétée',
      'largest-remainder',
      { total: 1, keys: [1, 1], tieOrder: [0, 0] },
      'tieOrder',
    ],
    [
      'jour qui n’existe pas',
      'deadline',
      { rows: [{ start: '2026-02-30', months: 1 }] },
      'rows[0].start',
    ],
    ['délai absent', 'deadline', { rows: [{ start: '2026-02-20' }] }, 'rows[0]'],
    [
      'mois négatifs',
      'deadline',
      { rows: [{ start: '2026-02-20', months: -1 }] },
      'rows[0].months',
    ],
    ['année hors calendrier', 'public-holidays', { years: [1500] }, 'years[0]'],
    ['entrée qui n’est pas un objet', 'weights-roc', [3], ''],
  ])('%s', (_, methode, entrees, chemin) => {
    const resultat = appliquerMethode(methode, entrees);
    expect(resultat.ok).toBe(false);
    if (resultat.ok) return;
    expect(resultat.refus.map((refus) => refus.chemin)).toContain(chemin);
    for (const { message } of resultat.refus) expect(message).toMatch(/\.$/);
  });

  test('une méthode inconnue et un tirage hors bornes sont refusés', () => {
    expect(appliquerMethode('divination', {})).toMatchObject({
      ok: false,
      refus: [{ code: 'methode-inconnue' }],
    });
    expect(appliquerMethode('weights-roc', { n: 3 }, { tirages: 0 })).toMatchObject({
      ok: false,
      refus: [{ chemin: 'tirages' }],
    });
  });

  test('l’ordre des critères se donne dans n’importe quel ordre, ou abrégé', () => {
    const values = [
      [1, 0, 0, 3],
      [0, 2, 1, 0],
    ];
    const complet = reussir('smaa2-deterministic-scores', {
      values,
      weights: 'uniform on {w1>=w2>=w3>=w4, sum 1}',
    });
    expect(
      reussir('smaa2-deterministic-scores', {
        values,
        weights: 'uniform on {w1>=w2>=…>=wn, sum 1}',
      }),
    ).toEqual(complet);
    expect(
      reussir('smaa2-deterministic-scores', {
        values: values.map((ligne) => [...ligne].reverse()),
        weights: 'uniform on {w4>=w3>=w2>=w1, sum 1}',
      }).rankAcceptability,
    ).toEqual(complet.rankAcceptability);
  });
});
