import { expect, test } from 'vitest';
import source from '../../referentiel/donnees/criteres-perimetre.json' with { type: 'json' };
import { evaluerGrille } from './eprouver.ts';
import { noterGrille, ranger } from './evaluer.ts';
import { noterMasseCritique } from './notes-calculees.ts';
import {
  desCartes,
  desNotes,
  figer,
  uneGrille,
  uneNote,
  unePresence,
} from './perimetres.exemples.ts';
import {
  admettrePoids,
  CRITERES_PESES,
  rangeesDesRangs,
  rangsDesRangees,
  rangsIndicatifs,
} from './ponderer.ts';

const { notes: NOTES_DE_CONTROLE } = source.calcul.exempleDeControle;

test('une grille à moitié notée donne un score provisoire, et n’est pas classée sous 70 % du poids', () => {
  const grille = uneGrille({ notes: desNotes('ADS', { CR01: 4, CR02: 4 }) });
  const ads = noterGrille(grille).services.find(({ service }) => service === 'ADS');
  expect(ads?.score.estProvisoire).toBe(true);
  expect(ads?.score.estClassable).toBe(false);
  expect(ads?.rang).toBeNull();
});

test('la note retenue est la médiane, et un écart de trois points est à débattre', () => {
  const notes = [
    uneNote({ evaluateur: 'A', note: 1 }),
    uneNote({ evaluateur: 'B', note: 4 }),
    uneNote({ evaluateur: 'C', note: 5 }),
  ];
  const ads = noterGrille(uneGrille({ notes })).services[0];
  const volonte = ads?.criteres.find(({ code }) => code === 'CR01');
  expect(volonte?.note).toBe(4);
  expect(volonte?.consolidee?.estADebattre).toBe(true);
});

test('une note calculée sur les données sert tant que personne n’a noté, puis s’efface', () => {
  const calculee = noterMasseCritique([unePresence()]);
  const calculees = calculee === null ? [] : [figer('ADS', calculee)];
  const lire = (notes: readonly ReturnType<typeof uneNote>[]) =>
    noterGrille(uneGrille({ notes, calculees })).services[0]?.criteres.find(
      ({ code }) => code === 'CR03',
    );
  expect(lire([])).toMatchObject({ note: 5, estCalculee: true });
  expect(lire([uneNote({ critere: 'CR03', note: null })])).toMatchObject({ note: 5 });
  expect(lire([uneNote({ critere: 'CR03', note: 2 })])).toMatchObject({
    note: 2,
    estCalculee: false,
  });
});

test('les notes d’un service ne débordent jamais sur un autre', () => {
  const grille = uneGrille({ notes: desNotes('RH', { CR01: 5 }) });
  const [ads, rh] = noterGrille(grille).services;
  expect(ads?.criteres.every(({ note }) => note === null)).toBe(true);
  expect(rh?.criteres.find(({ code }) => code === 'CR01')?.note).toBe(5);
});

test('le meilleur service sur tous les critères est premier dans 100 % des façons de peser', () => {
  const moins = Object.fromEntries(
    Object.entries(NOTES_DE_CONTROLE).map(([code, note]) => [
      code,
      code === 'CR12' ? note : note - 1,
    ]),
  );
  const notes = [...desNotes('ADS', NOTES_DE_CONTROLE), ...desNotes('RH', moins)];
  const { robustesse, phrases, services } = evaluerGrille(uneGrille({ notes }));
  expect(robustesse?.acceptabilite[0]).toEqual([1, 0]);
  expect(services.map(({ rang }) => rang)).toEqual([1, 2]);
  expect(phrases.ADS).toContain('L’application du droit des sols arrive en tête dans 100');
});

test('le droit écarte : CR12 noté 1 sort le service du classement, quel que soit son score', () => {
  const notes = desNotes('ADS', { ...NOTES_DE_CONTROLE, CR12: 1 });
  const ads = noterGrille(uneGrille({ notes })).services[0];
  expect(ads?.score.estEcartee).toBe(true);
  expect(ads?.rang).toBeNull();
});

test('les poids admis vont du plus bas au plus haut des poids exprimés', () => {
  const ordre = CRITERES_PESES.map(({ code }) => [code]);
  const { bas, haut, centre, parEvaluateur } = admettrePoids([
    desCartes({ evaluateur: 'A', rangees: ordre, rapport: 5 }),
    desCartes({ evaluateur: 'B', rangees: [...ordre].reverse(), rapport: 5 }),
  ]);
  const MARGE = 1e-12;
  expect(parEvaluateur).toHaveLength(2);
  expect(centre.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  for (const [rang, poids] of centre.entries()) {
    expect(bas[rang]).toBeLessThanOrEqual(poids + MARGE);
    expect(haut[rang]).toBeGreaterThanOrEqual(poids - MARGE);
  }
});

test('sans carte posée, les poids du référentiel servent à 50 % près', () => {
  const { bas, centre, haut, origine } = admettrePoids([]);
  expect(bas[0]).toBeCloseTo((centre[0] ?? 0) / 2, 12);
  expect(haut[0]).toBeCloseTo((centre[0] ?? 0) * 1.5, 12);
  expect(origine).toContain('référentiel');
});

test('deux ex æquo partagent leur rang', () => {
  expect(ranger([3, 5, 5, 1])).toEqual([3, 1, 1, 4]);
});

test('les rangs posés deviennent des groupes et des cartes blanches, et inversement', () => {
  const rangees = rangeesDesRangs({ CR01: 4, CR02: 1, CR03: 1, CR04: 2 });
  expect(rangees).toEqual([['CR02', 'CR03'], ['CR04'], 1, ['CR01']]);
  expect(rangsDesRangees(rangees)).toEqual({ CR01: 4, CR02: 1, CR03: 1, CR04: 2 });
});

test('l’ordre proposé pour les cartes est celui des poids du référentiel', () => {
  const rangs = rangsIndicatifs();
  expect(rangs.CR15).toBe(1);
  expect(rangs.CR01).toBe(Math.max(...Object.values(rangs)));
});
