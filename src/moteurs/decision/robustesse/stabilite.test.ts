import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phraseDeRobustesse, phraseDeStabilite, qualifierLaSolidite } from './phrase.ts';
import { smaa } from './smaa.ts';
import { stabiliteDesPoids } from './stabilite.ts';

/** Remplace les espaces insécables, pour comparer des phrases. */
const lisible = (phrase: string) => phrase.replaceAll(/[\u00a0\u202f]/g, ' ');

const scoresPour = (
  valeurs: readonly (readonly number[])[],
  poids: readonly number[],
  k: number,
  t: number,
) => {
  const reste = poids.reduce((total, p, j) => (j === k ? total : total + p), 0);
  const deplaces = poids.map((p, j) => (j === k ? t : (p * (1 - t)) / reste));
  return valeurs.map((ligne) => ligne.reduce((s, v, j) => s + v * (deplaces[j] ?? 0), 0));
};

describe('stabilité des poids', () => {
  test('dans l’intervalle la première place tient, au-delà elle est perdue', () => {
    const entree = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 4 }))
      .chain(([m, n]) =>
        fc.tuple(
          fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: n, maxLength: n }), {
            minLength: m,
            maxLength: m,
          }),
          fc.array(fc.integer({ min: 1, max: 10 }), { minLength: n, maxLength: n }),
        ),
      );
    fc.assert(
      fc.property(entree, ([valeurs, poids]) => {
        const { scores, poids: etudes } = stabiliteDesPoids(valeurs, poids);
        const meilleure = Math.max(...scores);
        const premieres = scores.filter((s) => meilleure - s < 1e-9);
        fc.pre(premieres.length === 1);
        const premiere = scores.indexOf(meilleure);
        const avance = (k: number, t: number) => {
          const deplaces = scoresPour(valeurs, poids, k, t);
          return (deplaces[premiere] ?? 0) - Math.max(...deplaces.filter((_, i) => i !== premiere));
        };
        etudes.forEach(({ premier, classement, courant }, k) => {
          expect(premier.min).toBeLessThanOrEqual(courant + 1e-9);
          expect(premier.max).toBeGreaterThanOrEqual(courant - 1e-9);
          expect(classement.min).toBeGreaterThanOrEqual(premier.min - 1e-9);
          expect(classement.max).toBeLessThanOrEqual(premier.max + 1e-9);
          expect(avance(k, premier.min)).toBeGreaterThanOrEqual(-1e-9);
          expect(avance(k, premier.max)).toBeGreaterThanOrEqual(-1e-9);
          if (premier.max < 1) expect(avance(k, Math.min(1, premier.max + 1e-3))).toBeLessThan(0);
          if (premier.min > 0) expect(avance(k, Math.max(0, premier.min - 1e-3))).toBeLessThan(0);
        });
      }),
      {
        numRuns: 200,
        examples: [
          [
            [
              [
                [0, 12, 0],
                [0, 0, 0],
                [1, 0, 16],
                [0, 0, 0],
              ],
              [4, 4, 3],
            ],
          ],
        ],
      },
    );
  });

  test('un critère seul, ou qui pèse tout, a un intervalle', () => {
    expect(stabiliteDesPoids([[1], [2]], [3]).poids).toMatchObject([
      { courant: 1, premier: { min: 0, max: 1 } },
    ]);
    expect(
      stabiliteDesPoids(
        [
          [1, 0],
          [0, 1],
        ],
        [1, 0],
      ).poids[0],
    ).toMatchObject({ courant: 1, premier: { min: 0.5, max: 1 }, estFragile: false });
  });

  test('à moins de trois points de la bascule, la première place est dite fragile', () => {
    const { poids } = stabiliteDesPoids(
      [
        [1, 0],
        [0, 1],
      ],
      [0.51, 0.49],
    );
    expect(poids.map(({ estFragile }) => estFragile)).toEqual([true, true]);
  });

  test('la phrase dit l’intervalle et le poids d’aujourd’hui', () => {
    const phrase = phraseDeStabilite('le coût', {
      courant: 0.25,
      premier: { min: 0.12, max: 0.41 },
    });
    expect(lisible(phrase)).toBe(
      'Le coût : tant que son poids reste entre 12 % et 41 % (aujourd’hui 25 %), la première place ne change pas.',
    );
    expect(
      lisible(phraseDeStabilite('le coût', { courant: 0.25, premier: { min: 0, max: 1 } })),
    ).toBe(
      'Le coût : quel que soit son poids (aujourd’hui 25 %), la première place ne change pas.',
    );
  });
});

describe('phrase de robustesse', () => {
  const precision = { tirages: 100_000, graine: 1, erreurMax: 0.0031 };

  test('elle nomme l’option, sa part, ses trois premières places, sa rivale et sa solidité', () => {
    const acceptabilite = [
      [0.87, 0.1, 0.02, 0.01],
      [0.09, 0.5, 0.3, 0.11],
      [0.04, 0.3, 0.5, 0.16],
      [0, 0.1, 0.18, 0.72],
    ];
    const options = ['la paie', 'l’urbanisme', 'la voirie', 'les archives'];
    const phrase = phraseDeRobustesse({ options, resultat: { acceptabilite, precision } });
    expect(lisible(phrase)).toBe(
      'La paie arrive en tête dans 87 % des façons raisonnables de peser les critères et dans les trois premières places dans 99 % ; principale rivale : l’urbanisme (9 %). Résultat solide.',
    );
    expect(
      lisible(phraseDeRobustesse({ options, option: 3, resultat: { acceptabilite, precision } })),
    ).toBe('Les archives n’arrivent jamais en tête, quelles que soient les priorités retenues.');
  });

  test('elle n’annonce ni 100 % ni 0 % quand ce n’est pas entier, et dit « environ » sur peu de tirages', () => {
    const acceptabilite = [
      [0.998, 0.002],
      [0.002, 0.998],
    ];
    const phrase = phraseDeRobustesse({
      options: ['la paie', 'l’urbanisme'],
      resultat: { acceptabilite, precision: { ...precision, tirages: 500, erreurMax: 0.044 } },
    });
    expect(lisible(phrase)).toBe(
      'La paie arrive en tête dans plus de 99 % des façons raisonnables de peser les critères ; principale rivale : l’urbanisme (moins de 1 %). Résultat très solide.',
    );
  });

  test('une option dominante est en tête partout', () => {
    const resultat = smaa({
      valeurs: [
        [0, 0],
        [1, 1],
      ],
    });
    expect(resultat.ok).toBe(true);
    if (!resultat.ok) return;
    const phrase = phraseDeRobustesse({ options: ['A', 'B'], resultat: resultat.valeur });
    expect(lisible(phrase)).toContain('B arrive en tête dans 100 %');
    expect(phrase).toContain('aucune autre option n’arrive jamais en tête');
  });

  test('le vocabulaire est gradué', () => {
    expect([0.95, 0.9, 0.75, 0.5, 0.2].map(qualifierLaSolidite)).toEqual([
      'très solide',
      'très solide',
      'solide',
      'majoritaire',
      'disputé',
    ]);
  });
});
