import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ecrireBloc,
  ecrireTri,
  filtrerLignes,
  lireBloc,
  lireTri,
  listerPages,
  trierLignes,
} from './lignes-denses.ts';

interface Commune {
  nom: string;
  population: number | null;
}

const communes: Commune[] = [
  { nom: 'Écoche', population: 515 },
  { nom: 'Villers', population: null },
  { nom: 'Charlieu', population: 3703 },
  { nom: 'Arcinges', population: 217 },
];
const colonnes = [
  { id: 'nom', lire: ({ nom }: Commune) => nom },
  { id: 'population', lire: ({ population }: Commune) => population },
];
const noms = (lignes: readonly Commune[]) => lignes.map(({ nom }) => nom);

test('le tri suit l’alphabet français et les nombres', () => {
  expect(noms(trierLignes(communes, colonnes, lireTri('nom')))).toEqual([
    'Arcinges',
    'Charlieu',
    'Écoche',
    'Villers',
  ]);
});

test('les cases vides restent à la fin, dans un sens comme dans l’autre', () => {
  expect(noms(trierLignes(communes, colonnes, lireTri('population'))).at(-1)).toBe('Villers');
  expect(noms(trierLignes(communes, colonnes, lireTri('-population')))).toEqual([
    'Charlieu',
    'Écoche',
    'Arcinges',
    'Villers',
  ]);
});

test('la recherche oublie accents et casse, et veut tous les mots', () => {
  expect(noms(filtrerLignes(communes, colonnes, 'ecoche'))).toEqual(['Écoche']);
  expect(noms(filtrerLignes(communes, colonnes, 'CHAR 3703'))).toEqual(['Charlieu']);
  expect(filtrerLignes(communes, colonnes, 'char 217')).toEqual([]);
  expect(filtrerLignes(communes, colonnes, '  ')).toHaveLength(4);
});

test('le tri écrit dans l’adresse se relit', () => {
  for (const ecrit of ['nom', '-population', '']) expect(ecrireTri(lireTri(ecrit))).toBe(ecrit);
});

test('les pages montrent les bords, les voisines et les coupures', () => {
  expect(listerPages(1, 1)).toEqual([1]);
  expect(listerPages(5, 10)).toEqual([1, 0, 4, 5, 6, 0, 10]);
  expect(listerPages(2, 3)).toEqual([1, 2, 3]);
});

test('un bloc copié se recolle à l’identique', () => {
  const cellule = fc.string().filter((texte) => !/[\t\r\n]/.test(texte));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(cellule, { minLength: 8 }),
      (largeur, textes) => {
        const bloc = Array.from({ length: Math.floor(textes.length / largeur) }, (_, rang) =>
          textes.slice(rang * largeur, (rang + 1) * largeur),
        );
        fc.pre(bloc.at(-1)?.join('') !== '');
        expect(lireBloc(ecrireBloc(bloc))).toEqual(bloc);
      },
    ),
  );
});

test('un nombre copié porte la virgule que le tableur attend', () => {
  expect(ecrireBloc([['Écoche', 0.8, null]])).toBe('Écoche\t0,8\t');
});
