import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FINE, INSECABLE, typographier } from './index.ts';

describe('La typographie française', () => {
  test.each([
    ['Objet : la paie', `Objet${INSECABLE}: la paie`],
    ['Objet: la paie', `Objet${INSECABLE}: la paie`],
    ['Quoi ?', `Quoi${FINE}?`],
    ['Quoi?', `Quoi${FINE}?`],
    ['12 h 30; 14:30', `12${INSECABLE}h 30${FINE}; 14:30`],
    ['« oui »', `«${INSECABLE}oui${INSECABLE}»`],
    ["l'accord d'une commune", 'l’accord d’une commune'],
    ['12 500 €', `12${FINE}500${INSECABLE}€`],
    ['1 234 567,89 €', `1${FINE}234${FINE}567,89${INSECABLE}€`],
    ['8 %', `8${INSECABLE}%`],
    ['0,80 ETP', `0,80${INSECABLE}ETP`],
    ['art. L. 5211-4-2', `art.${INSECABLE}L.${INSECABLE}5211-4-2`],
    ['n° 12', `n°${INSECABLE}12`],
    ['le 1er janvier 2027', `le 1er${INSECABLE}janvier 2027`],
    ['M. Martin et Mme Roux', `M.${INSECABLE}Martin et Mme${INSECABLE}Roux`],
    ['la suite...', 'la suite…'],
  ])('« %s » se compose bien', (brut, attendu) => {
    expect(typographier(brut)).toBe(attendu);
  });

  test('une adresse n’est jamais retouchée', () => {
    const adresse = 'https://exemple.fr/a?b=1;c:d!';
    expect(typographier(`Voir ${adresse} et contact@exemple.fr`)).toBe(
      `Voir ${adresse} et contact@exemple.fr`,
    );
  });

  test('l’appliquer deux fois revient à l’appliquer une fois', () => {
    const signes = fc.constantFrom(
      ..." :;!?%€«»'’.,0123456789aéÉLRD°n\u00a0\u202f\n@/(-".split(''),
    );
    fc.assert(
      fc.property(fc.string({ unit: signes, maxLength: 40 }), (texte) => {
        const une = typographier(texte);
        expect(typographier(une)).toBe(une);
      }),
      { numRuns: 2_000 },
    );
  });

  test('aucun mot ne change : seules les espaces, apostrophes et points de suspension bougent', () => {
    const nu = (texte: string) =>
      texte.replace(/\s/gu, '').replaceAll('…', '...').replace(/['‘]/gu, '’');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (texte) => {
        expect(nu(typographier(texte))).toBe(nu(texte));
      }),
    );
  });
});
