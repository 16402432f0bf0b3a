import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { poidsParCentroide } from '../ponderation/rangs.ts';
import { ouvrirHasard } from './hasard.ts';
import { type DemandeSmaa, type ResultatSmaa, smaa } from './smaa.ts';
import { type ContrainteDePoids, ouvrirTireurDePoids } from './tirage-des-poids.ts';

const calculer = (demande: DemandeSmaa): ResultatSmaa => {
  const resultat = smaa(demande);
  if (!resultat.ok) throw new Error(resultat.refus.map((refus) => refus.message).join(' '));
  return resultat.valeur;
};

/** Moyenne des poids tirés, pour vérifier la loi du tirage. */
const moyenneDesPoids = (contrainte: ContrainteDePoids, n: number, tirages = 40_000) => {
  const tirer = ouvrirTireurDePoids(contrainte, ouvrirHasard(7));
  const poids = new Float64Array(n);
  const sommes = Array.from({ length: n }, () => 0);
  for (let t = 0; t < tirages; t += 1) {
    tirer(poids);
    poids.forEach((p, j) => {
      sommes[j] = (sommes[j] ?? 0) + p / tirages;
    });
  }
  return sommes;
};

const somme = (valeurs: readonly number[]) => valeurs.reduce((total, v) => total + v, 0);

const valeursQuelconques = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([options, criteres]) =>
    fc.uniqueArray(
      fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: criteres, maxLength: criteres }),
      { minLength: options, maxLength: options, selector: (ligne) => ligne.join() },
    ),
  );

const contraintePour = (criteres: number) =>
  fc.constantFrom<ContrainteDePoids>(
    { type: 'aucune' },
    { type: 'ordre', groupes: Array.from({ length: criteres }, (_, j) => [criteres - 1 - j]) },
    {
      type: 'intervalles',
      bas: Array.from({ length: criteres }, () => 0.5 / criteres),
      haut: Array.from({ length: criteres }, () => Math.min(1, 1.2 / criteres)),
    },
  );

