import { expect, test } from 'vitest';
import { lireChamp, lireCoches, lireTexte } from './index.ts';

test('un champ absent ou rempli d’un fichier se lit comme un texte vide', () => {
  const formulaire = new FormData();
  formulaire.set('piece', new Blob(['octets']));
  expect(lireChamp(formulaire, 'nom')).toBe('');
  expect(lireChamp(formulaire, 'piece')).toBe('');
});

test('un mot de passe se lit tel que tapé, un texte sans ses espaces autour', () => {
  const formulaire = new FormData();
  formulaire.set('texte', '  Mars ');
  expect(lireChamp(formulaire, 'texte')).toBe('  Mars ');
  expect(lireTexte(formulaire, 'texte')).toBe('Mars');
});

test('d’un champ à choix multiples, toutes les valeurs cochées se lisent, dans leur ordre', () => {
  const formulaire = new FormData();
  formulaire.append('communes', 'Mars');
  formulaire.append('communes', 'Pouilly');
  expect(lireCoches(formulaire, 'communes')).toEqual(['Mars', 'Pouilly']);
  expect(lireCoches(formulaire, 'absent')).toEqual([]);
});
