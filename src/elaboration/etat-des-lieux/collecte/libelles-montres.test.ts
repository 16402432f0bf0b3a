import { expect, test } from 'vitest';
import { CRITERES_DE_PERIMETRE } from '../../../referentiel/criteres/index.ts';
import { GRILLES } from '../../../referentiel/grilles/index.ts';
import { SERVICES_PUBLICS } from '../../../referentiel/nomenclatures/services.ts';
import { typographier } from '../../../socle/ui/index.ts';
import { libellesDesServices } from '../effectifs/services.ts';
import { colonnesASaisir } from './colonnes-montrees.ts';
import { grillesACollecter } from './grilles.ts';

/** Une apostrophe droite entre deux lettres : celle d’un clavier, pas celle d’un livre. */
const DROITE = /\p{L}'[\p{L}\d]/u;

test('aucun titre ni description de grille ne se montre avec une apostrophe droite', () => {
  for (const { titre, description } of grillesACollecter()) {
    expect(titre).not.toMatch(DROITE);
    expect(description).not.toMatch(DROITE);
  }
});

test.each(GRILLES.map((schema) => [schema.nom, schema] as const))(
  'grille %s : titres, aides et choix se montrent avec l’apostrophe courbe',
  (_, schema) => {
    for (const { titre, aide, choix } of colonnesASaisir(schema)) {
      for (const texte of [titre, aide, ...choix.map(({ libelle }) => libelle)]) {
        expect(texte).not.toMatch(DROITE);
      }
    }
  },
);

test('une aide qui répéterait le titre ne se montre pas', () => {
  const aides = GRILLES.flatMap((schema) =>
    colonnesASaisir(schema).filter(({ titre, aide }) => titre === aide),
  );
  expect(aides.map(({ nom }) => nom)).toEqual([]);
});

test('les valeurs enregistrées, elles, gardent l’écriture de l’échange', () => {
  for (const schema of GRILLES) {
    for (const { nom, choix } of colonnesASaisir(schema)) {
      const valeurs = schema.colonnes.find((colonne) => colonne.nom === nom)?.valeurs ?? [];
      expect(choix.map(({ valeur }) => valeur)).toEqual(valeurs);
    }
  }
});

test('les services et les critères se montrent avec l’apostrophe courbe', () => {
  const libelles = [
    ...libellesDesServices().values(),
    ...SERVICES_PUBLICS.map(({ libelle }) => typographier(libelle)),
  ];
  expect(libelles.length).toBeGreaterThan(20);
  for (const libelle of libelles) expect(libelle).not.toMatch(DROITE);
  expect(JSON.stringify(CRITERES_DE_PERIMETRE)).not.toMatch(DROITE);
});
