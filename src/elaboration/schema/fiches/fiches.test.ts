import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  estForme,
  FORMES_DE_MUTUALISATION,
} from '../../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { moyensDuService } from '../donnees/effectifs.ts';
import { desMoyens, uneFiche, unImpact } from '../schema.exemples.ts';
import { apresImpact, gainAnnuel } from './donnees-de-fiche.ts';
import { codeSuivant, construireFiche, personnesPubliques } from './fiche.ts';
import { REGIMES } from './formes.ts';
import { controlerImpact, impactsManquants, proposerImpact } from './impact.ts';
import { ecrireImpacts, lireImpacts } from './impact-enregistre.ts';
import { lireImpact, taper } from './lire-impacts.ts';
import { comparerMoyens, limiterAuPerimetre, totaliser } from './moyens.ts';

const EPCI = '200035202';
const MARS = '214201410';
const CHARLIEU = '214200529';
const nommer = (siren: string) => ({ [EPCI]: 'CC', [MARS]: 'Mars' })[siren] ?? siren;

describe('les moyens viennent des données', () => {
  const agents = [
    {
      ligneId: 'a',
      collectivite: MARS,
      etpCentiemes: 80,
      coutCentimes: 2_899_000n,
      anneeNaissance: 1970,
      parts: [
        { service: 'ACC', etpCentiemes: 72, coutCentimes: 2_609_100n },
        { service: 'ADS', etpCentiemes: 8, coutCentimes: 289_900n },
      ],
      origine: 'rh.xlsx, cellule K5',
    },
    {
      ligneId: 'b',
      collectivite: EPCI,
      etpCentiemes: 100,
      coutCentimes: 4_601_000n,
      anneeNaissance: 1985,
      parts: [{ service: 'ADS', etpCentiemes: 100, coutCentimes: 4_601_000n }],
      origine: 'rh.xlsx, cellule K6',
    },
  ];

  test('chaque agent compte pour sa part de service, avec la cellule d’où elle vient', () => {
    const moyens = moyensDuService(agents, 'ADS');
    expect(moyens.find(({ collectivite }) => collectivite === MARS)).toEqual({
      collectivite: MARS,
      agents: 1,
      etpCentiemes: 8,
      coutCentimes: 289_900n,
      etpEntierCentiemes: 0,
      coutEntierCentimes: 0n,
      sources: [{ ligneId: 'a', origine: 'rh.xlsx, cellule K5', etpCentiemes: 8 }],
    });
  });

  test('seul un agent entièrement affecté au service compte parmi ceux qui changeraient d’employeur', () => {
    const epci = moyensDuService(agents, 'ADS').find(({ collectivite }) => collectivite === EPCI);
    expect(epci?.etpEntierCentiemes).toBe(100);
  });

  test('une commune hors du périmètre n’entre pas dans les moyens de la fiche', () => {
    const tous = [desMoyens({ collectivite: CHARLIEU }), desMoyens({ collectivite: MARS })];
    expect(limiterAuPerimetre(tous, [EPCI, MARS]).agents).toBe(1);
  });
});

describe('les chiffres figés se comparent à ceux du jour', () => {
  const figes = totaliser([desMoyens(), desMoyens({ collectivite: CHARLIEU })]);

  test('rien n’a bougé : rien n’est signalé', () => {
    expect(comparerMoyens(figes, figes)).toEqual([]);
  });

  test('un agent de plus, un service disparu : chaque collectivité changée est montrée des deux côtés', () => {
    const actuels = totaliser([desMoyens({ agents: 2, etpCentiemes: 180 })]);
    const ecarts = comparerMoyens(figes, actuels);
    expect(ecarts.map(({ collectivite }) => collectivite)).toEqual([MARS, CHARLIEU]);
    expect(ecarts[1]?.actuels.agents).toBe(0);
  });

  test('un total inchangé par compensation est signalé quand même, collectivité par collectivité', () => {
    const actuels = totaliser([
      desMoyens({ etpCentiemes: 120 }),
      desMoyens({ collectivite: CHARLIEU, etpCentiemes: 80 }),
    ]);
    expect(actuels.etpCentiemes).toBe(figes.etpCentiemes);
    expect(comparerMoyens(figes, actuels)).toHaveLength(2);
  });
});

