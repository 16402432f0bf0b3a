import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ecrireMontant, sourcesDe, verifierExplication } from '../../moteurs/calcul/index.ts';
import type { Cle } from '../conventions/index.ts';
import { calculerExercice, type ResultatDExercice } from './calculer.ts';
import { controlerExercice } from './controles.ts';
import type { ActesReleves, EntreesDExercice } from './entrees.ts';
import { composerEtat, composerPart, signatureDe } from './etat.ts';
import { mettreAPlat } from './mettre-a-plat.ts';
import {
  AUBRAC,
  BELVAL,
  CORVOL,
  cellule,
  desActes,
  desEntrees,
  desRegles,
  uneLigne,
} from './refacturation.exemples.ts';

const calculer = (ecarts: Partial<EntreesDExercice> = {}): ResultatDExercice => {
  const resultat = calculerExercice(desEntrees(ecarts));
  if (!resultat.ok) throw new Error(JSON.stringify(resultat.refus));
  return resultat.valeur;
};
const parts = ({ parts: toutes }: ResultatDExercice) =>
  toutes.map(({ part }) => ecrireMontant(part.centimes));

const NOMBRES = {
  [AUBRAC]: { CUa: 40, CUb: 12, DP: 55, PC: 21, PCM: 4, PA: 1, PD: 2 },
  [BELVAL]: { CUa: 18, CUb: 6, DP: 22, PC: 9, PCM: 2, PD: 1 },
  [CORVOL]: { CUa: 7, CUb: 3, DP: 9, PC: 3 },
} as const;
const ACTES: readonly ActesReleves[] = Object.entries(NOMBRES).flatMap(([siren, nombres]) =>
  Object.entries(nombres).map(([type, nombre]) => desActes(siren, type, nombre)),
);
const AVEC_PCM = desRegles({
  bareme: [...desRegles().bareme, { type: 'PCM', libelle: 'Permis modificatif', poids: '0.5' }],
});
const populations = (a: number, b: number, c: number): EntreesDExercice['populations'] =>
  [AUBRAC, BELVAL, CORVOL].map((siren, rang) => ({
    siren,
    valeur: [a, b, c][rang] ?? 0,
    source: { type: 'donnee', nom: 'INSEE', millesime: '2025' },
  }));
const selon = (cle: Cle, ecarts: Partial<EntreesDExercice['regles']> = {}) =>
  desRegles({ bareme: AVEC_PCM.bareme, cle, ...ecarts });

