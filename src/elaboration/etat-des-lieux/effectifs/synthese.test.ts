import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lireAgent } from './agent.ts';
import { compterLesDeparts, dresserPyramide } from './ages.ts';
import { agentsDeCharlieu, lignesDeCharlieu, unAgent } from './effectifs.exemples.ts';
import { moyensDuService, synthetiser } from './synthese.ts';
import { ventiler } from './ventiler.ts';

const PHOTO = '2025-12-31';

describe('les repères du territoire de démonstration', () => {
  const synthese = synthetiser(agentsDeCharlieu(), PHOTO);
  test('400 agents, 302,1 ETP, 11,56 M€', () => {
    expect(synthese.total).toEqual({
      agents: 400,
      postes: 400,
      etpCentiemes: 30_213,
      coutCentimes: 1_156_255_000n,
    });
  });
  test('28 % des agents ont 55 ans ou plus, 52 % occupent un emploi à temps non complet', () => {
    expect(synthese.cinquanteCinqEtPlus).toBe(112);
    expect(synthese.nonComplets).toBe(209);
  });
  test('les sommes par collectivité, par service et croisées retombent sur le total', () => {
    for (const parts of [synthese.parCollectivite, synthese.parService, synthese.croisement]) {
      expect(parts.reduce((cumul, { etpCentiemes }) => cumul + etpCentiemes, 0)).toBe(30_213);
      expect(parts.reduce((cumul, { coutCentimes }) => cumul + coutCentimes, 0n)).toBe(
        1_156_255_000n,
      );
      expect(parts.reduce((cumul, { postes }) => cumul + postes, 0)).toBe(400);
    }
    expect(synthese.pyramide.reduce((cumul, { agents }) => cumul + agents, 0)).toBe(400);
  });
});

describe('ventiler un agent entre ses services', () => {
  test('un agent polyvalent (0,86 ETP : 40 % voirie, 35 % espaces verts, 25 % bâtiments)', () => {
    const parts = ventiler(
      unAgent({
        etpCentiemes: 86,
        affectations: [
          { service: 'VOI', part: 40 },
          { service: 'EV', part: 35 },
          { service: 'BAT', part: 25 },
        ],
      }),
    );
    expect(parts.map(({ etpCentiemes }) => etpCentiemes)).toEqual([34, 30, 22]);
  });

  test('propriété : la somme des ETP et des coûts ventilés est toujours celle de l’agent', () => {
    const affectation = fc.record({
      service: fc.constantFrom('VOI', 'EV', 'BAT', 'FIN'),
      part: fc.integer({ min: 1, max: 10_000 }).map((n) => n / 100),
    });
    fc.assert(
      fc.property(
        fc.array(affectation, { minLength: 1, maxLength: 5 }),
        fc.nat({ max: 100 }),
        fc.bigInt({ min: 0n, max: 20_000_000n }),
        (affectations, etpCentiemes, coutCentimes) => {
          const parts = ventiler(unAgent({ affectations, etpCentiemes, coutCentimes }));
          expect(parts.reduce((cumul, part) => cumul + part.etpCentiemes, 0)).toBe(etpCentiemes);
          expect(parts.reduce((cumul, part) => cumul + part.coutCentimes, 0n)).toBe(coutCentimes);
        },
      ),
    );
  });
});

