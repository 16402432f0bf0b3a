import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estVraie, evaluer, ouvrirPortee } from './evaluation.ts';
import { lireExpression } from './expression.ts';
import { presenter } from './formats.ts';
import { ErreurDeModele, type Valeur, vide } from './valeurs.ts';

const portee = ouvrirPortee([
  ['regime', { nature: 'choix', code: 'cle', libelle: 'clé' }],
  ['cout', { nature: 'montant', centimes: 12_345n }],
  ['jour', { nature: 'date', jour: '2027-01-01' }],
  ['absent', vide('Absent')],
  ['n', { nature: 'nombre', nombre: new Decimal(3), sorte: 'entier' }],
] satisfies [string, Valeur][]);

const vraie = (source: string): boolean => estVraie(evaluer(lireExpression(source), portee));

describe('Le langage des conditions', () => {
  test.each([
    ['regime = "cle"', true],
    ['regime <> "acte" et n = 3', true],
    ['regime = "acte" ou n >= 3', true],
    ['non (regime = "cle")', false],
    ['faux ou vrai et faux', false],
    ['cout = 123,45', true],
    ['cout > 123.44', true],
    ['jour < "2027-02-01"', true],
    ['absent', false],
    ['absent = "x"', false],
    ['absent > 2', false],
    ['non renseigne(absent)', true],
    ['n + 1 = 4', true],
    ['n - 3 = 0', true],
    ['si(n > 2, "a", "b") = "a"', true],
    ["regime = 'cle'", true],
    ['regime = «cle»', true],
  ])('« %s » vaut %s', (source, attendu) => {
    expect(vraie(source)).toBe(attendu);
  });

  test.each([
    'regime =',
    '(n',
    'n)',
    'n n',
    'n = = 3',
    '.n',
    'n.',
    'f(',
    'n & 1',
    '`n`',
    'n[0]',
    'n = 3;',
    '{}',
  ])('« %s » est refusée', (source) => {
    expect(() => lireExpression(source)).toThrow(ErreurDeModele);
  });

  test.each([
    'constructor',
    '__proto__',
    'toString',
    'globalThis',
    'process',
    'regime.constructor',
    'constructor("x")',
    'toString()',
    '__proto__(n)',
    'eval("1")',
    'cout = jour',
    'regime + n',
  ])('« %s » n’atteint rien du programme', (source) => {
    expect(() => evaluer(lireExpression(source), portee)).toThrow(ErreurDeModele);
  });

  test('n’importe quel texte est compris ou refusé, jamais autre chose', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (source) => {
        try {
          evaluer(lireExpression(source), portee);
        } catch (cause) {
          expect(cause).toBeInstanceOf(ErreurDeModele);
        }
      }),
    );
  });

  test('une expression démesurée est refusée sans épuiser la machine', () => {
    expect(() => lireExpression('('.repeat(400))).toThrow(ErreurDeModele);
    expect(() => lireExpression('non '.repeat(200))).toThrow(ErreurDeModele);
    expect(() => lireExpression('x'.repeat(5_000))).toThrow(ErreurDeModele);
  });
});

describe('Les écritures', () => {
  test.each([
    [{ nature: 'montant', centimes: 123_456_789n }, '1\u202f234\u202f567,89\u00a0€'],
    [{ nature: 'montant', centimes: -5n }, '−0,05\u00a0€'],
    [{ nature: 'montant', centimes: 0n }, '0,00\u00a0€'],
    [{ nature: 'date', jour: '2027-01-01' }, '1er\u00a0janvier 2027'],
    [{ nature: 'date', jour: '2026-11-24' }, '24\u00a0novembre 2026'],
    [{ nature: 'nombre', nombre: new Decimal('0.8'), sorte: 'etp' }, '0,80\u00a0ETP'],
    [{ nature: 'nombre', nombre: new Decimal('23400'), sorte: 'entier' }, '23\u202f400'],
    [{ nature: 'nombre', nombre: new Decimal('8.5'), sorte: 'pourcentage' }, '8,5\u00a0%'],
    [{ nature: 'booleen', vrai: false }, 'non'],
  ] satisfies [Valeur, string][])('%o', (valeur, attendu) => {
    expect(presenter(valeur)).toBe(attendu);
  });

  test('une somme de montants est exacte au centime, si longue soit-elle', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { minLength: 1 }),
        (centimes) => {
          const liste: Valeur = {
            nature: 'liste',
            elements: centimes.map((c) => ({ nature: 'montant', centimes: c })),
          };
          const somme = evaluer(lireExpression('somme(l)'), ouvrirPortee([['l', liste]]));
          expect(somme).toEqual({
            nature: 'montant',
            centimes: centimes.reduce((a, b) => a + b, 0n),
          });
        },
      ),
    );
  });
});
