import { expect, test } from 'vitest';
import type { NoeudExplique } from './explication.ts';
import { additionner, montantDonne } from './montant-explique.ts';
import {
  abregerExplication,
  parcourirExplication,
  sourcesDe,
  verifierExplication,
} from './remonter.ts';

const CELLULE = { type: 'cellule', fichier: 'couts.ods', feuille: 'Coûts', cellule: 'C7' } as const;
const personnel = montantDonne('Personnel', 10_000n, CELLULE);
const fournitures = montantDonne('Fournitures', 5_000n, {
  type: 'saisie',
  auteur: 'Ana',
  date: '2027-03-01',
});
const charges = additionner('Charges', [personnel, fournitures]);
const double = additionner('Charges de deux ans', [charges, charges]);

test('on remonte d’un montant à chacune de ses sources, une fois', () => {
  expect(
    sourcesDe(double.explication).map(({ libelle, source }) => [libelle, source.type]),
  ).toEqual([
    ['Personnel', 'cellule'],
    ['Fournitures', 'saisie'],
  ]);
});

test('le parcours donne le chemin de chaque nœud depuis la racine', () => {
  const chemins = [...parcourirExplication(charges.explication)].map(({ chemin }) =>
    chemin.join(' > '),
  );
  expect(chemins).toEqual(['Charges', 'Charges > Personnel', 'Charges > Fournitures']);
});

test('un nœud partagé n’est détaillé qu’une fois dans l’arbre abrégé, sans perdre de source', () => {
  const abrege = abregerExplication(double.explication);
  expect(abrege.operandes?.[1]).toEqual({
    libelle: 'Charges',
    valeur: '150.00',
    unite: '€',
    source: { type: 'calcul', renvoi: 'Charges' },
  });
  expect(sourcesDe(abrege)).toEqual(sourcesDe(double.explication));
  expect(verifierExplication(abrege)).toEqual([]);
});

test.each<[string, NoeudExplique, string]>([
  [
    'une somme fausse',
    { ...charges.explication, valeur: '150.01' },
    'La valeur ne se refait pas avec ses opérandes.',
  ],
  [
    'une feuille sans source',
    { libelle: 'Sans origine', valeur: '1.00', unite: '€' },
    'Valeur sans source.',
  ],
  [
    'un calcul sans formule',
    { libelle: 'Muet', valeur: '1.00', unite: '€', operandes: [] },
    'Calcul sans formule.',
  ],
  [
    'un arrondi trop loin de l’exact',
    {
      ...charges.explication,
      arrondi: { exact: '149.99', regle: 'demi-centime-eloigne-de-zero', rang: null },
    },
    'L’arrondi s’éloigne de la valeur exacte.',
  ],
  [
    'un renvoi perdu',
    { libelle: 'X', valeur: '1.00', unite: '€', source: { type: 'calcul', renvoi: 'Y' } },
    'Le renvoi ne mène à aucun calcul détaillé.',
  ],
])('la vérification voit %s', (_, noeud, motif) => {
  expect(verifierExplication(noeud).map((defaut) => defaut.motif)).toEqual([motif]);
});