describe('acceptabilité des rangs', () => {
  test('elle somme à 1 par option et par rang, pour toute contrainte', () => {
    fc.assert(
      fc.property(
        valeursQuelconques.chain((valeurs) =>
          fc.tuple(fc.constant(valeurs), contraintePour(valeurs[0]?.length ?? 1)),
        ),
        ([valeurs, contrainte]) => {
          const { acceptabilite } = calculer({ valeurs, contrainte, tirages: 300 });
          acceptabilite.forEach((ligne, r) => {
            expect(somme(ligne)).toBeCloseTo(1, 9);
            expect(somme(acceptabilite.map((autre) => autre[r] ?? 0))).toBeCloseTo(1, 9);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('deux options différentes se battent, deux options identiques sont ex æquo au meilleur rang', () => {
    const { acceptabilite, victoires } = calculer({
      valeurs: [
        [1, 2, 3, 4],
        [1, 2, 3, 4],
        [0, 0, 0, 0],
      ],
      tirages: 500,
    });
    expect(acceptabilite).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 1],
    ]);
    expect(victoires[0]).toEqual([0, 0, 1]);
  });

  test('permuter les options permute le résultat', () => {
    fc.assert(
      fc.property(valeursQuelconques, (valeurs) => {
        const droit = calculer({ valeurs, tirages: 200, graine: 3 });
        const renverse = calculer({ valeurs: [...valeurs].reverse(), tirages: 200, graine: 3 });
        expect([...renverse.acceptabilite].reverse().map((ligne) => ligne[0])).toEqual(
          droit.acceptabilite.map((ligne) => expect.closeTo(ligne[0] ?? 0, 9)),
        );
      }),
      { numRuns: 30 },
    );
  });

  test('trois critères : le tirage de contrôle retrouve les aires exactes à sa marge près', () => {
    fc.assert(
      fc.property(valeursQuelconques, (valeurs) => {
        const criteres = valeurs[0]?.length ?? 0;
        fc.pre(criteres <= 3);
        const { precision } = calculer({ valeurs, tirages: 20_000 });
        expect(precision.exact).toBe(true);
        expect(precision.ecartDuTirage ?? 1).toBeLessThan(0.025);
      }),
      { numRuns: 40 },
    );
  });

  test('quatre vecteurs unité : un quart partout, et le poids central du premier vaut 25/48', () => {
    const unite = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? 1 : 0)));
    const { acceptabilite, poidsCentraux, precision } = calculer({ valeurs: unite });
    expect(precision).toEqual({ tirages: 100_000, graine: 1, erreurMax: 0.98 / Math.sqrt(1e5) });
    for (const part of acceptabilite.flat()) expect(Math.abs(part - 0.25)).toBeLessThan(0.008);
    expect(Math.abs((poidsCentraux[0]?.[0] ?? 0) - 25 / 48)).toBeLessThan(0.005);
  });
});

describe('tirage', () => {
  test('même graine, mêmes bits ; autre graine, autre tirage', () => {
    const valeurs = [
      [1, 0, 0, 2],
      [0, 1, 2, 0],
      [1, 1, 0, 1],
    ];
    const premier = calculer({ valeurs, tirages: 1000, graine: 42 });
    expect(calculer({ valeurs, tirages: 1000, graine: 42 })).toEqual(premier);
    expect(calculer({ valeurs, tirages: 1000, graine: 43 }).victoires).not.toEqual(
      premier.victoires,
    );
  });

  test('le générateur est uniforme : moyenne 1/2, variance 1/12, graines voisines indépendantes', () => {
    for (const graine of [0, 1, 2, Number.MAX_SAFE_INTEGER]) {
      const hasard = ouvrirHasard(graine);
      const tires = Array.from({ length: 50_000 }, hasard);
      const moyenne = somme(tires) / tires.length;
      expect(Math.abs(moyenne - 0.5)).toBeLessThan(0.006);
      expect(
        Math.abs(somme(tires.map((x) => (x - 0.5) ** 2)) / tires.length - 1 / 12),
      ).toBeLessThan(0.002);
    }
    expect(ouvrirHasard(1)()).not.toBeCloseTo(ouvrirHasard(2)(), 6);
  });

  test('les poids ordonnés ont pour moyenne le centroïde des rangs', () => {
    const groupes = [[0], [1], [2], [3], [4]];
    const attendus = poidsParCentroide(5);
    moyenneDesPoids({ type: 'ordre', groupes }, 5).forEach((moyenne, j) => {
      expect(Math.abs(moyenne - (attendus[j] ?? 0))).toBeLessThan(0.004);
    });
  });

  test('des critères ex æquo ont la même moyenne', () => {
    const [a = 0, b = 0, c = 0] = moyenneDesPoids({ type: 'ordre', groupes: [[2], [0, 1]] }, 3);
    expect(Math.abs(a - b)).toBeLessThan(0.004);
    expect(Math.abs(c - 11 / 18)).toBeLessThan(0.004);
  });

  test('les poids restent dans leurs intervalles, par rejet comme par marche', () => {
    const serre = {
      type: 'intervalles' as const,
      bas: [0.07, 0, 0, 0, 0.07, 0, 0, 0.33, 0, 0.15],
      haut: [0.15, 0.04, 0.04, 0.04, 0.15, 0.04, 0.04, 0.54, 0.04, 0.28],
    };
    const large = { type: 'intervalles' as const, bas: [0.1, 0.1, 0.1], haut: [0.5, 0.6, 0.7] };
    for (const contrainte of [serre, large]) {
      const tirer = ouvrirTireurDePoids(contrainte, ouvrirHasard(5));
      const poids = new Float64Array(contrainte.bas.length);
      for (let t = 0; t < 500; t += 1) {
        tirer(poids);
        expect(somme([...poids])).toBeCloseTo(1, 9);
        poids.forEach((p, j) => {
          expect(p).toBeGreaterThanOrEqual((contrainte.bas[j] ?? 0) - 1e-12);
          expect(p).toBeLessThanOrEqual((contrainte.haut[j] ?? 1) + 1e-12);
        });
      }
    }
  });

  test('la marche a la même loi que le rejet : moyennes égales sur un domaine symétrique tronqué', () => {
    const bas = Array.from({ length: 8 }, () => 0);
    const haut = Array.from({ length: 8 }, (_, j) => (j === 0 ? 0.3 : 0.14));
    const moyennes = moyenneDesPoids({ type: 'intervalles', bas, haut }, 8, 20_000);
    const [, ...autres] = moyennes;
    for (const moyenne of autres) {
      expect(Math.abs(moyenne - (autres[0] ?? 0))).toBeLessThan(0.003);
    }
    expect(moyennes[0] ?? 0).toBeGreaterThan(autres[0] ?? 1);
  });
});

describe('refus', () => {
  const valeurs = [
    [1, 2],
    [2, 1],
  ];
  test.each<[string, DemandeSmaa, string]>([
    ['matrice vide', { valeurs: [] }, 'valeurs'],
    ['ligne trop courte', { valeurs: [[1, 2], [1]] }, 'valeurs[1]'],
    ['valeur qui n’est pas un nombre', { valeurs: [[1, Number.NaN]] }, 'valeurs[0]'],
    [
      'critère cité deux fois',
      { valeurs, contrainte: { type: 'ordre', groupes: [[0], [0]] } },
      'contrainte.groupes',
    ],
    [
      'minimums qui dépassent 100 %',
      { valeurs, contrainte: { type: 'intervalles', bas: [0.6, 0.6], haut: [1, 1] } },
      'contrainte.bas',
    ],
    [
      'maximums qui n’atteignent pas 100 %',
      { valeurs, contrainte: { type: 'intervalles', bas: [0, 0], haut: [0.4, 0.4] } },
      'contrainte.haut',
    ],
    ['aucun tirage', { valeurs, tirages: 0 }, 'tirages'],
    ['graine négative', { valeurs, graine: -1 }, 'graine'],
  ])('%s', (_, demande, chemin) => {
    const resultat = smaa(demande);
    expect(resultat).toMatchObject({ ok: false, refus: [{ chemin }] });
  });
});
