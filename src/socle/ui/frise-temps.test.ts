import { expect, test } from 'vitest';
import { listerMois, mesurerPeriode, situerJour } from './frise-temps.ts';

test('une période d’un jour sur dix occupe un dixième', () => {
  expect(situerJour('2026-01-01', '2026-01-01', '2026-01-10')).toBe(0);
  expect(situerJour('2026-01-06', '2026-01-01', '2026-01-10')).toBe(50);
  expect(mesurerPeriode('2026-01-06', '2026-01-06', '2026-01-01', '2026-01-10')).toBe(10);
});

test('ce qui dépasse les bornes reste dans le cadre', () => {
  expect(situerJour('2025-01-01', '2026-01-01', '2026-01-10')).toBe(0);
  expect(mesurerPeriode('2026-01-06', '2027-01-01', '2026-01-01', '2026-01-10')).toBe(50);
});

test('les mois se suivent, janvier porte l’année', () => {
  expect(listerMois('2026-11-15', '2027-02-10').map(({ nom }) => nom)).toEqual([
    'déc.',
    '2027',
    'févr.',
  ]);
  expect(listerMois('2026-01-01', '2030-12-31').length).toBeLessThanOrEqual(12);
});
