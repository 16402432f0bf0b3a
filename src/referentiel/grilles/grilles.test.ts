import { describe, expect, test } from 'vitest';
import { indexer } from '../../moteurs/grille/index.ts';
import {
  dureeDeReference,
  RATTACHEMENT_DU_GRADE,
  SERVICE_DU_CHAMP,
  SERVICES,
  STATUT_D_ECHANGE,
  STATUTS,
  TYPES_D_ACTES,
} from '../nomenclatures/index.ts';
import { GRILLES, listerGrilles, trouverGrille } from './index.ts';

describe.each(GRILLES)('grille $nom', (grille) => {
  test('chaque valeur admise par le Table Schema est dans sa nomenclature, et se lit elle-même', () => {
    for (const colonne of grille.colonnes.filter((c) => c.nature === 'nomenclature' && c.valeurs)) {
      const nomenclature = grille.nomenclatures[colonne.nomenclature ?? ''];
      expect(nomenclature, colonne.nom).toBeDefined();
      if (!nomenclature) continue;
      const { rapprocher } = indexer(nomenclature);
      for (const valeur of colonne.valeurs ?? [])
        expect(rapprocher(valeur)).toEqual({ ok: true, code: valeur, niveau: 'exact' });
      expect(
        nomenclature.entrees.map((e) => e.code).filter((code) => !colonne.valeurs?.includes(code)),
      ).toEqual([]);
    }
  });

  test('aucune écriture sûre ne désigne deux valeurs', () => {
    for (const nomenclature of Object.values(grille.nomenclatures)) {
      const { rapprocher } = indexer(nomenclature);
      for (const entree of nomenclature.entrees)
        for (const texte of [entree.libelle, ...entree.variantes])
          expect(rapprocher(texte), texte).toMatchObject({ ok: true, code: entree.code });
    }
  });

  test('la clé, la collectivité et les champs calculés sont des colonnes', () => {
    const noms = new Set(grille.colonnes.map((c) => c.nom));
    const cites = [
      ...grille.cle,
      grille.collectivite?.siren ?? [],
      grille.collectivite?.nom ?? [],
      ...Object.keys(grille.calculees),
      ...grille.affectations.flat(),
    ].flat();
    expect(cites.filter((champ) => !noms.has(champ))).toEqual([]);
  });

  test('deux colonnes n’ont pas le même titre', () => {
    const titres = grille.colonnes.map((c) => c.titre);
    expect(new Set(titres).size).toBe(titres.length);
  });
});

test('les neuf grilles d’échange sont listées, avec version et colonnes', () => {
  expect(listerGrilles().map((g) => g.grille)).toEqual([
    'grille-rh',
    'indicateurs-activite',
    'inventaire-materiel',
    'prestations-ads',
    'prestations-heures',
    'budget-services',
    'besoins-groupement-commandes',
    'reservations-biens',
    'adhesions-services-communs',
  ]);
  expect(trouverGrille('grille-rh')?.colonnes).toHaveLength(24);
  expect(trouverGrille('inconnue')).toBeUndefined();
});

test('chaque grade de la grille RH a un cadre d’emplois, une filière et une catégorie', () => {
  const grades = trouverGrille('grille-rh')?.colonnes.find((c) => c.nom === 'grade')?.valeurs ?? [];
  expect(grades.length).toBeGreaterThan(40);
  expect(grades.filter((grade) => !RATTACHEMENT_DU_GRADE.has(grade))).toEqual([]);
});

test('un temps complet vaut 35 h, 20 h pour un assistant d’enseignement artistique, 16 h pour un professeur', () => {
  expect(dureeDeReference('Adjoints techniques territoriaux', 'Adjoint technique')).toBe(35);
  expect(dureeDeReference("Assistants territoriaux d'enseignement artistique", '')).toBe(20);
  expect(dureeDeReference("Professeurs territoriaux d'enseignement artistique", '')).toBe(16);
});

test('chacun des 55 champs de compétence a un service d’échange, chacun des 19 statuts de saisie un statut ou aucun', () => {
  const codes = new Set(SERVICES.entrees.map((e) => e.code));
  expect(Object.keys(SERVICE_DU_CHAMP)).toHaveLength(55);
  expect(Object.values(SERVICE_DU_CHAMP).filter((code) => !codes.has(code))).toEqual([]);
  const statuts = new Set<string | null>([...STATUTS.entrees.map((e) => e.code), null]);
  expect(Object.keys(STATUT_D_ECHANGE)).toHaveLength(19);
  expect(Object.values(STATUT_D_ECHANGE).filter((statut) => !statuts.has(statut))).toEqual([]);
});

test.each([
  ['PERMIS DE CONSTRUIRE MI', 'PCMI'],
  ['Permis de construire (MI)', 'PCMI'],
  ['Permis de construire (PCMI)', 'PCMI'],
  ['Permis de construire (PC)', 'PC'],
  ['PCMIs', 'PCMI'],
  ['DP maison', 'DP'],
  ['Déclaration de travaux', 'DP'],
  ['CU L410-1a', 'CUa'],
  ['CU pré-opérationnel', 'CUb'],
  ['Démolition', 'PD'],
])('l’acte « %s » est un %s', (texte, code) => {
  expect(indexer(TYPES_D_ACTES).rapprocher(texte)).toMatchObject({ ok: true, code });
});

test('le code entre parenthèses confirme un libellé officiel : rien à confirmer', () => {
  expect(indexer(TYPES_D_ACTES).rapprocher("Permis d'aménager (PA)")).toMatchObject({
    niveau: 'variante',
  });
});