describe('l’impact se dit pour chaque personne publique (CGCT, art. L. 5211-39-1)', () => {
  const personnes = [EPCI, MARS];

  test('zéro est une valeur, l’absence de valeur n’en est pas une', () => {
    const nuls = personnes.map((collectivite) => unImpact({ collectivite }));
    expect(controlerImpact(nuls, personnes, nommer)).toEqual([]);
    const troue = [unImpact({ collectivite: EPCI }), unImpact({ coutCentimes: null })];
    expect(impactsManquants(troue, personnes)).toEqual({ effectifs: [], depenses: [MARS] });
    expect(controlerImpact(troue, personnes, nommer)).toMatchObject([
      { code: 'SCH-04', article: 'CGCT, art. L. 5211-39-1' },
    ]);
  });

  test('une commune du périmètre sans ligne manque aux deux volets', () => {
    const messages = controlerImpact([unImpact({ collectivite: EPCI })], personnes, nommer);
    expect(messages.map(({ message }) => message).join(' ')).toMatch(
      /effectifs.*Mars.*dépenses.*Mars/,
    );
  });

  test('un ETP cédé est un ETP reçu : des transferts qui ne s’équilibrent pas sont refusés', () => {
    const impacts = [
      unImpact({ collectivite: EPCI, transfertsCentiemes: 50 }),
      unImpact({ transfertsCentiemes: -60 }),
    ];
    expect(controlerImpact(impacts, personnes, nommer)[0]?.message).toContain('-0,10');
  });

  test('un service commun propose le transfert des agents entiers, jamais des agents partagés', () => {
    const moyens = totaliser([
      desMoyens({ etpEntierCentiemes: 60, coutEntierCentimes: 2_000_000n }),
      desMoyens({ collectivite: CHARLIEU, etpEntierCentiemes: 0 }),
    ]);
    const proposes = proposerImpact('service-commun', moyens, EPCI, [MARS, CHARLIEU]);
    expect(proposes.map((impact) => impact.transfertsCentiemes)).toEqual([60, -60, 0]);
    expect(proposes.map((impact) => impact.coutCentimes)).toEqual([2_000_000n, -2_000_000n, 0n]);
  });

  test('un groupement de commandes ne transfère personne', () => {
    const moyens = totaliser([desMoyens({ etpEntierCentiemes: 60 })]);
    const proposes = proposerImpact('groupement-de-commandes', moyens, EPCI, [MARS]);
    expect(proposes.every((impact) => impact.transfertsCentiemes === 0)).toBe(true);
  });

  test('toute proposition est complète et équilibrée', () => {
    const formes = Object.keys(FORMES_DE_MUTUALISATION).filter(estForme);
    const ligne = fc.record({ etp: fc.nat(500), cout: fc.bigInt({ min: 0n, max: 10_000_000n }) });
    fc.assert(
      fc.property(fc.constantFrom(...formes), ligne, ligne, (forme, a, b) => {
        const moyens = totaliser(
          [
            { siren: MARS, ...a },
            { siren: CHARLIEU, ...b },
          ].map(({ siren, etp, cout }) =>
            desMoyens({ collectivite: siren, etpEntierCentiemes: etp, coutEntierCentimes: cout }),
          ),
        );
        const proposes = proposerImpact(forme, moyens, EPCI, [MARS, CHARLIEU]);
        expect(controlerImpact(proposes, [EPCI, MARS, CHARLIEU], nommer)).toEqual([]);
      }),
    );
  });

  test('un impact tapé puis relu est le même ; écrit en base puis relu aussi', () => {
    const impact = unImpact({ transfertsCentiemes: -60, coutCentimes: -123_456n });
    expect(lireImpact(MARS, taper(impact))).toMatchObject({ impact, illisibles: [] });
    expect(lireImpacts(ecrireImpacts([impact]))).toEqual([impact]);
  });

  test('une création négative ou un mot à la place d’un nombre sont nommés', () => {
    const tape = { ...taper(unImpact()), creations: '-1', cout: 'cher' };
    expect(lireImpact(MARS, tape).illisibles).toEqual([
      'ETP créés',
      'Dépenses de fonctionnement, en euros par an',
    ]);
  });
});

describe('la fiche', () => {
  test('l’effectif et le coût d’après sont ceux d’aujourd’hui, plus l’impact écrit', () => {
    const fiche = uneFiche({
      moyens: { ...totaliser([desMoyens()]), figesLe: null },
      impactParPersonnePublique: [
        {
          ...unImpact({ collectivite: EPCI, creationsCentiemes: 50, coutCentimes: 2_350_000n }),
          etpCentiemes: 50,
        },
        { ...unImpact({ suppressionsCentiemes: 20, coutCentimes: -350_000n }), etpCentiemes: -20 },
      ],
    });
    expect(apresImpact(fiche)).toEqual({ etpCentiemes: 130, coutCentimes: 6_000_000n });
    expect(gainAnnuel(fiche)).toBe(-2_000_000n);
  });

  test('ses étapes sans date n’entrent pas au calendrier lu par les autres pièces', () => {
    const fiche = construireFiche(
      {
        ...uneFiche(),
        impact: [],
        redaction: {
          pilote_technique: 'M. Benali',
          calendrier: [
            { etape: 'Ouvrir', debut: '', fin: '2027-07-01', responsable: 'Chef de service' },
            { etape: 'Un jour', debut: '', fin: '', responsable: '' },
          ],
        },
      },
      uneFiche().moyens,
    );
    expect(fiche.calendrier).toEqual([
      { libelle: 'Ouvrir', debut: '2027-07-01', fin: '2027-07-01', responsable: 'Chef de service' },
    ]);
    expect(fiche.pilote).toBe('M. Benali');
  });

  test('l’intercommunalité est toujours une personne publique concernée, une seule fois', () => {
    expect(personnesPubliques(EPCI, [MARS, EPCI])).toEqual([EPCI, MARS]);
  });

  test('un code retiré n’est jamais repris', () => {
    expect(codeSuivant([])).toBe('F01');
    expect(codeSuivant(['F01', 'F03'])).toBe('F04');
  });

  test.each(Object.keys(FORMES_DE_MUTUALISATION).filter(estForme))(
    'la forme « %s » a son fondement et ses actes',
    (forme) => {
      expect(REGIMES[forme].fondement).not.toBe('');
      expect(REGIMES[forme].actes.length).toBeGreaterThan(0);
    },
  );
});
