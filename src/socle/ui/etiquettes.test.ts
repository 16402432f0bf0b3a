import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { couperNom, mesurerTexte, poserDansLeContour, poserSousLesBulles } from './etiquettes.ts';
import { projeterContours } from './projection.ts';

const rectangle = (largeur: number, hauteur: number) => [
  [
    [0, 0],
    [largeur, 0],
    [largeur, hauteur],
    [0, hauteur],
  ] as const,
];

test('un nom court tient sur une ligne, au centre de sa commune', () => {
  const posee = poserDansLeContour(rectangle(120, 60), 'Mars', [60, 30]);
  expect(posee?.lignes).toEqual(['Mars']);
  expect(posee?.x).toBe(60);
  expect(Math.abs((posee?.y ?? 0) - 34)).toBeLessThan(4);
});

test('un nom long se coupe à ses traits d’union plutôt que de déborder', () => {
  const posee = poserDansLeContour(rectangle(84, 60), 'Saint-Nizier-sous-Charlieu', [42, 30]);
  expect(posee?.lignes).toEqual(['Saint-Nizier-', 'sous-Charlieu']);
});

test('un nom qui ne tient pas dans sa commune ne s’écrit pas sur la voisine', () => {
  expect(poserDansLeContour(rectangle(30, 60), 'Belmont-de-la-Loire', [15, 30])).toBeNull();
  expect(poserDansLeContour(rectangle(200, 8), 'Mars', [100, 4])).toBeNull();
});

test('une commune échancrée reçoit son nom là où il y a de la place', () => {
  const enL = [
    [
      [0, 0],
      [20, 0],
      [20, 60],
      [100, 60],
      [100, 90],
      [0, 90],
    ] as const,
  ];
  const posee = poserDansLeContour(enL, 'Chandon', [10, 20]);
  expect((posee?.y ?? 0) - 11).toBeGreaterThanOrEqual(58);
});

test('un nom se coupe en lignes de largeurs voisines', () => {
  expect(couperNom('La Gresle')).toEqual([['La Gresle'], ['La', 'Gresle']]);
  expect(couperNom('Vougy')).toEqual([['Vougy']]);
});

test('sur le territoire de démonstration, aucune étiquette n’en touche une autre', () => {
  const contours = JSON.parse(
    readFileSync(
      path.join(
        import.meta.dirname,
        '../../referentiel/donnees/contours/communes-cc-charlieu-belmont.geojson',
      ),
      'utf8',
    ),
  );
  const boites = projeterContours(contours, 'IGN').communes.flatMap(({ nom, etiquette }) => {
    if (etiquette === null) return [];
    const demi = Math.max(...etiquette.lignes.map(mesurerTexte)) / 2;
    const haut = etiquette.y - 9;
    const bas = etiquette.y + (etiquette.lignes.length - 1) * 12 + 2;
    return [{ nom, gauche: etiquette.x - demi, droite: etiquette.x + demi, haut, bas }];
  });
  expect(boites.length).toBeGreaterThan(contours.features.length * 0.6);
  for (const a of boites) {
    for (const b of boites) {
      if (a.nom === b.nom) continue;
      const seTouchent =
        a.gauche < b.droite && b.gauche < a.droite && a.haut < b.bas && b.haut < a.bas;
      expect(seTouchent, `${a.nom} et ${b.nom}`).toBe(false);
    }
  }
});

test('sous des bulles voisines, le nom de la plus grosse reste', () => {
  const posees = poserSousLesBulles(
    [
      { cle: 'petite', nom: 'Saint-Nizier', x: 100, y: 100, rayon: 4 },
      { cle: 'grande', nom: 'Charlieu', x: 120, y: 92, rayon: 14 },
    ],
    640,
  );
  expect([...posees.keys()]).toEqual(['grande']);
});

test('le nom d’une bulle du bord est ramené dans la carte', () => {
  const posees = poserSousLesBulles(
    [{ cle: 'a', nom: 'Saint-Nizier', x: 2, y: 50, rayon: 4 }],
    640,
  );
  expect(posees.get('a')?.x).toBeGreaterThan(30);
});
