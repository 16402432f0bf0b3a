import { expect, test } from 'vitest';
import { ecrireAppel } from './ecritures.ts';

test('un appel négatif se dit « à rendre à la commune », jamais en négatif', () => {
  expect(ecrireAppel(-8965n).replaceAll(/\s/g, ' ')).toBe('89,65 € à rendre à la commune');
  expect(ecrireAppel(203_917n).replaceAll(/\s/g, ' ')).toBe('2 039,17 €');
  expect(ecrireAppel(0n)).toBe('rien à payer');
});
