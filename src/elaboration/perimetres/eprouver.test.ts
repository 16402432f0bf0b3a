import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CRITERES_DE_PERIMETRE } from '../../referentiel/criteres/index.ts';
import { eprouverGrille } from './eprouver.server.ts';
import { essayerPoids, evaluerGrille, preparerTirage } from './eprouver.ts';
import { noterGrille } from './evaluer.ts';
import { montrerResultat } from './montrer-resultat.ts';
import { desCartes, desNotes, uneGrille } from './perimetres.exemples.ts';
import { CRITERES_PESES, rangeesDesRangs, rangsIndicatifs } from './ponderer.ts';

const CODES = CRITERES_DE_PERIMETRE.map(({ code }) => code);
const notesA = (valeur: (rang: number) => number) =>
  Object.fromEntries(CODES.map((code, rang) => [code, valeur(rang)]));

/** Deux services qui s’opposent : l’un fort sur les premiers critères, l’autre sur les derniers. */
const grilleDisputee = () =>
  uneGrille({
    notes: [
      ...desNotes(
        'ADS',
        notesA((rang) => (rang < 8 ? 5 : 3)),
      ),
      ...desNotes(
        'RH',
        notesA((rang) => (rang < 8 ? 3 : 5)),
      ),
    ],
    cartes: [
      desCartes({ evaluateur: 'A', rangees: rangeesDesRangs(rangsIndicatifs()), rapport: 6 }),
      desCartes({
        evaluateur: 'B',
        rangees: CRITERES_PESES.map(({ code }) => [code]),
        rapport: 8,
      }),
    ],
  });

test('les lots réunis valent un seul tirage : chaque ligne somme à 1, la marge est celle du total', () => {
  const { robustesse } = evaluerGrille(grilleDisputee(), 20_000);
  expect(robustesse?.precision).toEqual({
    tirages: 20_000,
    graine: 2026,
    erreurMax: 0.98 / Math.sqrt(20_000),
  });
  for (const ligne of robustesse?.acceptabilite ?? []) {
    expect(ligne.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  }
  for (const centraux of robustesse?.poidsCentraux ?? []) {
    if (centraux !== null) expect(centraux.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  }
});

test('éprouver sans bloquer rend exactement le calcul d’un trait, la première fois comme les suivantes', async () => {
  const grille = grilleDisputee();
  const dUnTrait = evaluerGrille(grille);
  expect((await eprouverGrille(grille)).robustesse).toEqual(dUnTrait.robustesse);
  expect((await eprouverGrille(grille)).robustesse).toEqual(dUnTrait.robustesse);
});

test('éprouver une grande grille rend la main entre les lots', async () => {
  const services = Array.from({ length: 12 }, (_, i) => ({ service: `S${i}`, libelle: `S ${i}` }));
  const notes = services.flatMap(({ service }, i) =>
    desNotes(
      service,
      notesA((rang) => 2 + ((rang * 7 + i * 3) % 4)),
    ),
  );
  let tours = 0;
  const compteur = setInterval(() => {
    tours += 1;
  }, 0);
  await eprouverGrille(uneGrille({ services, notes }));
  clearInterval(compteur);
  expect(tours).toBeGreaterThan(3);
});

test('un critère non noté parcourt toute l’échelle : il peut faire gagner ou perdre', () => {
  const tout = notesA(() => 3);
  const { CR01: _volonte, ...sansVolonte } = tout;
  const grille = uneGrille({
    notes: [...desNotes('ADS', tout), ...desNotes('RH', sansVolonte)],
  });
  const notee = noterGrille(grille);
  expect(notee.manques).toEqual([[1, 0]]);
  const essayees = preparerTirage(notee).map(({ valeurs }) => valeurs[1]?.[0] ?? -1);
  expect(Math.min(...essayees)).toBeCloseTo(0.5 / 101, 9);
  expect(Math.max(...essayees)).toBeCloseTo(100.5 / 101, 9);
  expect(new Set(essayees).size).toBe(101);
  const { robustesse } = evaluerGrille(grille);
  // À égalité partout ailleurs, la note manquante décide : une fois sur deux.
  expect(robustesse?.acceptabilite[1]?.[0]).toBeCloseTo(0.5, 1);
  expect(robustesse?.precision.erreurMax).toBeGreaterThan(0.01);
});

test('le dissensus des cartes est montré : deux évaluateurs peuvent classer en sens inverse', () => {
  const ordre = CRITERES_PESES.map(({ code }) => [code]);
  const grille = uneGrille({
    ...grilleDisputee(),
    cartes: [
      desCartes({ evaluateur: 'A', rangees: ordre, rapport: 30 }),
      desCartes({ evaluateur: 'B', rangees: [...ordre].reverse(), rapport: 30 }),
    ],
  });
  const { evaluateurs, selonChacun } = montrerResultat(grille, evaluerGrille(grille, 100));
  expect(evaluateurs).toEqual(['A', 'B']);
  const ads = selonChacun.find(({ libelle }) => libelle === 'Application du droit des sols');
  expect(ads?.rangs).toEqual([2, 1]);
});

test('une grille sans service classable ne tire rien et n’a pas de phrase', async () => {
  expect(preparerTirage(noterGrille(uneGrille()))).toEqual([]);
  const evaluation = await eprouverGrille(uneGrille());
  expect(montrerResultat(uneGrille(), evaluation)).toMatchObject({
    phrase: null,
    bande: null,
    debats: [],
  });
});

test('une grande grille montre douze services et huit rangs, et dit combien il y en a', () => {
  const services = Array.from({ length: 40 }, (_, i) => ({ service: `S${i}`, libelle: `S ${i}` }));
  const notes = services.flatMap(({ service }, i) =>
    desNotes(
      service,
      notesA((rang) => 2 + ((rang * 5 + i) % 4)),
    ),
  );
  const grille = uneGrille({ services, notes });
  const { bande } = montrerResultat(grille, evaluerGrille(grille, 200));
  expect(bande?.options).toHaveLength(12);
  expect(bande?.options[0]?.acceptabilites).toHaveLength(8);
  expect(bande?.optionsEnTout).toBe(40);
});

test('essayer d’autres poids change l’ordre sans rien enregistrer', () => {
  const notee = noterGrille(grilleDisputee());
  const premierCritere = essayerPoids(notee, { [CRITERES_PESES[0]?.code ?? '']: 100 });
  const dernierCritere = essayerPoids(notee, { [CRITERES_PESES.at(-1)?.code ?? '']: 100 });
  expect(premierCritere?.classement[0]?.libelle).toBe('Application du droit des sols');
  expect(dernierCritere?.classement[0]?.libelle).toBe('Ressources humaines et paie');
  expect(essayerPoids(notee, {})).toBeNull();
});

test('multiplier tous les poids essayés par une constante ne change rien', () => {
  const notee = noterGrille(grilleDisputee());
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 15, maxLength: 15 }),
      fc.integer({ min: 2, max: 9 }),
      (points, facteur) => {
        const poids = (k: number) =>
          Object.fromEntries(CRITERES_PESES.map(({ code }, i) => [code, k * (points[i] ?? 1)]));
        expect(essayerPoids(notee, poids(facteur))).toEqual(essayerPoids(notee, poids(1)));
      },
    ),
    { numRuns: 50 },
  );
});