describe('agents, postes et ETP ne se confondent pas', () => {
  const polyvalent = unAgent({
    service: 'VOI',
    affectations: [
      { service: 'VOI', part: 60 },
      { service: 'EV', part: 40 },
    ],
  });
  test('un agent polyvalent compte dans chaque service où il intervient, son poste une seule fois', () => {
    const { parService, total } = synthetiser([polyvalent], PHOTO);
    expect(parService).toEqual([
      { service: 'VOI', agents: 1, postes: 1, etpCentiemes: 60, coutCentimes: 2_100_000n },
      { service: 'EV', agents: 1, postes: 0, etpCentiemes: 40, coutCentimes: 1_400_000n },
    ]);
    expect(total.agents).toBe(1);
  });

  test('un service principal absent des affectations garde son poste, sans ETP', () => {
    const agent = unAgent({ service: 'DG', affectations: [{ service: 'FIN', part: 100 }] });
    const { parService } = synthetiser([agent], PHOTO);
    expect(parService.find(({ service }) => service === 'DG')).toEqual({
      service: 'DG',
      agents: 0,
      postes: 1,
      etpCentiemes: 0,
      coutCentimes: 0n,
    });
  });

  test('les moyens d’un service remontent jusqu’aux lignes de la grille', () => {
    const agents = agentsDeCharlieu();
    const moyens = moyensDuService(agents, 'ADS');
    const attendu = synthetiser(agents, PHOTO).parService.find(({ service }) => service === 'ADS');
    expect(moyens.etpCentiemes).toBe(attendu?.etpCentiemes);
    const sources = moyens.parCollectivite.flatMap((part) => part.sources);
    expect(sources.length).toBe(moyens.agents);
    expect(sources.reduce((cumul, { coutCentimes }) => cumul + coutCentimes, 0n)).toBe(
      moyens.coutCentimes,
    );
    expect(sources[0]?.source).toMatchObject({ type: 'cellule', fichier: 'grille-rh.csv' });
  });
});

describe('âges et départs', () => {
  test.each([
    { annee: 2001, tranche: '0-24' },
    { annee: 2000, tranche: '25-29' },
    { annee: 1970, tranche: '55-59' },
    { annee: 1960, tranche: '65-plus' },
  ])(
    'né en $annee, l’agent est dans la tranche $tranche au 31 décembre 2025',
    ({ annee, tranche }) => {
      const pyramide = dresserPyramide([unAgent({ anneeNaissance: annee })], PHOTO);
      expect(pyramide.find(({ agents }) => agents === 1)?.code).toBe(tranche);
    },
  );

  test.each([
    { annee: 1966, dans: { cinq: 1, dix: 1 } },
    { annee: 1967, dans: { cinq: 0, dix: 1 } },
    { annee: 1971, dans: { cinq: 0, dix: 1 } },
    { annee: 1972, dans: { cinq: 0, dix: 0 } },
  ])(
    'né en $annee, départ possible à 64 ans dans cinq ans : $dans.cinq, dans dix ans : $dans.dix',
    ({ annee, dans }) => {
      const { dansCinqAns, dansDixAns } = compterLesDeparts(
        [unAgent({ anneeNaissance: annee })],
        PHOTO,
      );
      expect({ cinq: dansCinqAns.agents, dix: dansDixAns.agents }).toEqual(dans);
    },
  );

  test('l’âge d’ouverture se règle et l’hypothèse le dit', () => {
    const departs = compterLesDeparts([unAgent({ anneeNaissance: 1968 })], PHOTO, 62);
    expect(departs.dansCinqAns.agents).toBe(1);
    expect(departs.hypothese).toContain('62 ans');
  });

  test('une année de naissance absente n’est ni un âge ni un zéro', () => {
    const agents = [unAgent({ anneeNaissance: null })];
    expect(compterLesDeparts(agents, PHOTO).agesInconnus).toBe(1);
    expect(dresserPyramide(agents, PHOTO).every(({ agents: n }) => n === 0)).toBe(true);
  });
});

test('une ligne de grille donne un agent exact : centièmes d’ETP et centimes', () => {
  const [ligne] = lignesDeCharlieu();
  expect(ligne === undefined ? null : lireAgent(ligne)).toMatchObject({
    collectivite: '200035202',
    matricule: '00025',
    etpCentiemes: 100,
    coutCentimes: 8_156_000n,
    anneeNaissance: 1959,
    affectations: [{ service: 'DG', part: 100 }],
  });
});
