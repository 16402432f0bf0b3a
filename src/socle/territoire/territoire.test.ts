import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../base/base.exemples.ts';
import { type Contexte, dansTerritoire, nouvelId } from '../base/index.server.ts';
import {
  chercherEpci,
  creerTerritoire,
  importerContours,
  lireCollectivites,
  lireContours,
  lireDepartements,
  lireDepartementsCouverts,
  lireEpci,
  lireSirensDesTerritoires,
  lireTerritoire,
  territoireDuSiren,
} from './index.server.ts';
import {
  lireContoursGeojson,
  millesimeCommun,
  populationDe,
  type Territoire,
  versTerritoireJson,
} from './index.ts';
import type { TablesTerritoire } from './tables-du-territoire.sql.server.ts';
import {
  CHARLIEU,
  CHARLIEU_BELMONT,
  MARS,
  PONTCHATEAU,
  unTerritoire,
} from './territoire.exemples.ts';

let essai: BaseDEssai;
let territoire: Territoire;
let contexte: Contexte;
beforeAll(async () => {
  essai = await uneBase();
  ({ territoire, contexte } = await unTerritoire(essai.base));
});
afterAll(() => essai.fermer());

describe('chercher un EPCI parmi les 1 255', () => {
  test('une recherche vide les rend tous', () => {
    expect(chercherEpci({})).toHaveLength(1255);
  });

  test('le nom se cherche sans accent, sans casse et dans le désordre des mots', () => {
    expect(chercherEpci({ texte: 'belmont CHARLIEU' })[0]?.siren).toBe(CHARLIEU_BELMONT);
    expect(chercherEpci({ texte: 'metropole de lyon' }).map(({ type }) => type)).toContain('MET69');
  });

  test('une commune membre fait trouver son EPCI', () => {
    const [trouve] = chercherEpci({ texte: 'la benisson dieu' });
    expect(trouve).toMatchObject({ siren: CHARLIEU_BELMONT, parCommune: 'La Bénisson-Dieu' });
  });

  test('le SIREN se tape avec ou sans espaces, et le département restreint', () => {
    expect(chercherEpci({ texte: '200 035 202' }).map(({ siren }) => siren)).toEqual([
      CHARLIEU_BELMONT,
    ]);
    expect(chercherEpci({ siren: '999999999' })).toEqual([]);
    const corses = chercherEpci({ departement: '2a' });
    expect(corses.length).toBeGreaterThan(3);
    expect(corses.every(({ departements }) => departements.includes('2A'))).toBe(true);
    expect(chercherEpci({ departement: '976' })).toHaveLength(5);
    expect(
      lireDepartementsCouverts().filter(
        ({ code }) => chercherEpci({ departement: code }).length === 0,
      ),
    ).toEqual([]);
    expect(lireDepartementsCouverts().length).toBeLessThan(lireDepartements().length);
  });
});

describe('créer un territoire réel', () => {
  test('le territoire de démonstration sort identique à sa forme d’échange', () => {
    const attendu = JSON.parse(
      fs.readFileSync(path.join(import.meta.dirname, 'territoire-charlieu.exemple.json'), 'utf8'),
    );
    expect({ ...versTerritoireJson(territoire), source: attendu.source }).toEqual(attendu);
  });

  test('chaque population porte son millésime, sa référence et sa source, sans les mêler', () => {
    const charlieu = territoire.collectivites.find(({ siren }) => siren === CHARLIEU);
    expect(
      charlieu?.populations.map(({ genre, millesime, reference, valeur }) => [
        genre,
        millesime,
        reference,
        valeur,
      ]),
    ).toEqual([
      ['municipale', 2026, 2023, 3766],
      ['municipale', 2025, 2022, 3703],
      ['totale', 2025, 2022, 3799],
    ]);
    expect(charlieu?.populations[0]?.source).toContain('INSEE');
    expect(charlieu?.populations[1]?.source).toContain('Epcicom2025');
    expect(millesimeCommun(territoire.collectivites)).toBe(2025);
    const communes = territoire.collectivites.filter(({ type }) => type === 'commune');
    expect(millesimeCommun(communes, ['municipale'])).toBe(2026);
  });

  test('les populations municipales de 2025 des communes font celle de l’EPCI, pour tous les EPCI', () => {
    for (const { siren } of chercherEpci({ departement: '42' })) {
      const epci = lireEpci(siren);
      const somme = (epci?.membres ?? []).reduce(
        (total, membre) => total + (populationDe(membre, 'municipale', 2025)?.valeur ?? Number.NaN),
        0,
      );
      expect(somme, epci?.nom).toBe(epci?.populationMunicipale);
    }
  });

  test('la référence de Mayotte n’est pas celle du reste du pays', () => {
    const mamoudzou = chercherEpci({ departement: '976' }).flatMap(
      ({ siren }) => lireEpci(siren)?.membres ?? [],
    );
    expect(
      new Set(mamoudzou.flatMap(({ populations }) => populations.map((p) => p.reference))),
    ).toEqual(new Set([2017]));
  });

  test('un SIREN inconnu ou déjà pris est refusé, en disant quoi faire', async () => {
    const inconnu = await creerTerritoire(essai.base, '999999999', 'moi', '2026-11-24');
    expect(inconnu).toMatchObject({ ok: false, refus: { code: 'epci-inconnu' } });
    const double = await creerTerritoire(essai.base, CHARLIEU_BELMONT, 'moi', '2026-11-24');
    expect(double).toMatchObject({ ok: false, refus: { code: 'territoire-existant' } });
  });

  test('deux créations simultanées n’en laissent qu’une', async () => {
    const [premiere, seconde] = await Promise.all([
      creerTerritoire(essai.base, '200000172', 'a', '2026-11-24'),
      creerTerritoire(essai.base, '200000172', 'b', '2026-11-24'),
    ]);
    expect([premiere.ok, seconde.ok].filter(Boolean)).toHaveLength(1);
    expect(await lireSirensDesTerritoires(essai.base)).toEqual(
      new Set([CHARLIEU_BELMONT, '200000172']),
    );
  });

  test('le SIREN mène au territoire, sans rien montrer d’autre', async () => {
    expect(await territoireDuSiren(essai.base, CHARLIEU_BELMONT)).toEqual({
      territoireId: territoire.territoireId,
      siren: CHARLIEU_BELMONT,
      nom: 'CC Charlieu-Belmont',
    });
    expect(await territoireDuSiren(essai.base, '123456789')).toBeNull();
  });
});

