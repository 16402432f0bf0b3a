import { expect, test } from 'vitest';
import { formaterInstant, formaterInstantCourt } from './index.ts';

test('un instant s’écrit à l’heure de Paris, l’été comme l’hiver', () => {
  expect(formaterInstant(new Date('2026-11-24T13:05:00Z'))).toBe('24 novembre 2026 à 14:05');
  expect(formaterInstant(new Date('2026-07-01T22:30:00Z'))).toBe('2 juillet 2026 à 00:30');
});

test('dans un tableau, un instant s’écrit en chiffres', () => {
  expect(formaterInstantCourt(new Date('2026-11-04T08:05:00Z'))).toBe('04/11/2026 à 09:05');
});
