import { expect, test } from 'vitest';
import { ecrireCsv } from './csv.ts';

test('ce qui suit un point-virgule ne devient pas une formule dans un tableur français', () => {
  expect(ecrireCsv([['Mars', 'x;=HYPERLINK("http://pirate.fr")']])).toBe(
    'Mars,"x;=HYPERLINK(""http://pirate.fr"")"\n',
  );
  expect(ecrireCsv([['a\t=1+1']])).toBe('"a\t=1+1"\n');
});

test('une formule en tête est neutralisée, un nombre négatif reste un nombre', () => {
  expect(ecrireCsv([['=1+1', ' @SUM(1)', '-12,50', '+33 4 77']])).toBe(
    '\'=1+1,\' @SUM(1),"-12,50",+33 4 77\n',
  );
});
