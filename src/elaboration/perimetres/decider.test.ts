import { expect, test } from 'vitest';
import source from '../../referentiel/donnees/criteres-perimetre.json' with { type: 'json' };
import {
  type CadreDeDecision,
  figerResultat,
  jugerDecision,
  type PropositionDeDecision,
  phraseDeDecision,
} from './decider.ts';
import { evaluerGrille } from './eprouver.ts';
import { noterGrille } from './evaluer.ts';
import { suggererForme } from './forme-suggeree.ts';
import { desNotes, uneGrille } from './perimetres.exemples.ts';

const { notes: NOTES } = source.calcul.exempleDeControle;

const unServiceNote = (notes: Readonly<Record<string, number>> = NOTES) => {
  const [service] = noterGrille(uneGrille({ notes: desNotes('ADS', notes) })).services;
  if (service === undefined) throw new Error('service attendu');
  return service;
};

const uneProposition = (ecarts: Partial<PropositionDeDecision> = {}): PropositionDeDecision => ({
  forme: 'service-commun',
  membres: ['214201410'],
  instance: 'Comité de pilotage',
  decideLe: '2026-11-24',
  motif: 'Fin de l’appui de l’État',
  ...ecarts,
});

const unCadre = (ecarts: Partial<CadreDeDecision> = {}): CadreDeDecision => ({
  service: unServiceNote(),
  communes: ['214201410', '214200529'],
  ouverteLe: '2026-11-01',
  aujourdhui: '2026-11-24',
  ...ecarts,
});

test('une proposition complète se juge sans défaut', () => {
  expect(jugerDecision(uneProposition(), unCadre())).toMatchObject({ ok: true });
});

test.each([
  { ecarts: { forme: 'syndicat' }, champ: 'forme', code: 'forme-inconnue' },
  { ecarts: { membres: [] }, champ: 'membres', code: 'membres-absents' },
  { ecarts: { membres: ['999999999'] }, champ: 'membres', code: 'membre-etranger' },
  { ecarts: { instance: '  ' }, champ: 'instance', code: 'instance-absente' },
  { ecarts: { motif: '' }, champ: 'motif', code: 'motif-absent' },
  { ecarts: { decideLe: null }, champ: 'decideLe', code: 'date-absente' },
  { ecarts: { decideLe: '2026-11-25' as const }, champ: 'decideLe', code: 'date-future' },
  { ecarts: { decideLe: '2026-10-31' as const }, champ: 'decideLe', code: 'date-avant-grille' },
])('$code : le défaut désigne le champ $champ', ({ ecarts, champ, code }) => {
  expect(jugerDecision(uneProposition(ecarts), unCadre())).toMatchObject({
    ok: false,
    refus: [{ code, chemin: champ }],
  });
});

test('tous les défauts sont dits d’un coup', () => {
  const jugee = jugerDecision(uneProposition({ forme: '', membres: [], motif: '' }), unCadre());
  expect(jugee.ok ? [] : jugee.refus.map(({ chemin }) => chemin)).toEqual([
    'membres',
    'forme',
    'motif',
  ]);
});

test('le droit ne se lève pas : impossible en droit, aucune décision', () => {
  const service = unServiceNote({ ...NOTES, CR12: 1 });
  expect(jugerDecision(uneProposition(), unCadre({ service }))).toMatchObject({
    ok: false,
    refus: [{ code: 'impossible-en-droit' }],
  });
});

test('l’opposition des communes se lève par une décision motivée', () => {
  const service = unServiceNote({ ...NOTES, CR01: 1 });
  expect(service.score.estEcartee).toBe(true);
  expect(jugerDecision(uneProposition(), unCadre({ service })).ok).toBe(true);
});

test('la copie figée garde notes, poids, classement et tirage ; la phrase est celle montrée', () => {
  const grille = uneGrille({ notes: [...desNotes('ADS', NOTES), ...desNotes('RH', NOTES)] });
  const evaluation = evaluerGrille(grille, 500);
  const [service] = evaluation.services;
  if (service === undefined) throw new Error('service attendu');
  const fige = figerResultat(evaluation, service);
  expect(fige).toMatchObject({ tirages: 500, graine: 2026, completude: 1 });
  expect(fige.notes).toEqual(NOTES);
  expect(Object.values(fige.poids).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  expect(fige.classement.map(({ rang, enTete }) => [rang, enTete])).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(phraseDeDecision(evaluation, service)).toBe(evaluation.phrases.ADS);
});

test('décider sur une grille trop peu notée se dit dans la phrase', () => {
  const evaluation = evaluerGrille(uneGrille({ notes: desNotes('ADS', { CR01: 4 }) }), 100);
  const [service] = evaluation.services;
  if (service === undefined) throw new Error('service attendu');
  expect(phraseDeDecision(evaluation, service)).toContain('aucun ordre n’a été éprouvé');
});

test.each([
  { critere: 'CR12', attendu: 'impossible en droit' },
  { critere: 'CR01', attendu: 'passe outre' },
])('un veto sur $critere se dit dans la phrase : $attendu', ({ critere, attendu }) => {
  const notes = desNotes('ADS', { ...NOTES, [critere]: 1 });
  const evaluation = evaluerGrille(uneGrille({ notes }), 100);
  const [service] = evaluation.services;
  if (service === undefined) throw new Error('service attendu');
  expect(phraseDeDecision(evaluation, service)).toContain(attendu);
});

test.each([
  { score: 75, masse: 4, forme: 'service-commun' },
  { score: 75, masse: 3, forme: 'mise-a-disposition-descendante' },
  { score: 55, masse: 5, forme: 'mise-a-disposition-descendante' },
  { score: 30, masse: 5, forme: 'mise-en-reseau' },
  { score: 10, masse: 5, forme: null },
])('score $score et masse critique $masse : forme suggérée $forme', ({ score, masse, forme }) => {
  const base = unServiceNote().score;
  expect(suggererForme({ ...base, score }, masse).forme).toBe(forme);
});
