import { expect, test } from 'vitest';
import { placerEtiquettes } from './etiquettes.ts';

const poser = (cle: string, x: number, y: number, poids: number) => ({
  cle,
  texte: 'Saint-Nizier',
  x,
  y,
  poids,
});

test('de deux étiquettes qui se gênent, la plus lourde reste', () => {
  const posees = placerEtiquettes(
    [poser('petite', 100, 100, 1), poser('grande', 120, 104, 9)],
    640,
  );
  expect(posees.map(({ cle }) => cle)).toEqual(['grande']);
});

test('deux étiquettes assez loin restent toutes deux', () => {
  expect(placerEtiquettes([poser('a', 100, 100, 1), poser('b', 100, 130, 1)], 640)).toHaveLength(2);
});

test('une étiquette du bord est ramenée dans la carte', () => {
  const [gauche] = placerEtiquettes([poser('a', 2, 50, 1)], 640);
  expect(gauche?.x).toBeGreaterThan(30);
});
