import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ecrireMontant, formaterMontant, lireMontant } from './centimes.ts';
import { arrondir, ecrireArrondi, ecrireExact, exact, lireExact } from './nombre-exact.ts';

describe('un montant se lit en centimes', () => {
  test.each([
    ['1234.56', 123_456n],
    ['0.05', 5n],
    ['-100.01', -10_001n],
    ['12', 1_200n],
    ['12.5', 1_250n],
    [12.34, 1_234n],
    [100, 10_000n],
  ])('%s', (texte, centimes) => {
    expect(lireMontant(texte)).toEqual({ ok: true, valeur: centimes });
  });

  test.each([
    ['12,34'],
    ['12,345'],
    ['abc'],
    [''],
    [' 12'],
    ['1 234.00'],
    ['.5'],
    ['5.'],
    ['1e3'],
    ['Infinity'],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [true],
    [null],
    [undefined],
    [{}],
    [['1.00']],
    ['9'.repeat(500)],
  ])('%j est refusé comme illisible', (valeur) => {
    expect(lireMontant(valeur, 'montant')).toMatchObject({
      ok: false,
      refus: { code: 'montant-illisible', chemin: 'montant' },
    });
  });

  test.each([['12.345'], ['12.340'], [12.345], [1e-7]])(
    '%s est refusé : plus précis que le centime',
    (valeur) => {
      expect(lireMontant(valeur)).toMatchObject({ refus: { code: 'montant-trop-precis' } });
    },
  );

  test('un montant invraisemblable est refusé', () => {
    expect(lireMontant('1000000000000000.00')).toMatchObject({
      refus: { code: 'montant-hors-bornes' },
    });
    expect(lireMontant(1e21)).toMatchObject({ refus: { code: 'montant-hors-bornes' } });
  });

  test('écrire puis lire rend le même montant', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n }), (centimes) => {
        expect(lireMontant(ecrireMontant(centimes))).toEqual({ ok: true, valeur: centimes });
      }),
    );
  });
});

test('un montant s’affiche à la française, espaces insécables', () => {
  expect(formaterMontant(123_456n)).toBe('1\u202F234,56\u00A0€');
  expect(formaterMontant(123_456_789_00n)).toBe('123\u202F456\u202F789,00\u00A0€');
  expect(formaterMontant(-5n)).toBe('\u22120,05\u00A0€');
  expect(formaterMontant(0n)).toBe('0,00\u00A0€');
});

test('le demi-centime s’éloigne de zéro', () => {
  expect(arrondir(exact(5n, 2n))).toBe(3n);
  expect(arrondir(exact(-5n, 2n))).toBe(-3n);
  expect(arrondir(exact(249n, 100n))).toBe(2n);
  expect(ecrireArrondi(exact(1n, 200n), 2)).toBe('0.01');
});

test('un nombre exact s’écrit court, ou coupé s’il ne finit pas', () => {
  expect(ecrireExact(exact(771n, 10n))).toBe('77.1');
  expect(ecrireExact(exact(50n))).toBe('50');
  expect(ecrireExact(exact(-2n, 3n))).toBe('-0.6666…');
  expect(ecrireExact(exact(1n, 8n))).toBe('0.125');
});

test('un nombre décimal se lit exactement, sans flottant', () => {
  expect(lireExact('0.1')).toEqual({ n: 1n, d: 10n });
  expect(lireExact(0.1)).toEqual({ n: 1n, d: 10n });
  expect(lireExact(1e21)).toEqual({ n: 10n ** 21n, d: 1n });
  expect(lireExact(1.5e-7)).toEqual(exact(15n, 10n ** 8n));
  expect(lireExact('0,1')).toBeNull();
});
