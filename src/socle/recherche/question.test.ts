import { expect, test } from 'vitest';
import { lireQuestion, repondA } from './question.ts';

test.each([
  ['11 518,23', 1_151_823n, 1_151_823n],
  ['11 518,23 €', 1_151_823n, 1_151_823n],
  ['11518.23', 1_151_823n, 1_151_823n],
  ['11\u202F518,2', 1_151_820n, 1_151_820n],
  ['-62,08', 6208n, 6208n],
])('« %s » est un montant exact', (tapee, de, a) => {
  expect(lireQuestion(tapee)?.montant).toEqual({ de, a });
});

test('un montant sans centimes trouve cet euro, quels que soient ses centimes', () => {
  expect(lireQuestion('11 518')).toEqual({ mots: [], montant: { de: 1_151_800n, a: 1_151_899n } });
});

test('une année est un mot, et peut être un montant', () => {
  expect(lireQuestion('2025')?.mots).toEqual(['2025']);
});

test('les accents, la casse et les traits d’union ne comptent pas', () => {
  expect(lireQuestion('  Écoche ')?.mots).toEqual(['ecoche']);
  const question = lireQuestion('saint nizier');
  expect(question !== null && repondA(question, 'Saint-Nizier-sous-Charlieu')).toBe(true);
  expect(question !== null && repondA(question, 'Saint-Hilaire')).toBe(false);
});

test('rien à chercher quand la question n’a ni lettre ni chiffre', () => {
  expect(lireQuestion('')).toBeNull();
  expect(lireQuestion(' %_’ ')).toBeNull();
});
