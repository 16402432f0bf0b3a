import { describe, expect, test } from 'vitest';
import { texteNu } from '../../../moteurs/document/index.ts';
import { effectifsParCollectivite } from '../donnees/effectifs.ts';
import { totaliser } from '../fiches/moyens.ts';
import { mandatAu } from '../mandat.ts';
import { desMoyens, uneFiche, unImpact } from '../schema.exemples.ts';
import { SECTIONS_A_SEMER } from '../semis/sections-a-semer.ts';
import { composerProjet, composerSchema, listerManques } from './composer-schema.server.ts';
import { donneesDuSchema, type MatiereDuSchema } from './donnees-du-schema.ts';
import { dresserImpacts } from './tableaux-d-impact.ts';

const EPCI = '200035202';
const MARS = '214201410';

const uneMatiere = (ecarts: Partial<MatiereDuSchema> = {}): MatiereDuSchema => ({
  mandat: '2026-2032',
  epci: { siren: EPCI, nom: 'CC Charlieu-Belmont', regimeFiscal: 'FPU' },
  communes: [{ siren: MARS, nom: 'Mars', codeInsee: '42141', population: 560 }],
  sourceDesPopulations: 'INSEE, 2025',
  agents: [
    {
      ligneId: 'a',
      collectivite: MARS,
      etpCentiemes: 80,
      coutCentimes: 2_899_000n,
      anneeNaissance: 1966,
      parts: [{ service: 'ADS', etpCentiemes: 80, coutCentimes: 2_899_000n }],
      origine: 'K5',
    },
  ],
  fiches: [],
  redaction: {},
  avis: [],
  photoAu: '2025-12-31',
  aujourdhui: '2026-11-24',
  ...ecarts,
});

describe('les chiffres du schéma sont ceux des données', () => {
  test('les effectifs, les âges et la phrase de lecture viennent de la grille du jour', () => {
    const donnees = donneesDuSchema(uneMatiere()) as {
      effectifs: unknown;
      lecture_effectifs: string;
    };
    expect(donnees.effectifs).toEqual([
      { collectivite: 'CC Charlieu-Belmont', agents: 0, etp: '0.00', part_55: '0' },
      { collectivite: 'Mars', agents: 1, etp: '0.80', part_55: '100' },
    ]);
    expect(donnees.lecture_effectifs).toContain('emploient 1\u00a0agent, soit 0,80 ETP');
    expect(donnees.lecture_effectifs).toContain('24 novembre 2026');
  });

  test('un service se nomme ou se code ; inconnu, ses chiffres restent à écrire, jamais zéro', () => {
    const services = [
      { service: 'application du droit des sols', libelle: '', activite: '612 actes' },
      { service: 'Cabinet', libelle: '', activite: '' },
    ];
    expect(donneesDuSchema(uneMatiere({ redaction: { services } }))).toMatchObject({
      services: [
        { service: 'Application du droit des sols', etp: '0.80', cout: '28990.00' },
        { service: 'Cabinet', etp: null, cout: null },
      ],
    });
  });

  test('l’âge se compte au jour que décrit la grille, comme à l’écran des effectifs', () => {
    const agents = uneMatiere().agents.map((agent) => ({ ...agent, anneeNaissance: 1971 }));
    const partEn = (photoAu: MatiereDuSchema['photoAu']) =>
      donneesDuSchema(uneMatiere({ photoAu, agents })).lecture_effectifs;
    expect(partEn('2025-12-31')).toContain(' 0 % de ceux');
    expect(partEn('2026-12-31')).toContain('100 % de ceux');
  });

  test('l’impact de toutes les fiches se somme par collectivité ; avant, plus les mouvements, fait après', () => {
    const fiche = uneFiche({
      moyens: { ...totaliser([desMoyens({ coutCentimes: 2_899_000n })]), figesLe: null },
      impactParPersonnePublique: [
        {
          ...unImpact({
            collectivite: EPCI,
            transfertsCentiemes: 80,
            creationsCentiemes: 50,
            coutCentimes: 5_000_000n,
          }),
          etpCentiemes: 130,
        },
        { ...unImpact({ transfertsCentiemes: -80, coutCentimes: -2_899_000n }), etpCentiemes: -80 },
      ],
    });
    const effectifs = effectifsParCollectivite(uneMatiere().agents, [EPCI, MARS], 2026);
    const impacts = dresserImpacts([fiche, fiche], effectifs);
    expect(impacts).toMatchObject([
      { etpAvant: 0, transferts: 160, creations: 100, etpApres: 260, depensesApres: 10_000_000n },
      {
        etpAvant: 80,
        transferts: -160,
        etpApres: -80,
        depensesAvant: 5_798_000n,
        depensesApres: 0n,
      },
    ]);
  });
});

describe('le document dit ce qui manque', () => {
  test('vide, il se compose en projet et liste ce qu’il faut écrire, et où', () => {
    const matiere = uneMatiere();
    const manques = listerManques(matiere);
    expect(manques.map(({ message }) => message).join(' ')).toContain('Éditorial');
    expect(manques.length).toBeGreaterThan(8);
    expect(composerSchema(matiere, { brouillon: false, version: '1' }).ok).toBe(false);
    const projet = composerProjet(matiere, 'projet');
    expect(projet.metadonnees.etat).toBe('projet');
  });

  test('une fiche en brouillon retient le rapport, et se nomme', () => {
    const manques = listerManques(uneMatiere({ fiches: [uneFiche()] }));
    const brouillon = manques.find(({ code }) => code === 'fiche-en-brouillon');
    expect(brouillon?.message).toContain('F01 « Instruction du droit des sols »');
  });

  test('les avis rendus entrent en annexe, les champs écartés aux périmètres', () => {
    const redaction = Object.assign({}, ...Object.values(SECTIONS_A_SEMER));
    const avis = [{ commune: 'Mars', sens: 'favorable', le: '2027-01-14', reserves: '' }] as const;
    const document = composerProjet(uneMatiere({ redaction, avis }), '2');
    const tableaux = JSON.stringify(document.blocs);
    expect(tableaux).toContain('Restauration scolaire');
    const titres = document.blocs.flatMap((bloc) =>
      bloc.type === 'annexe' ? [texteNu(bloc.titre.contenu)] : [],
    );
    expect(titres).toContain('Avis des communes');
  });
});

describe('le mandat', () => {
  test.each([
    ['2026-03-21', '2020-2026', '2020-06-28'],
    ['2026-03-22', '2026-2032', '2026-03-22'],
    ['2031-12-31', '2026-2032', '2026-03-22'],
  ] as const)('le %s, c’est %s', (le, nom, renouvellement) => {
    expect(mandatAu(le)).toEqual({ nom, renouvellement });
  });
});
