import { expect, test } from 'vitest';
import source from '../../referentiel/donnees/criteres-perimetre.json' with { type: 'json' };
import { evaluerGrille, ranger } from './evaluer.ts';
import { noterContinuite, noterMasseCritique } from './notes-calculees.ts';
import { desNotes, uneGrille, uneNote, unePresence } from './perimetres.exemples.ts';
import { admettrePoids, CRITERES_PESES } from './ponderer.ts';

const { notes: NOTES_DE_CONTROLE } = source.calcul.exempleDeControle;

test('une grille à moitié notée donne un score provisoire, et n’est pas classée sous 70 % du poids', () => {
  const grille = uneGrille({ notes: desNotes('ADS', { CR01: 4, CR02: 4 }) });
  const ads = evaluerGrille(grille, {}).services.find(({ service }) => service === 'ADS');
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
  const ads = evaluerGrille(uneGrille({ notes }), {}).services[0];
  const volonte = ads?.criteres.find(({ code }) => code === 'CR01');
  expect(volonte?.note).toBe(4);
  expect(volonte?.consolidee?.estADebattre).toBe(true);
});

test('une note calculée sur les données sert tant que personne n’a noté, puis s’efface', () => {
  const calculee = noterMasseCritique([unePresence()]);
  const calculees = { ADS: calculee === null ? [] : [calculee] };
  const noteDe = (notes: readonly ReturnType<typeof uneNote>[]) =>
    evaluerGrille(uneGrille({ notes }), calculees).services[0]?.criteres.find(
      ({ code }) => code === 'CR03',
    )?.note;
  expect(noteDe([])).toBe(5);
  expect(noteDe([uneNote({ critere: 'CR03', note: 2 })])).toBe(2);
});

test('le meilleur service sur tous les critères est premier dans 100 % des façons de peser', () => {
  const moins = Object.fromEntries(
    Object.entries(NOTES_DE_CONTROLE).map(([code, note]) => [
      code,
      code === 'CR12' ? note : note - 1,
    ]),
  );
  const notes = [...desNotes('ADS', NOTES_DE_CONTROLE), ...desNotes('RH', moins)];
  const { robustesse, phrases, services } = evaluerGrille(uneGrille({ notes }), {});
  expect(robustesse?.acceptabilite[0]).toEqual([1, 0]);
  expect(services.map(({ rang }) => rang)).toEqual([1, 2]);
  expect(phrases.ADS).toContain('100');
});

test('le droit écarte : CR12 noté 1 sort le service du classement, quel que soit son score', () => {
  const notes = desNotes('ADS', { ...NOTES_DE_CONTROLE, CR12: 1 });
  const ads = evaluerGrille(uneGrille({ notes }), {}).services[0];
  expect(ads?.score.estEcartee).toBe(true);
  expect(ads?.rang).toBeNull();
});

test('les poids admis vont du plus bas au plus haut des poids exprimés', () => {
  const ordre = CRITERES_PESES.map(({ code }) => [code]);
  const { bas, haut, centre, parEvaluateur } = admettrePoids([
    { evaluateur: 'A', rangees: ordre, rapport: 5 },
    { evaluateur: 'B', rangees: [...ordre].reverse(), rapport: 5 },
  ]);
  expect(parEvaluateur).toHaveLength(2);
  expect(centre.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  expect(bas.every((b, rang) => b <= (centre[rang] ?? 0))).toBe(true);
  expect(haut.every((h, rang) => h >= (centre[rang] ?? 1))).toBe(true);
});

test('deux ex æquo partagent leur rang', () => {
  expect(ranger([3, 5, 5, 1])).toEqual([3, 1, 1, 4]);
});

test.each([
  { etp: 40, attendu: 5, cas: 'moins d’un demi-ETP presque partout' },
  { etp: 80, attendu: 4, cas: 'des fractions de poste dans la majorité' },
  { etp: 200, attendu: 2, cas: 'des services constitués' },
  { etp: 400, attendu: 1, cas: 'des services étoffés' },
])('masse critique : $cas donne $attendu', ({ etp, attendu }) => {
  const presences = [1, 2, 3].map(() => unePresence({ etpCentiemes: etp }));
  expect(noterMasseCritique(presences)?.note).toBe(attendu);
});

test('continuité : un agent unique partout et des départs proches donnent la note la plus forte', () => {
  expect(noterContinuite([unePresence({ agents: 1, departsACinqAns: 1 })])?.note).toBe(5);
  expect(noterContinuite([unePresence({ agents: 3 })])?.note).toBe(1);
  expect(noterContinuite([])).toBeNull();
});
