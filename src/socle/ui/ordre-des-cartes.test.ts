import { expect, test } from 'vitest';
import { deplacer, ranger } from './ordre-des-cartes.ts';

test('deux cartes de même rang sont ex æquo, un rang sauté vaut une carte blanche', () => {
  expect(ranger({ cout: 1, proximite: 2, delai: 2, droit: 5 })).toEqual([
    { rang: 1, cartes: ['cout'], blanches: 0 },
    { rang: 2, cartes: ['delai', 'proximite'], blanches: 2 },
    { rang: 5, cartes: ['droit'], blanches: 0 },
  ]);
});

test('une carte monte ou descend d’un rang, jamais sous le premier', () => {
  expect(deplacer({ a: 1, b: 2 }, 'a', 1)).toEqual({ a: 2, b: 2 });
  expect(deplacer({ a: 1, b: 2 }, 'a', -1)).toEqual({ a: 1, b: 2 });
  expect(deplacer({ a: 1 }, 'inconnue', 1)).toEqual({ a: 1 });
});
