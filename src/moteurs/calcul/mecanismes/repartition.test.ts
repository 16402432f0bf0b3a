import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lireExact } from '../montants/nombre-exact.ts';
import { sourcesDe, verifierExplication } from '../montants/remonter.ts';
import {
  clesArbitraires,
  codes,
  desCles,
  favorable,
  montantArbitraire,
  pasArbitraire,
} from './mecanismes.exemples.ts';
import { comparerIdentifiants } from './plus-forts-restes.ts';
import { repartir } from './repartition.ts';

const parId = (montant: bigint, cles: Parameters<typeof repartir>[0]['cles'], pas = 1n) =>
  Object.fromEntries(
    favorable(repartir({ montant, cles, pas })).parts.map(({ id, centimes }) => [id, centimes]),
  );

describe('aux plus forts restes', () => {
  test('la somme des parts est toujours le montant, quels que soient le pas et les clés', () => {
    fc.assert(
      fc.property(montantArbitraire, clesArbitraires, pasArbitraire, (montant, cles, pas) => {
        const { parts } = favorable(repartir({ montant, cles, pas }));
        expect(parts.reduce((somme, { centimes }) => somme + centimes, 0n)).toBe(montant);
      }),
    );
  });

  test('l’ordre des membres est sans effet', () => {
    const cas = clesArbitraires.chain((cles) =>
      fc.tuple(
        fc.constant(cles),
        fc.shuffledSubarray([...cles], { minLength: cles.length, maxLength: cles.length }),
      ),
    );
    fc.assert(
      fc.property(montantArbitraire, cas, pasArbitraire, (montant, [cles, melangees], pas) => {
        expect(parId(montant, melangees, pas)).toEqual(parId(montant, cles, pas));
      }),
    );
  });

  test('chaque part est à moins d’un pas de sa part exacte ; une clé nulle ne reçoit rien', () => {
    fc.assert(
      fc.property(montantArbitraire, clesArbitraires, pasArbitraire, (montant, cles, pas) => {
        const lues = cles.map(({ cle }) => lireExact(cle) ?? { n: 0n, d: 1n });
        const echelle = 10n ** 6n;
        const entiers = lues.map(({ n, d }) => (n * echelle) / d);
        const somme = entiers.reduce((a, b) => a + b, 0n);
        for (const [rang, { centimes }] of favorable(
          repartir({ montant, cles, pas }),
        ).parts.entries()) {
          const entier = entiers[rang] ?? 0n;
          const ecart = centimes * somme - montant * entier;
          expect(ecart < pas * somme && ecart > -pas * somme).toBe(true);
          if (entier === 0n) expect(centimes).toBe(0n);
        }
      }),
    );
  });

  test('un avoir annule exactement sa facture', () => {
    fc.assert(
      fc.property(montantArbitraire, clesArbitraires, (montant, cles) => {
        const facture = parId(montant, cles);
        const avoir = parId(-montant, cles);
        for (const [id, part] of Object.entries(facture)) expect((avoir[id] ?? 0n) + part).toBe(0n);
      }),
    );
  });

  test('à égalité de restes et de clés, l’identifiant croissant caractère par caractère : « 10 » avant « 9 »', () => {
    expect(parId(100n, desCles({ 9: '1', 10: '1', 8: '1' }))).toEqual({ 10: 34n, 8: 33n, 9: 33n });
    expect(comparerIdentifiants('a', 'ab')).toBeLessThan(0);
    expect(comparerIdentifiants('Z', 'É')).toBeLessThan(0);
    expect(comparerIdentifiants('\u{1F600}', '\uFFFD')).toBeGreaterThan(0);
  });

  test('à égalité de restes, la clé la plus grande est servie d’abord', () => {
    expect(parId(2n, desCles({ A: '1', B: '3' }))).toEqual({ A: 0n, B: 2n });
  });

  test('quand le montant n’est pas un nombre entier de pas, le reliquat va au membre suivant', () => {
    expect(parId(1_050n, desCles({ A: '1', B: '1', C: '1' }), 100n)).toEqual({
      A: 400n,
      B: 350n,
      C: 300n,
    });
  });
});

describe('sont refusés', () => {
  test.each([
    ['des clés toutes nulles', { A: '0', B: '0.00' }, 'cles-toutes-nulles'],
    ['une clé sans membre', {}, 'cles-toutes-nulles'],
    ['une clé négative', { A: '1', B: '-0.1' }, 'cle-negative'],
    ['une clé illisible', { A: '1', B: 'douze' }, 'cle-illisible'],
  ])('%s', (_, cles, code) => {
    expect(codes(repartir({ montant: 100n, cles: desCles(cles) }))).toEqual([code]);
  });

  test('un pas nul ou négatif, un membre en double', () => {
    expect(codes(repartir({ montant: 1n, cles: desCles({ A: '1' }), pas: 0n }))).toEqual([
      'pas-invalide',
    ]);
    const doubles = [...desCles({ A: '1' }), ...desCles({ A: '2' })];
    expect(codes(repartir({ montant: 1n, cles: doubles }))).toEqual(['identifiant-en-double']);
  });
});

test('une part s’explique : montant, clé, total des clés, exact et rang, jusqu’à la cellule', () => {
  const cellule = {
    type: 'cellule',
    fichier: 'actes.xlsx',
    feuille: 'Actes',
    cellule: 'D12',
  } as const;
  const { parts } = favorable(
    repartir({
      montant: 5_000_000n,
      sourceMontant: { type: 'etat', id: 'etat-2027' },
      cles: [
        { id: '42052', cle: 3703n, unite: 'hab.' },
        {
          id: '42177',
          libelle: 'Pouilly-sous-Charlieu',
          cle: '2584',
          unite: 'hab.',
          source: cellule,
        },
        { id: '42026', cle: 1718n, unite: 'hab.' },
        { id: '42267', cle: 1689n, unite: 'hab.' },
        { id: '42338', cle: 1523n, unite: 'hab.' },
      ],
    }),
  );
  const explication = parts[1]?.explication;
  expect(explication).toMatchObject({
    libelle: 'Part de Pouilly-sous-Charlieu',
    valeur: '11518.23',
    unite: '€',
    formule: 'montant × clé ÷ Σ clés, plus forts restes',
    article: null,
    operandes: [
      {
        libelle: 'Montant à répartir',
        valeur: '50000.00',
        source: { type: 'etat', id: 'etat-2027' },
      },
      { valeur: '2584', unite: 'hab.', source: cellule },
      { libelle: 'Σ clés', valeur: '11217' },
    ],
    arrondi: { exact: '11518.2312…', regle: 'plus-forts-restes', rang: 4 },
  });
  if (explication === undefined) throw new Error('Part absente.');
  expect(verifierExplication(explication)).toEqual([]);
  expect(sourcesDe(explication).map(({ source }) => source)).toContainEqual(cellule);
});

test('158 communes × 40 services × 12 mois se répartissent, expliqués, en quelques secondes', () => {
  const communes = Array.from({ length: 158 }, (_, rang) => ({
    id: String(42_000 + rang),
    cle: String(100 + ((rang * 7919) % 9000)),
  }));
  const debut = performance.now();
  let somme = 0n;
  for (let etat = 0; etat < 480; etat += 1)
    for (const { centimes } of favorable(
      repartir({ montant: 1_000_003n + BigInt(etat), cles: communes }),
    ).parts)
      somme += centimes;
  expect(somme).toBe(480n * 1_000_003n + (479n * 480n) / 2n);
  expect(performance.now() - debut).toBeLessThan(10_000);
});