describe('les cas chiffrés de référence, par la clé de la convention', () => {
  test('C09 : 38 500,00 € selon les équivalents-permis', () => {
    expect(parts(calculer({ actes: ACTES, regles: AVEC_PCM }))).toEqual([
      '24491.34',
      '10228.55',
      '3780.11',
    ]);
  });

  const MIXTE = {
    mode: 'mixte',
    composantes: [
      { critere: 'population', ponderation: '0.5' },
      { critere: 'equivalents-actes', ponderation: '0.5' },
    ],
  } as const;
  test('C10 : moitié population, moitié actes, un seul arrondi', () => {
    const regles = selon({ ...MIXTE, methode: 'taux-composite' });
    expect(
      parts(calculer({ actes: ACTES, regles, populations: populations(2450, 1130, 420) })),
    ).toEqual(['24036.29', '10552.40', '3911.31']);
  });

  test('C10, variante en deux enveloppes : chacune arrondie', () => {
    const regles = selon({ ...MIXTE, methode: 'enveloppes' });
    expect(
      parts(calculer({ actes: ACTES, regles, populations: populations(2450, 1130, 420) })),
    ).toEqual(['24036.30', '10552.39', '3911.31']);
  });

  test('C13 : au tarif, l’écart avec le coût reste à l’intercommunalité', () => {
    const tarifs = Object.entries({
      PC: '15500',
      DP: '10850',
      CUb: '6200',
      CUa: '3100',
      PA: '18600',
      PD: '12400',
    }).map(([type, centimes]) => ({ type, libelle: type, centimes }));
    const sansPcm = ACTES.filter(
      ({ type, collectivite }) => type !== 'PCM' && collectivite !== BELVAL,
    );
    const resultat = calculer({ actes: sansPcm, regles: selon({ mode: 'acte', tarifs }) });
    expect(parts(resultat)).toEqual(['11640.50', '0.00', '1844.50']);
    expect(ecrireMontant(resultat.partDeLEpci.centimes)).toBe('25015.00');
  });

  test('C14 : au forfait de la strate, borne basse incluse, borne haute exclue', () => {
    const strates = [
      { de: '0', a: '500', centimes: '60000' },
      { de: '500', a: '1000', centimes: '110000' },
      { de: '1000', a: null, centimes: '240000' },
    ];
    const resultat = calculer({
      regles: selon({ mode: 'forfait', strates }),
      populations: populations(499, 500, 1000),
    });
    expect(parts(resultat)).toEqual(['600.00', '1100.00', '2400.00']);
  });

  const CLE_POPULATION = { mode: 'critere', critere: 'population' } as const;
  test('C15 : prévisionnel, quatre acomptes à 80 %, puis solde sur les acomptes émis', () => {
    const regles = selon(CLE_POPULATION);
    const previsionnel = calculer({
      nature: 'previsionnel',
      regles,
      couts: [uneLigne({ centimes: '12000000' })],
      populations: populations(5200, 1800, 640),
    });
    expect(parts(previsionnel)).toEqual(['81675.39', '28272.25', '10052.36']);
    expect(previsionnel.parts[0]?.termes.map(({ centimes }) => ecrireMontant(centimes))).toEqual([
      '16335.08',
      '16335.08',
      '16335.08',
      '16335.07',
    ]);
    const definitif = calculer({
      regles,
      couts: [uneLigne({ centimes: '11642318' })],
      populations: populations(5230, 1790, 655),
      appeles: previsionnel.parts.map(({ siren, appel }) => ({
        siren,
        reference: '2025-0001',
        le: '2025-01-15' as const,
        centimes: String(appel.centimes),
      })),
    });
    expect(parts(definitif)).toEqual(['79334.62', '27152.77', '9935.79']);
    expect(definitif.parts.map(({ appel }) => ecrireMontant(appel.centimes))).toEqual([
      '13994.31',
      '4534.97',
      '1893.90',
    ]);
  });

  const ENTREE_2028 = {
    annee: 2028,
    couts: [uneLigne({ centimes: '11640000' })],
    populations: populations(5200, 1800, 640),
    membres: desEntrees().membres.map((membre) =>
      membre.siren === CORVOL ? { ...membre, entree: '2028-04-01' as const } : membre,
    ),
  };
  test('C16 : entrée au 1er avril, clé pondérée par les jours, coût tout entier réparti', () => {
    expect(parts(calculer({ ...ENTREE_2028, regles: selon(CLE_POPULATION) }))).toEqual([
      '80910.33',
      '28007.42',
      '7482.25',
    ]);
  });
  test('C17 : part annuelle proratisée, l’écart à l’intercommunalité', () => {
    const regles = selon(CLE_POPULATION, { prorata: 'part-annuelle-epci' });
    const resultat = calculer({ ...ENTREE_2028, regles });
    expect(parts(resultat)).toEqual(['79225.13', '27424.08', '7326.41']);
    expect(ecrireMontant(resultat.partDeLEpci.centimes)).toBe('2424.38');
  });

  test('C31 : gratuit, rien n’est refacturé et la valeur se lit dans l’explication', () => {
    const resultat = calculer({
      regles: selon({ mode: 'gratuit', valorisation: 'population' }),
      couts: [uneLigne({ centimes: '21248000' })],
      populations: populations(5200, 1800, 640),
    });
    expect(parts(resultat)).toEqual(['0.00', '0.00', '0.00']);
    expect(resultat.parts[0]?.part.explication.operandes?.[0]?.valeur).toBe('144619.90');
  });

  test('C32 : 40 % à l’intercommunalité par différence, le reste entre les communes', () => {
    const resultat = calculer({
      regles: selon(CLE_POPULATION, { quotePartEpci: '0.4' }),
      couts: [uneLigne({ centimes: '12714494' })],
      populations: populations(5200, 1800, 640),
    });
    expect(parts(resultat)).toEqual(['51923.06', '17973.37', '6390.53']);
    expect(ecrireMontant(resultat.partDeLEpci.centimes)).toBe('50857.98');
  });
});

