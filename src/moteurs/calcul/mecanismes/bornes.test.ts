import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { montantDonne } from '../montants/montant-explique.ts';
import { repartirEntreBornes } from './bornes.ts';
import {
  clesArbitraires,
  codes,
  desCles,
  favorable,
  montantPositif,
  pasArbitraire,
  unMontant,
} from './mecanismes.exemples.ts';

const bornes = (valeurs: Readonly<Record<string, bigint>>) =>
  new Map(
    Object.entries(valeurs).map(([id, centimes]) => [id, montantDonne(`Borne de ${id}`, centimes)]),
  );

const parts = (demande: Parameters<typeof repartirEntreBornes>[0]) =>
  Object.fromEntries(
    favorable(repartirEntreBornes(demande)).parts.map(({ id, montant }) => [id, montant.centimes]),
  );

test('plafonds et planchers sont respectés et la somme des parts reste le montant', () => {
  const cas = clesArbitraires.chain((cles) =>
    fc.record({
      cles: fc.constant(cles),
      montant: montantPositif,
      pas: pasArbitraire,
      bornes: fc.array(
        fc.tuple(
          fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n }), { nil: null }),
          fc.option(fc.bigInt({ min: 0n, max: 3n * 10n ** 9n }), { nil: null }),
        ),
        { minLength: cles.length, maxLength: cles.length },
      ),
    }),
  );
  let servis = 0;
  fc.assert(
    fc.property(cas, ({ cles, montant, pas, bornes: tirees }) => {
      const planchers = new Map<string, bigint>();
      const plafonds = new Map<string, bigint>();
      for (const [rang, [bas, haut]] of tirees.entries()) {
        const id = cles[rang]?.id ?? '';
        if (bas !== null) planchers.set(id, bas);
        if (haut !== null) plafonds.set(id, haut + (bas ?? 0n));
      }
      const resultat = repartirEntreBornes({
        montant: unMontant(montant),
        cles,
        pas,
        planchers: bornes(Object.fromEntries(planchers)),
        plafonds: bornes(Object.fromEntries(plafonds)),
      });
      if (!resultat.ok) {
        expect(['planchers-au-dessus-du-montant', 'plafonds-au-dessous-du-montant']).toContain(
          resultat.refus[0]?.code,
        );
        return;
      }
      servis += 1;
      let somme = 0n;
      for (const { id, montant: part } of resultat.valeur.parts) {
        somme += part.centimes;
        expect(part.centimes).toBeGreaterThanOrEqual(planchers.get(id) ?? 0n);
        expect(part.centimes).toBeLessThanOrEqual(plafonds.get(id) ?? montant);
      }
      expect(somme).toBe(montant);
    }),
    { numRuns: 500 },
  );
  expect(servis).toBeGreaterThan(50);
});

test('quand les planchers mangent ce qu’un plafond avait rendu, le plafond se relâche', () => {
  expect(
    parts({
      montant: unMontant(10_000n),
      cles: desCles({ A: '90', B: '5', C: '5' }),
      plafonds: bornes({ A: 5_000n }),
      planchers: bornes({ B: 4_000n, C: 2_000n }),
    }),
  ).toEqual({ A: 4_000n, B: 4_000n, C: 2_000n });
});

describe('sont refusés', () => {
  const refuser = (plafonds: Record<string, bigint>, planchers: Record<string, bigint>) =>
    codes(
      repartirEntreBornes({
        montant: unMontant(10_000n),
        cles: desCles({ A: '2', B: '1', C: '0' }),
        plafonds: bornes(plafonds),
        planchers: bornes(planchers),
      }),
    );

  test('des planchers qui totalisent plus que le montant', () => {
    expect(refuser({}, { A: 6_000n, B: 4_001n })).toEqual(['planchers-au-dessus-du-montant']);
    expect(refuser({}, { A: 6_000n, B: 4_000n })).toEqual([]);
  });

  test('des plafonds qui ne portent pas le montant (une clé nulle ne porte rien)', () => {
    expect(refuser({ A: 6_000n, B: 3_999n }, {})).toEqual(['plafonds-au-dessous-du-montant']);
    expect(refuser({ A: 6_000n, B: 4_000n }, {})).toEqual([]);
  });

  test('une borne négative, un membre inconnu, un plancher au-dessus du plafond', () => {
    expect(refuser({ A: -1n }, {})).toEqual(['borne-negative']);
    expect(refuser({ Z: 1n }, {})).toEqual(['membre-inconnu']);
    expect(refuser({ A: 100n }, { A: 200n })).toEqual(['plancher-au-dessus-du-plafond']);
  });
});
