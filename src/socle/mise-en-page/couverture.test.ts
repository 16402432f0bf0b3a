import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estCouvert, permettreLaCoupure, remplacerAbsents } from './couverture.ts';
import { documentComplet } from './documents.exemples.ts';
import { mettreEnPage } from './index.server.ts';

test('chaque caractère annoncé couvert se dessine vraiment : PDF/UA les accepte tous', async () => {
  const couverts: string[] = [];
  for (let code = 0x21; code < 0x2_0000; code += 1)
    if (estCouvert(code)) couverts.push(String.fromCodePoint(code));
  expect(couverts.length).toBeGreaterThan(2_500);
  const nom = couverts
    .map((caractere, rang) => (rang % 40 === 39 ? `${caractere} ` : caractere))
    .join('');
  await expect(mettreEnPage(documentComplet({ nom }), { format: 'pdf' })).resolves.toBeInstanceOf(
    Uint8Array,
  );
});

test('tout caractère du français est couvert', () => {
  for (const caractere of 'aàâäæbcçdeéèêëfghiîïjklmnoôöœpqrstuùûüvwxyÿzAÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»’“”–—…€°№×÷−→✓□\u00a0\u202f')
    expect(estCouvert(caractere.codePointAt(0) ?? 0), caractere).toBe(true);
});

test('n’importe quel texte devient un texte que les polices savent dessiner', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (texte) => {
      for (const caractere of permettreLaCoupure(remplacerAbsents(texte)))
        expect(caractere === '\n' || estCouvert(caractere.codePointAt(0) ?? 0)).toBe(true);
    }),
  );
});
