import { expect, test } from 'vitest';
import type { Travail } from '../../socle/travaux/index.ts';
import { montrerTravail } from './montrer-travail.ts';

const COMMENCE = new Date('2026-11-24T10:00:00Z');

const unTravail = (ecarts: Partial<Travail> = {}): Travail => ({
  id: '1',
  genre: 'essai',
  libelle: 'Lecture de la grille',
  etat: 'en-cours',
  collectivite: null,
  progression: 25,
  total: 100,
  message: null,
  resultat: null,
  erreur: null,
  annulationDemandee: false,
  reprises: 0,
  creeLe: COMMENCE,
  creePar: 'Camille',
  commenceLe: COMMENCE,
  termineLe: null,
  ...ecarts,
});

test('un quart fait en dix secondes : il en reste trente', () => {
  expect(montrerTravail(unTravail(), COMMENCE.getTime() + 10_000)).toMatchObject({
    part: 0.25,
    etape: '25 sur 100',
    secondesRestantes: 30,
  });
});

test('un travail qui n’a rien dit encore n’invente pas d’avancement', () => {
  expect(
    montrerTravail(unTravail({ progression: null, total: null }), COMMENCE.getTime()),
  ).toMatchObject({ part: null, etape: null, secondesRestantes: null });
});

test.each([
  [{ chemin: '/t/200035202/elaborer/schema' }, '/t/200035202/elaborer/schema'],
  [{ chemin: '//ailleurs.example' }, null],
  [{ chemin: '/\\ailleurs.example' }, null],
  [{ chemin: 'https://ailleurs.example' }, null],
  [['/t'], null],
  [null, null],
])('le résultat %j mène à %s', (resultat, suite) => {
  expect(montrerTravail(unTravail({ etat: 'termine', resultat }), 0).suite).toBe(suite);
});
