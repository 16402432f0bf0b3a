import { expect, test } from 'vitest';
import { trouverSortie } from './sortie-d-erreur.ts';

test('une mairie revient à son espace, pas à un accueil qui lui demande un compte', () => {
  expect(trouverSortie('/c/abc/grilles/grille-rh/depots/1/lignes/b0').vers).toBe('/c/abc');
});

test('un lien refusé à son entrée mène à l’accueil : pas de boucle', () => {
  expect(trouverSortie('/c/abc').vers).toBe('/');
  expect(trouverSortie('/t/200035202').vers).toBe('/');
});

test('l’équipe revient à son territoire', () => {
  expect(trouverSortie('/t/200035202/elaborer/collecte/rien').vers).toBe('/t/200035202');
});
