import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projeterCentroides, projeterContours } from './projection.ts';

const contours = JSON.parse(
  readFileSync(
    path.join(
      import.meta.dirname,
      '../../referentiel/donnees/contours/communes-cc-charlieu-belmont.geojson',
    ),
    'utf8',
  ),
);

test('chaque commune a un tracé et un centre à l’intérieur du fond', () => {
  const fond = projeterContours(contours, 'IGN');
  expect(fond.communes).toHaveLength(contours.features.length);
  for (const { nom, trace, x, y } of fond.communes) {
    expect(trace, nom).toMatch(/^M[\d.,LMZ-]+Z$/);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(fond.largeur);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(fond.hauteur);
  }
});

test('aucun contour ne couvre toute la carte, quel que soit le sens où il est écrit', () => {
  const sens = projeterContours(contours, 'IGN');
  const envers = structuredClone(contours);
  for (const { geometry } of envers.features) {
    const retourner = (anneaux: number[][][]) => {
      for (const anneau of anneaux) anneau.reverse();
    };
    if (geometry.type === 'Polygon') retourner(geometry.coordinates);
    else geometry.coordinates.forEach(retourner);
  }
  const autre = projeterContours(envers, 'IGN');
  expect(autre.hauteur).toBe(sens.hauteur);
  const total = sens.communes.reduce((somme, { surface }) => somme + surface, 0);
  expect(total).toBeLessThan(sens.largeur * sens.hauteur);
  expect(total).toBeGreaterThan(sens.largeur * sens.hauteur * 0.3);
});

test('le nord est en haut et l’est à droite', () => {
  const fond = projeterCentroides(
    [
      { code: 'A', nom: 'Nord-Ouest', longitude: 4, latitude: 46.3 },
      { code: 'B', nom: 'Sud-Est', longitude: 4.4, latitude: 46 },
    ],
    'essai',
  );
  const [a, b] = fond.communes;
  expect(a?.x).toBeLessThan(b?.x ?? 0);
  expect(a?.y).toBeLessThan(b?.y ?? 0);
});

test('une commune seule se place au milieu', () => {
  const fond = projeterCentroides(
    [{ code: 'A', nom: 'Seule', longitude: 4, latitude: 46 }],
    'essai',
  );
  expect(fond.communes[0]?.x).toBe(fond.largeur / 2);
});
