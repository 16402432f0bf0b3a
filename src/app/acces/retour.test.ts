import { expect, test } from 'vitest';
import { cheminDeRetour } from './retour.ts';

test('on revient à une page d’ici, avec sa recherche', () => {
  expect(cheminDeRetour('/t/200035202/acces?vue=liens')).toBe('/t/200035202/acces?vue=liens');
});

test.each([
  null,
  '',
  'https://pirate.fr',
  '//pirate.fr',
  '/\\pirate.fr',
  '/\t/pirate.fr',
  '/.//pirate.fr',
  '/..//pirate.fr',
  '/t/..//pirate.fr',
  '/%2e//pirate.fr',
  '/./\\pirate.fr',
  'javascript:alert(1)',
])('une adresse extérieure (%s) ramène à l’accueil', (demande) => {
  expect(cheminDeRetour(demande)).toBe('/');
});
