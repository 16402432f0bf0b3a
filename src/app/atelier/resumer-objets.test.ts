import { expect, test } from 'vitest';
import { resumerObjets } from './resumer-objets.ts';

test('ce qui change d’une commune à l’autre devient un point de suspension', () => {
  expect(
    resumerObjets([
      'CC : avis du conseil de Mars avant le 27 octobre',
      'CC : avis du conseil de La Gresle avant le 27 octobre',
    ]),
  ).toBe('CC : avis du conseil de … avant le 27 octobre');
});

test('des objets égaux ne changent pas', () => {
  expect(resumerObjets(['Schéma approuvé', 'Schéma approuvé'])).toBe('Schéma approuvé');
  expect(resumerObjets([])).toBe('');
});

test('un mot n’est jamais coupé', () => {
  expect(resumerObjets(['le lien de Mars', 'le lien de Maizilly'])).toBe('le lien de …');
});
