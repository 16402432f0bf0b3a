import { expect, test } from 'vitest';
import { ecrireAvancement } from './ecrire-avancement.ts';

test.each([
  [149 / 300, '49 %'],
  [0.29, '29 %'],
  [0.999, '99 %'],
  [1, '100 %'],
  [0, '0 %'],
])('un avancement de %d s’écrit « %s »', (part, attendu) => {
  expect(ecrireAvancement(part).replaceAll(/\s/g, ' ')).toBe(attendu);
});
