import { expect, test } from 'vitest';
import { contient, deplacerBloc, encadrerBloc } from './selection-de-cellules.ts';

const enA1 = { ancre: { ligne: 0, colonne: 0 }, curseur: { ligne: 0, colonne: 0 } };
const touche = (key: string, shiftKey = false, ctrlKey = false) => ({ key, shiftKey, ctrlKey });

test('les flèches déplacent la cellule sans sortir du tableau', () => {
  expect(deplacerBloc(enA1, touche('ArrowUp'), 10, 5)?.curseur).toEqual({ ligne: 0, colonne: 0 });
  expect(deplacerBloc(enA1, touche('ArrowDown'), 10, 5)?.curseur).toEqual({ ligne: 1, colonne: 0 });
  expect(deplacerBloc(enA1, touche('ArrowRight', false, true), 10, 5)?.curseur.colonne).toBe(4);
  expect(deplacerBloc(enA1, touche('End', false, true), 10, 5)?.curseur).toEqual({
    ligne: 9,
    colonne: 4,
  });
});

test('Maj étend le bloc depuis l’ancre', () => {
  const bloc = deplacerBloc(enA1, touche('PageDown', true), 10, 5);
  expect(bloc).not.toBeNull();
  if (bloc === null) return;
  expect(encadrerBloc(bloc)).toEqual({ haut: 0, bas: 9, gauche: 0, droite: 0 });
  expect(contient(bloc, 5, 0)).toBe(true);
  expect(contient(bloc, 5, 1)).toBe(false);
});

test('une lettre ne déplace rien', () => {
  expect(deplacerBloc(enA1, touche('a'), 10, 5)).toBeNull();
});