describe('contours', () => {
  test('les contours embarqués arrivent avec le territoire', async () => {
    const contours = await dansTerritoire(essai.base, contexte, lireContours);
    expect(contours).toHaveLength(25);
    expect(contours[0]?.source).toContain('IGN');
  });

  test('deux contours d’une commune nouvelle sont réunis', () => {
    const texte = fs.readFileSync(
      path.resolve('src/referentiel/donnees/contours/communes-dijon-metropole.geojson'),
      'utf8',
    );
    const lus = lireContoursGeojson(texte, 'essai');
    expect(lus.ok && lus.valeur).toHaveLength(23);
    expect(
      lus.ok && lus.valeur.find(({ codeInsee }) => codeInsee === '21452')?.geometrie.type,
    ).toBe('MultiPolygon');
  });

  const collection = (features: unknown[]) =>
    JSON.stringify({ type: 'FeatureCollection', features });
  const carre = (code: string, cote: number) => ({
    type: 'Feature',
    properties: { INSEE_COM: code },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [cote, 0],
          [cote, cote],
          [0, 0],
        ],
      ],
    },
  });

  test('un fichier importé complète ce qui manque et dit ce qu’il laisse de côté', async () => {
    const { contexte: ailleurs, territoire: autre } = await unTerritoire(essai.base, PONTCHATEAU);
    const code = autre.collectivites[1]?.codeInsee ?? '';
    const importes = await dansTerritoire(essai.base, ailleurs, (tx) =>
      importerContours(tx, collection([carre(code, 1), carre('42141', 1)]), 'IGN 2026'),
    );
    expect(importes).toMatchObject({
      ok: true,
      valeur: { importes: [code], ignores: ['42141'] },
    });
    expect(importes.ok && importes.valeur.sansContour).toHaveLength(8);
    const contours = await dansTerritoire(essai.base, ailleurs, lireContours);
    expect(contours.map(({ source }) => source)).toEqual(['IGN 2026']);
  });

  test.each([
    ['json-illisible', '{"type":"Feat'],
    ['geojson-attendu', '{"type":"Topology"}'],
    ['coordonnees-non-wgs84', collection([carre('42141', 800_000)])],
    [
      'contour-illisible',
      collection([{ ...carre('42141', 1), geometry: { type: 'Point', coordinates: [1, 2] } }]),
    ],
    ['aucun-contour', collection([carre('Mars', 1)])],
    ['aucune-commune-du-territoire', collection([carre('75056', 1)])],
  ])('refus « %s »', async (code, texte) => {
    const importes = await dansTerritoire(essai.base, contexte, (tx) =>
      importerContours(tx, texte, 's'),
    );
    expect(importes).toMatchObject({ ok: false, refus: { code } });
  });
});

describe('cloisonnement', () => {
  test('un autre territoire ne voit ni collectivité, ni population, ni contour', async () => {
    const ailleurs = { territoireId: nouvelId(), auteur: 'voisin' };
    const vu = await dansTerritoire(essai.base, ailleurs, async (tx) => [
      await lireCollectivites(tx),
      await lireContours(tx),
    ]);
    expect(vu).toEqual([[], []]);
    await expect(dansTerritoire(essai.base, ailleurs, lireTerritoire)).rejects.toThrow();
  });

  test('une commune lit la liste des communes mais n’y écrit rien', async () => {
    const mars = { ...contexte, collectivite: MARS };
    expect(await dansTerritoire(essai.base, mars, lireCollectivites)).toHaveLength(26);
    const changees = await dansTerritoire<TablesTerritoire, bigint>(
      essai.base,
      mars,
      async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('collectivite')
          .set({ nom: 'Vénus' })
          .executeTakeFirst();
        return numUpdatedRows;
      },
    );
    expect(changees).toBe(0n);
    await expect(
      dansTerritoire<TablesTerritoire, unknown>(essai.base, mars, (tx) =>
        tx
          .insertInto('population')
          .values({
            territoire_id: contexte.territoireId,
            siren: MARS,
            genre: 'totale',
            millesime: 2030,
            reference: null,
            valeur: 1,
            source: 'moi',
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('ce qui naît avec un territoire naît d’un seul tenant : interrompu, il ne bloque pas son SIREN', async () => {
    const siren = '241500255';
    const coupee = creerTerritoire(essai.base, siren, 'moi', '2026-11-24', () =>
      Promise.reject(new Error('base coupée')),
    );
    await expect(coupee).rejects.toThrow('base coupée');
    expect(await territoireDuSiren(essai.base, siren)).toBeNull();
    const cree = await creerTerritoire(essai.base, siren, 'moi', '2026-11-24');
    expect(cree.ok).toBe(true);
  });

  test('nul ne crée un territoire hors de la fonction qui garantit un seul SIREN', async () => {
    await expect(
      dansTerritoire<TablesTerritoire, unknown>(essai.base, contexte, (tx) =>
        tx.deleteFrom('territoire').execute(),
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
