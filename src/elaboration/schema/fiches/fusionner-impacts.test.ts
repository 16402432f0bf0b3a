import { expect, test } from 'vitest';
import { unImpact } from '../schema.exemples.ts';
import { fusionnerImpacts } from './fusionner-impacts.ts';

const MARS = '214201410';
const CHARLIEU = '214200529';
const mars = (coutCentimes: bigint | null, creationsCentiemes = 0) =>
  unImpact({ collectivite: MARS, coutCentimes, creationsCentiemes });
const charlieu = (coutCentimes: bigint) => unImpact({ collectivite: CHARLIEU, coutCentimes });

test('chacun sa commune : les deux changements sont gardés, et l’on sait lequel vient de l’autre', () => {
  const fusion = fusionnerImpacts(
    [mars(0n), charlieu(0n)],
    [mars(100n), charlieu(0n)],
    [mars(0n), charlieu(200n)],
  );
  expect(fusion.impacts).toEqual([mars(100n), charlieu(200n)]);
  expect(fusion.reprises).toEqual([MARS]);
  expect(fusion.conflits).toEqual([]);
});

test('deux valeurs d’une même commune : tout est gardé aussi', () => {
  const fusion = fusionnerImpacts([mars(0n)], [mars(100n)], [mars(0n, 50)]);
  expect(fusion.impacts).toEqual([mars(100n, 50)]);
});

test('la même case, différemment : un conflit, et la valeur envoyée reste proposée', () => {
  const fusion = fusionnerImpacts([mars(0n)], [mars(100n)], [mars(200n)]);
  expect(fusion.conflits).toEqual([{ collectivite: MARS, champ: 'coutCentimes' }]);
  expect(fusion.impacts).toEqual([mars(200n)]);
});

test('la même case, pareille : rien à trancher', () => {
  expect(fusionnerImpacts([mars(0n)], [mars(100n)], [mars(100n)])).toMatchObject({
    conflits: [],
    reprises: [],
  });
});

test('effacer une valeur que l’autre a changée est un conflit, pas un oubli', () => {
  expect(fusionnerImpacts([mars(0n)], [mars(100n)], [mars(null)]).conflits).toHaveLength(1);
});

test('une commune entrée au périmètre pendant la saisie garde ce que l’autre y a écrit', () => {
  const vide = unImpact({
    collectivite: CHARLIEU,
    transfertsCentiemes: null,
    creationsCentiemes: null,
    suppressionsCentiemes: null,
    coutCentimes: null,
    attributionCentimes: null,
  });
  const fusion = fusionnerImpacts([mars(0n)], [mars(0n), charlieu(300n)], [mars(50n), vide]);
  expect(fusion.impacts).toEqual([mars(50n), charlieu(300n)]);
  expect(fusion.conflits).toEqual([]);
});
