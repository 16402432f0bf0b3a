import { describe, expect, test } from 'vitest';
import type { Anomalie, LectureDeGrille } from '../../moteurs/grille/index.ts';
import manifeste from '../../referentiel/donnees/demo-sale/manifeste.json' with { type: 'json' };
import { CHARLIEU_BELMONT, lignesDe, lire, octetsDe } from './essais.exemples.ts';

interface Defaut {
  readonly id: string;
  readonly feuille?: string;
  readonly ligne: number;
  readonly colonne: string;
  readonly action: string;
  readonly portee: string;
  readonly attendu: unknown;
}

const REFERENCE = {
  'inventaire-materiel': lignesDe('demo/inventaire-materiel.csv'),
  'indicateurs-activite': lignesDe('demo/indicateurs-activite.csv'),
};

const ranger = (
  lignes: readonly Readonly<Record<string, string>>[],
  colonnes: readonly string[],
): string[] => lignes.map((ligne) => colonnes.map((c) => ligne[c]).join('|')).sort();

/** L’anomalie qui répond à un défaut : même ligne, même action, même feuille ; même colonne quand le manifeste cite un intitulé. */
const repond = (a: Anomalie, d: Defaut, lecture: LectureDeGrille): boolean => {
  if (a.ligne !== d.ligne || a.action !== d.action || (a.feuille ?? undefined) !== d.feuille)
    return false;
  const estIntitule = lecture.colonnes.some(({ lue }) => lue === d.colonne);
  return !estIntitule || a.colonne === d.colonne;
};

describe.each(manifeste.fichiers)('$fichier', (f) => {
  const lecture = lire(
    f.grille,
    f.fichier,
    octetsDe(`demo-sale/${f.fichier}`),
    CHARLIEU_BELMONT,
    REFERENCE,
  );

  test('le bilan est celui du manifeste', async () => {
    const { bilan } = await lecture;
    expect([bilan.lignesImportees, bilan.lignesBloquees, bilan.lignesIgnorees]).toEqual([
      f.attendu.lignes_importees,
      f.attendu.lignes_bloquees,
      f.attendu.lignes_ignorees,
    ]);
  });

  test('les lignes importées sont exactement celles attendues', async () => {
    const { lignes } = await lecture;
    const attendues =
      'fichier' in f.attendu && typeof f.attendu.fichier === 'string'
        ? lignesDe(`demo-sale/${f.attendu.fichier}`)
        : [];
    const colonnes = Object.keys(attendues[0] ?? {});
    expect(
      ranger(
        lignes.map((l) => l.valeurs),
        colonnes,
      ),
    ).toEqual(ranger(attendues, colonnes));
  });

  test.each(f.defauts as readonly Defaut[])(
    'le défaut $id est relevé : ligne $ligne, « $colonne », $action',
    async (d) => {
      const lu = await lecture;
      expect(lu.anomalies.filter((a) => repond(a, d, lu))).not.toEqual([]);
    },
  );
});

test('un vieux classeur XLS binaire donne les mêmes lignes que le XLSX dont il vient', async () => {
  const xls = await lire(
    'grille-rh',
    'saint-nizier.xls',
    octetsDe('demo-sale/biff-saint-nizier.xls'),
  );
  const xlsx = await lire(
    'grille-rh',
    'saint-nizier.xlsx',
    octetsDe('demo-sale/rh-saint-nizier-sous-charlieu.xlsx'),
  );
  expect(xls.format.type).toBe('xls');
  expect(xls.lignes).toEqual(xlsx.lignes);
  expect(xls.bilan).toEqual(xlsx.bilan);
});