describe('ce qui entre dans le coût', () => {
  test('les recettes se déduisent, les frais de structure suivent la convention', () => {
    const resultat = calculer({
      couts: [
        uneLigne({ centimes: '1000000' }),
        uneLigne({ sens: 'recette', libelle: 'Dotation', centimes: '100000' }),
      ],
      regles: desRegles({ structure: { taux: '0.08', assiette: 'charges_personnel' } }),
    });
    expect(ecrireMontant(resultat.cout.net.centimes)).toBe('9800.00');
  });

  test('le personnel vient du budget ou des agents, jamais des deux', () => {
    const agents = [
      {
        matricule: '00073',
        employeur: AUBRAC,
        metier: 'Responsable urbanisme',
        centimes: '4852000',
        sourceDuCout: cellule('rh.xlsx', 'R5'),
        part: 50,
        sourceDeLaPart: cellule('rh.xlsx', 'T5'),
      },
    ];
    const net = (personnel: 'budget' | 'effectifs') =>
      ecrireMontant(calculer({ agents, regles: desRegles({ personnel }) }).cout.net.centimes);
    expect(net('budget')).toBe('38500.00');
    expect(net('effectifs')).toBe('24260.00');
  });
});

describe('ce qui est compté', () => {
  test('un acte d’avant l’adhésion ne compte pas, et l’écran le dit', () => {
    const entrees = desEntrees({
      membres: desEntrees().membres.map((membre) =>
        membre.siren === CORVOL ? { ...membre, entree: '2025-05-01' as const } : membre,
      ),
      actes: [
        desActes(AUBRAC, 'PC', 10),
        desActes(CORVOL, 'PC', 4, { mois: 4 }),
        desActes(CORVOL, 'PC', 1, { mois: 5 }),
      ],
    });
    const resultat = calculerExercice(entrees);
    if (!resultat.ok) throw new Error('refus');
    expect(
      resultat.valeur.parts.find(({ siren }) => siren === CORVOL)?.cle?.explication.valeur,
    ).toBe('1');
    const controle = controlerExercice(entrees, resultat.valeur).find(
      ({ code }) => code === 'actes-hors-adhesion',
    );
    expect(controle?.message).toContain('4');
  });

  test('un service né en cours d’année avertit que coût et acomptes portent sur l’année entière', () => {
    const entrees = desEntrees({
      annee: 2026,
      nature: 'previsionnel',
      convention: { ...desEntrees().convention, effetLe: '2026-11-24' },
      membres: desEntrees().membres.map((membre) => ({ ...membre, entree: '2026-11-24' as const })),
    });
    const resultat = calculerExercice(entrees);
    if (!resultat.ok) throw new Error('refus');
    const codes = controlerExercice(entrees, resultat.valeur).map(({ code }) => code);
    expect(codes).toContain('annee-incomplete');
    const etablie = calculer();
    expect(controlerExercice(desEntrees(), etablie).map(({ code }) => code)).not.toContain(
      'annee-incomplete',
    );
  });

  test('les unités constatées ne se proratisent pas ; celles d’un prévisionnel, si', () => {
    const membres = desEntrees().membres.map((membre) =>
      membre.siren === CORVOL ? { ...membre, entree: '2025-07-02' as const } : membre,
    );
    const actes = [AUBRAC, CORVOL].flatMap((siren) =>
      [2024, 2025].map((annee) => desActes(siren, 'PC', 10, { annee, mois: 8 })),
    );
    const definitif = calculer({ membres, actes });
    const previsionnel = calculer({ membres, actes, nature: 'previsionnel' });
    expect(parts(definitif)).toEqual(['19250.00', '0.00', '19250.00']);
    expect(Number(parts(previsionnel)[2])).toBeLessThan(13_000);
  });

  test('un acte hors barème est refusé en le nommant', () => {
    const refuse = calculerExercice(desEntrees({ actes: [desActes(AUBRAC, 'PCMI', 3)] }));
    expect(refuse.ok ? '' : refuse.refus[0]?.message).toContain('PCMI');
  });

  test('sans aucun acte importé, le refus dit lesquels et où les déposer', () => {
    const refuse = calculerExercice(desEntrees({ actes: [] }));
    expect(refuse.ok ? null : refuse.refus[0]).toMatchObject({ code: 'actes-absents' });
    expect(refuse.ok ? '' : refuse.refus[0]?.message).toContain('2025');
  });

  test('un prévisionnel se fonde sur la dernière année connue', () => {
    const resultat = calculer({ annee: 2027, nature: 'previsionnel' });
    expect(resultat.parts.find(({ siren }) => siren === AUBRAC)?.cle?.explication.valeur).toBe(
      '10',
    );
  });

  test('une population absente est refusée en nommant la commune', () => {
    const refuse = calculerExercice(
      desEntrees({ regles: selon({ mode: 'critere', critere: 'population' }), populations: [] }),
    );
    expect(refuse.ok ? '' : refuse.refus[0]?.message).toContain('Aubrac');
  });

  test('sans commune adhérente, il n’y a rien à émettre', () => {
    const refuse = calculerExercice(desEntrees({ membres: [] }));
    expect(refuse.ok ? '' : refuse.refus[0]?.code).toBe('aucun-membre');
  });

  test('un trop-perçu donne un avoir', () => {
    const resultat = calculer({
      appeles: [{ siren: BELVAL, reference: '2025-0002', le: '2025-01-15', centimes: '3000000' }],
    });
    const belval = resultat.parts.find(({ siren }) => siren === BELVAL);
    expect(belval?.sens).toBe('avoir');
    expect((belval?.appel.centimes ?? 0n) < 0n).toBe(true);
  });
});

