import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  calculerCas,
  NOMS_DE_FAMILLES,
  type NoeudExplique,
  sourcesDe,
  verifierExplication,
} from './index.ts';

interface Cas {
  readonly id: string;
  readonly famille: string;
  readonly titre: string;
  readonly entrees: unknown;
  readonly attendu: Readonly<Record<string, unknown>>;
}

const { cas: CAS } = JSON.parse(
  readFileSync(
    new URL('../../referentiel/donnees/couts-et-cles-exemples.json', import.meta.url),
    'utf8',
  ),
) as { readonly cas: readonly Cas[] };

/**
 * Erratum : le fichier de référence annonce 11 800,00 € au total de C14, alors que ses cinq forfaits
 * (600 + 1 100 + 1 100 + 2 400 + 5 200) font 10 400,00 €. Le moteur rend la somme juste ; le test
 * « erratum » prévient si le fichier est corrigé.
 */
const ERRATA: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  C14: { total: '10400.00' },
};

const attenduDe = ({ id, attendu }: Cas) => ({ ...attendu, ...ERRATA[id] });

describe.each(CAS)('$id ($famille) — $titre', (cas) => {
  const { famille, entrees } = cas;
  const resultat = calculerCas(famille, entrees);
  const sortie = resultat.ok ? resultat.valeur : {};

  test('tombe juste au centime', () => {
    expect(resultat).toMatchObject({ ok: true });
    for (const [cle, valeur] of Object.entries(attenduDe(cas)))
      expect({ [cle]: sortie[cle] }).toEqual({ [cle]: valeur });
  });

  test('emploie toutes les clés de l’entrée', () => {
    expect(sortie).not.toHaveProperty('avertissements');
  });

  test('s’explique sans défaut, jusqu’à ses sources', () => {
    const explication = sortie.explication as NoeudExplique;
    expect(verifierExplication(explication)).toEqual([]);
    expect(sourcesDe(explication).length).toBeGreaterThan(0);
  });
});

test('les exemples couvrent toutes les familles, et aucune autre', () => {
  expect([...new Set(CAS.map(({ famille }) => famille))].sort()).toEqual(
    [...NOMS_DE_FAMILLES].sort(),
  );
  expect(CAS).toHaveLength(33);
});

test('erratum : le total publié de C14 n’est pas la somme de ses forfaits publiés', () => {
  const attendu = CAS.find(({ id }) => id === 'C14')?.attendu;
  const forfaits = Object.values(attendu?.forfaits as Record<string, string>).map(Number);
  expect(forfaits.reduce((somme, forfait) => somme + forfait, 0)).toBe(10_400);
  expect(attendu?.total).toBe('11800.00');
});
