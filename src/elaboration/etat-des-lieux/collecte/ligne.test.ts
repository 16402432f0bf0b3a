import { expect, test } from 'vitest';
import { direSource } from './ligne.ts';

test('une saisie dit qui et quel jour, en toutes lettres', () => {
  expect(
    direSource({ type: 'saisie', auteur: 'Mazet-Saint-Voy (lien personnel)', le: '2026-09-28' }),
  ).toBe('Saisie par Mazet-Saint-Voy (lien personnel) le 28 septembre 2026');
});

test('une cellule dit son fichier, sa feuille et sa référence', () => {
  const source = {
    type: 'cellule',
    fichierId: '1',
    fichier: 'rh.xlsx',
    feuille: 'Agents',
    ligne: 3,
    cellules: { etp: 'O3' },
  } as const;
  expect(direSource(source, 'etp')).toBe('rh.xlsx, feuille « Agents », cellule O3');
  expect(direSource(source)).toBe('rh.xlsx, feuille « Agents », ligne 3');
});