describe('chaque montant s’explique jusqu’à sa cellule', () => {
  test('l’arbre se refait, et mène aux cellules du budget, aux actes et à la convention signée', () => {
    const resultat = calculer({ actes: ACTES, regles: AVEC_PCM });
    const [premiere] = resultat.parts;
    if (premiere === undefined) throw new Error('part absente');
    expect(verifierExplication(resultat.total.explication)).toEqual([]);
    const sources = sourcesDe(premiere.part.explication).map(({ source }) => source);
    expect(sources).toContainEqual(cellule('budget.csv', 'J2'));
    expect(
      sources.some((source) => source.type === 'cellule' && source.fichier === 'actes.csv'),
    ).toBe(true);
    expect(sources).toContainEqual({ type: 'acte', convention: 'Droit des sols', version: 1 });
  });

  test('l’état d’une commune détaille ses actes, et ceux des autres par leur seul total', () => {
    const entrees = desEntrees({ actes: ACTES, regles: AVEC_PCM });
    const resultat = calculer(entrees);
    const [aubrac] = resultat.parts;
    if (aubrac === undefined) throw new Error('part absente');
    const contenu = composerPart(entrees, resultat, aubrac);
    expect(verifierExplication(contenu.explication)).toEqual([]);
    const texte = JSON.stringify(contenu.explication);
    expect(texte).toContain('PC, Aubrac, juin 2025');
    expect(texte).not.toContain('PC, Belval');
    expect(texte).toContain('Équivalents-actes de Belval');
    expect(contenu.actes.every(({ collectivite }) => collectivite === AUBRAC)).toBe(true);
  });

  test('le coût d’un agent ne se lit pas dans l’état d’une commune', () => {
    const entrees = desEntrees({
      regles: desRegles({ personnel: 'effectifs' }),
      agents: [
        {
          matricule: '00073',
          employeur: AUBRAC,
          metier: 'Responsable urbanisme',
          centimes: '4852000',
          sourceDuCout: cellule('rh.xlsx', 'R5'),
          part: 50,
          sourceDeLaPart: cellule('rh.xlsx', 'T5'),
        },
      ],
    });
    const resultat = calculer(entrees);
    const [premiere] = resultat.parts;
    if (premiere === undefined) throw new Error('part absente');
    const contenu = JSON.stringify(composerPart(entrees, resultat, premiere));
    expect(contenu).not.toContain('00073');
    expect(contenu).not.toContain('48520');
    expect(contenu).toContain('24260.00');
    expect(JSON.stringify(composerEtat(entrees, resultat))).toContain('00073');
  });

  test('mis à plat, chaque calcul est imprimé une fois, chaque opérande dit sa source', () => {
    const resultat = calculer({ actes: ACTES, regles: AVEC_PCM });
    const etapes = mettreAPlat(resultat.parts[0]?.part.explication ?? resultat.total.explication);
    expect(new Set(etapes.map(({ libelle, valeur }) => libelle + valeur)).size).toBe(etapes.length);
    expect(etapes[0]?.formule).toContain('plus forts restes');
    const sources = etapes.flatMap(({ operandes }) => operandes.map(({ source }) => source));
    expect(sources).toContain('budget.csv, cellule J2');
    expect(sources.every((source) => source !== '')).toBe(true);
  });
});

