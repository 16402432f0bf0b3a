import { expect, test } from 'vitest';
import { ajouterMois, estJour, joursEntre } from './jour.ts';

test('un délai de mois va de quantième à quantième, dernier jour du mois à défaut', () => {
  expect(ajouterMois('2026-01-15', 3)).toBe('2026-04-15');
  expect(ajouterMois('2026-11-30', 3)).toBe('2027-02-28');
});

test('le 31 février n’existe pas', () => {
  expect(estJour('2015-02-31')).toBe(false);
  expect(estJour('2016-02-29')).toBe(true);
});

test('du 1er janvier au 1er mars d’une année bissextile il y a 60 jours', () => {
  expect(joursEntre('2028-01-01', '2028-03-01')).toBe(60);
});
