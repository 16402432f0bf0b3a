import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contientDonneeInterdite, masquerDonneesInterdites } from './confidentialite.ts';
import { lireNombreEcrit } from './nombre.ts';
import { estTotal } from './rangees.ts';
import { mots, redresser, rejoindreSigles, resserrer, simplifier } from './texte.ts';

/** Des textes de grille : lettres accentuées, espaces de toutes sortes, points, apostrophes, ligatures. */
const unTexte = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '  ',
        '\u00a0',
        '\u202f',
        '\t',
        '\n',
        '.',
        '’',
        "'",
        'œ',
        'Æ',
        'é',
        'É',
        'C.D.I.',
        's/t',
        'Total',
        '12 450,00',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .map((morceaux) => morceaux.join(''));

test('un texte déjà net se simplifie, se resserre et se redresse comme les autres', () => {
  fc.assert(
    fc.property(unTexte, (texte) => {
      expect(simplifier(texte)).toBe(
        texte
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .replace(/œ/gi, 'oe')
          .replace(/æ/gi, 'ae')
          .toLowerCase(),
      );
      expect(resserrer(texte)).toBe(texte.replace(/[\s\u200b\ufeff]+/g, ' ').trim());
      expect(redresser(texte)).toBe(texte.replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'"));
      expect(rejoindreSigles(texte)).toBe(
        texte.replace(/\b(?:\p{L}\.){2,}(?:\p{L}\b)?/gu, (sigle) => sigle.replace(/\./g, '')),
      );
    }),
  );
});

test('un nombre déjà net se lit comme le même nombre entouré d’espaces', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.option(fc.integer({ min: 0, max: 999 })),
      fc.boolean(),
      (entier, decimales, pointDeMillier) => {
        const texte = decimales === null ? `${entier}` : `${entier}.${decimales}`;
        expect(lireNombreEcrit(texte, pointDeMillier)).toEqual({
          ...lireNombreEcrit(` ${texte}`, pointDeMillier),
          espaces: false,
        });
      },
    ),
  );
});

test.each([
  'Total',
  'TOTAUX généraux',
  'Sous-total Voirie',
  'S/T services techniques',
  'S. T. voirie',
  'T.O.T.A.L.',
  'Récapitulatif',
  'Moyenne',
  'Cumul 2025',
  'Service voirie total',
])('« %s » ouvre une ligne de total', (texte) => {
  expect(estTotal(texte)).toBe(true);
});

test.each(['Agent de voirie', '00042', '35.00', 'Stade', 'Totem', ''])(
  '« %s » n’ouvre pas une ligne de total',
  (texte) => {
    expect(estTotal(texte)).toBe(false);
    expect(mots(texte)).not.toContain('total');
  },
);

test.each([
  ['Joindre a.dupont@mairie.fr', 'Joindre •••'],
  ['vu avec Mme Durand', 'vu avec •••'],
  ['rappeler au 06 12 34 56 78', 'rappeler au •••'],
  ['RIB FR76 3000 6000 0112 3456 7890 189', 'RIB •••'],
  ['n° 1 84 12 42 187 123 45', 'n° •••'],
])('« %s » est masqué, autant de fois qu’on le relit', (texte, masque) => {
  for (let fois = 0; fois < 2; fois += 1) {
    expect(contientDonneeInterdite(texte)).toBe(true);
    expect(masquerDonneesInterdites(texte)).toBe(masque);
  }
});