describe('un état se recalcule au même centime', () => {
  test('les entrées figées en JSON redonnent les mêmes montants', () => {
    const entrees = desEntrees({ actes: ACTES, regles: AVEC_PCM });
    const resultat = calculer(entrees);
    const figees = JSON.parse(JSON.stringify(composerEtat(entrees, resultat))) as {
      entrees: EntreesDExercice;
    };
    expect(signatureDe(calculer(figees.entrees))).toBe(signatureDe(resultat));
  });
});

const unMode = fc.constantFrom<Cle>(
  { mode: 'critere', critere: 'equivalents-actes' },
  { mode: 'critere', critere: 'population' },
  { mode: 'critere', critere: 'egalitaire' },
  {
    mode: 'mixte',
    methode: 'taux-composite',
    composantes: [
      { critere: 'population', ponderation: '0.3' },
      { critere: 'equivalents-actes', ponderation: '0.7' },
    ],
  },
  {
    mode: 'mixte',
    methode: 'enveloppes',
    composantes: [
      { critere: 'egalitaire', ponderation: '0.5' },
      { critere: 'population', ponderation: '0.5' },
    ],
  },
  { mode: 'fixe-et-variable', partFixe: '0.2', fixe: 'egalitaire', variable: 'equivalents-actes' },
  { mode: 'fixe-et-variable', partFixe: '0.35', fixe: 'population', variable: 'egalitaire' },
  {
    mode: 'forfait',
    strates: [
      { de: '0', a: '1000', centimes: '60001' },
      { de: '1000', a: null, centimes: '99999' },
    ],
  },
  {
    mode: 'acte',
    tarifs: [
      { type: 'PC', libelle: 'PC', centimes: '15503' },
      { type: 'DP', libelle: 'DP', centimes: '10007' },
    ],
  },
  { mode: 'gratuit', valorisation: 'population' },
);

const uneCommune = fc.record({
  population: fc.integer({ min: 1, max: 90_000 }),
  pc: fc.integer({ min: 0, max: 400 }),
  dp: fc.integer({ min: 1, max: 900 }),
  mois: fc.integer({ min: 1, max: 12 }),
  entree: fc.constantFrom(
    '2015-07-01',
    '2025-01-01',
    '2025-03-17',
    '2025-12-31',
  ) as fc.Arbitrary<`${number}-${number}-${number}`>,
  sortie: fc.constantFrom(null, '2025-12-31', '2026-06-30') as fc.Arbitrary<
    `${number}-${number}-${number}` | null
  >,
});

