import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graduer } from './graduer.ts';

test('les graduations sont rondes et partent de zéro', () => {
  expect(graduer(87)).toEqual([0, 25, 50, 75, 100]);
  expect(graduer(4)).toEqual([0, 1, 2, 3, 4]);
  expect(graduer(0)).toEqual([0, 1]);
});

test('la dernière graduation couvre le maximum, sans le dépasser d’un pas entier', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (maximum) => {
      const graduations = graduer(maximum);
      const dernier = graduations.at(-1) ?? 0;
      const pas = graduations[1] ?? 0;
      expect(dernier).toBeGreaterThanOrEqual(maximum * (1 - 1e-9));
      expect(dernier - pas).toBeLessThan(maximum);
      expect(graduations.length).toBeLessThanOrEqual(6);
    }),
  );
});
