import { expect, test } from 'vitest';
import {
  lireCartes,
  lireDecisionProposee,
  lireNotation,
  lireOuverture,
  lirePoidsEssayes,
} from './formulaires.schema.ts';

const unFormulaire = (champs: readonly (readonly [string, string])[]): FormData => {
  const formulaire = new FormData();
  for (const [nom, valeur] of champs) formulaire.append(nom, valeur);
  return formulaire;
};

test('« sans avis » est une réponse, une note hors de 1 à 5 n’en est pas une', () => {
  expect(
    lireNotation(
      unFormulaire([
        ['note-CR02', ''],
        ['note-CR03', '4'],
        ['justification-CR03', ' ETP épars '],
      ]),
    ),
  ).toEqual({
    ok: true,
    valeur: [
      { critere: 'CR02', note: null, justification: '' },
      { critere: 'CR03', note: 4, justification: 'ETP épars' },
    ],
  });
  expect(lireNotation(unFormulaire([['note-CR02', '6']]))).toMatchObject({
    ok: false,
    refus: [{ chemin: 'note-CR02' }],
  });
});

test('une note qui écarte un service se justifie', () => {
  expect(lireNotation(unFormulaire([['note-CR12', '1']]))).toMatchObject({
    ok: false,
    refus: [{ code: 'veto-sans-motif', chemin: 'justification-CR12' }],
  });
  const motivee = unFormulaire([
    ['note-CR12', '1'],
    ['justification-CR12', 'Pouvoir de police du maire'],
  ]);
  expect(lireNotation(motivee).ok).toBe(true);
});

test('une grille s’ouvre sur des services de la nomenclature seulement', () => {
  expect(
    lireOuverture(
      unFormulaire([
        ['titre', 'Support'],
        ['services', 'ADS'],
        ['services', 'PAIN'],
      ]),
    ),
  ).toEqual({
    ok: true,
    valeur: {
      titre: 'Support',
      services: [{ service: 'ADS', libelle: 'Application du droit des sols' }],
    },
  });
  const vide = lireOuverture(unFormulaire([['titre', '']]));
  expect(vide.ok ? [] : vide.refus.map(({ chemin }) => chemin)).toEqual(['titre', 'services']);
});

test('un rang illisible vaut 1 et le rapport s’écrit à la française', () => {
  const { rangs, rapport } = lireCartes(
    unFormulaire([
      ['rang-CR01', '3'],
      ['rang-CR02', 'beaucoup'],
      ['rapport', '6,5'],
    ]),
  );
  expect([rangs.CR01, rangs.CR02, rapport]).toEqual([3, 1, 6.5]);
});

test('les poids essayés se lisent dans l’adresse ; sans eux, rien n’est essayé', () => {
  expect(lirePoidsEssayes(new URLSearchParams('poids-CR01=12&poids-CR02=x'))).toEqual({ CR01: 12 });
  expect(lirePoidsEssayes(new URLSearchParams('note=ADS'))).toBeNull();
});

test('un jour qui n’existe pas est une date absente, une commune cochée deux fois compte une fois', () => {
  const lue = lireDecisionProposee(
    unFormulaire([
      ['decideLe', '2026-02-30'],
      ['membres', '214201410'],
      ['membres', '214201410'],
    ]),
  );
  expect(lue).toMatchObject({ decideLe: null, membres: ['214201410'] });
});