describe('Σ parts + part de l’intercommunalité = coût, quel que soit le mode', () => {
  test('au centime, pour toute clé, toute quote-part, toute entrée en cours d’année', () => {
    fc.assert(
      fc.property(
        unMode,
        fc.array(uneCommune, { minLength: 1, maxLength: 12 }),
        fc.bigInt({ min: 1n, max: 10n ** 10n }),
        fc.constantFrom('0', '0.3', '0.333', '1'),
        fc.constantFrom('cle-ponderee', 'part-annuelle-epci' as const),
        fc.constantFrom('definitif', 'previsionnel' as const),
        (cle, communes, centimes, quotePartEpci, prorata, nature) => {
          const siren = (rang: number) => String(214_200_000 + rang);
          const annee = nature === 'definitif' ? 2025 : 2024;
          const resultat = calculerExercice(
            desEntrees({
              nature: nature as 'definitif' | 'previsionnel',
              regles: desRegles({ cle, quotePartEpci, prorata: prorata as 'cle-ponderee' }),
              couts: [uneLigne({ centimes: String(centimes) })],
              membres: communes.map(({ entree, sortie }, rang) => ({
                siren: siren(rang),
                nom: `Commune ${rang}`,
                entree,
                sortie,
              })),
              actes: communes.flatMap(({ pc, dp, mois }, rang) => [
                desActes(siren(rang), 'PC', pc, { annee, mois }),
                desActes(siren(rang), 'DP', dp, { annee, mois: 12 }),
              ]),
              populations: communes.map(({ population }, rang) => ({
                siren: siren(rang),
                valeur: population,
                source: { type: 'saisie' },
              })),
            }),
          );
          if (!resultat.ok) throw new Error(JSON.stringify(resultat.refus));
          const { parts: toutes, partDeLEpci, cout, partDesCommunes, total } = resultat.valeur;
          const somme = toutes.reduce((cumul, { part }) => cumul + part.centimes, 0n);
          expect(somme).toBe(total.centimes);
          expect(somme + partDeLEpci.centimes).toBe(cout.net.centimes);
          expect(cout.net.centimes).toBe(centimes);
          const repartitToute =
            !['forfait', 'acte', 'gratuit'].includes(cle.mode) && prorata === 'cle-ponderee';
          if (repartitToute) expect(somme).toBe(partDesCommunes.centimes);
          for (const { appel, termes, part } of toutes) {
            if (nature === 'previsionnel')
              expect(termes.reduce((cumul, terme) => cumul + terme.centimes, 0n)).toBe(
                appel.centimes,
              );
            else expect(appel.centimes).toBe(part.centimes);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('toute explication se vérifie, entière ou restreinte à une commune', () => {
    fc.assert(
      fc.property(unMode, fc.array(uneCommune, { minLength: 2, maxLength: 4 }), (cle, communes) => {
        const entrees = desEntrees({
          regles: desRegles({ cle, quotePartEpci: '0.3' }),
          membres: communes.map(({ entree, sortie }, rang) => ({
            siren: String(214_200_000 + rang),
            nom: `Commune ${rang}`,
            entree,
            sortie,
          })),
          actes: communes.flatMap(({ pc, dp, mois }, rang) => [
            desActes(String(214_200_000 + rang), 'PC', pc, { mois }),
            desActes(String(214_200_000 + rang), 'DP', dp, { mois: 12 }),
          ]),
          populations: communes.map(({ population }, rang) => ({
            siren: String(214_200_000 + rang),
            valeur: population,
            source: { type: 'saisie' },
          })),
        });
        const resultat = calculerExercice(entrees);
        if (!resultat.ok) throw new Error(JSON.stringify(resultat.refus));
        expect(verifierExplication(resultat.valeur.total.explication)).toEqual([]);
        for (const part of resultat.valeur.parts) {
          const { explication, explicationDeLAppel } = composerPart(entrees, resultat.valeur, part);
          expect(verifierExplication(explication)).toEqual([]);
          expect(verifierExplication(explicationDeLAppel)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
