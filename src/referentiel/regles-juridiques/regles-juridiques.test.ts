import { expect, test } from 'vitest';
import { estBloquante } from '../../moteurs/procedure/index.ts';
import { REGLES_JURIDIQUES, regleEnVigueur } from './index.ts';

const numeroter = (famille: string, combien: number): readonly string[] =>
  Array.from({ length: combien }, (_, rang) => `${famille}-${String(rang + 1).padStart(2, '0')}`);

test.each([
  ...numeroter('SCH', 12),
  ...numeroter('TC', 6),
  ...numeroter('SC', 17),
  ...numeroter('INS', 11),
  ...numeroter('CL', 7),
  'MAJ-Q',
])('la règle %s est en vigueur, avec son article et un message', (code) => {
  const regle = regleEnVigueur(code, '2027-01-01');
  expect(regle?.article).toMatch(/art\.|CE,/);
  expect(regle?.message.length).toBeGreaterThan(10);
});

test('une règle « à vérifier » n’est jamais bloquante', () => {
  const fautives = REGLES_JURIDIQUES.filter(
    ({ confiance, gravite }) => confiance === 'a-verifier' && gravite === 'bloquant',
  );
  expect(fautives).toEqual([]);
  expect(estBloquante({ ...regle('SC-12'), confiance: 'a-verifier' })).toBe(false);
});

test('une règle quasi certaine que le relevé demande de relire (D-04, D-05, D-06) n’est pas bloquante', () => {
  const fautives = REGLES_JURIDIQUES.filter(
    ({ confiance, gravite, reserve }) =>
      confiance === 'a-verifier-quasi-certain' && gravite === 'bloquant' && reserve !== undefined,
  );
  expect(fautives).toEqual([]);
});

const regle = (code: string) => {
  const trouvee = regleEnVigueur(code, '2027-01-01');
  if (trouvee === undefined) throw new Error(`règle absente : ${code}`);
  return trouvee;
};

test('deux versions d’un même code ne couvrent jamais le même jour', () => {
  const chevauchements = REGLES_JURIDIQUES.filter((une, rang) =>
    REGLES_JURIDIQUES.slice(rang + 1).some(
      (autre) =>
        autre.code === une.code &&
        (autre.jusqua ?? '9') >= (une.depuis ?? '0') &&
        (une.jusqua ?? '9') >= (autre.depuis ?? '0'),
    ),
  );
  expect(chevauchements.map(({ code }) => code)).toEqual([]);
});

test.each([
  { code: 'SCH-06', silence: 'favorable', mois: 3 },
  { code: 'TC-01', silence: 'favorable', mois: 3 },
  { code: 'TC-05', silence: 'defavorable', mois: 3 },
  { code: 'AC-04', silence: 'pas-d-accord', mois: 3 },
  { code: 'PAC-02', silence: 'passer-outre', mois: 2 },
] as const)('le silence sur $code : $silence, au bout de $mois mois', ({ code, silence, mois }) => {
  expect(regle(code).delai).toMatchObject({ silence, duree: { mois } });
});

test('avant le 29 décembre 2019, la règle actuelle du schéma n’est pas en vigueur', () => {
  expect(regleEnVigueur('SCH-06', '2019-12-28')).toBeUndefined();
  expect(regleEnVigueur('SCH-06', '2019-12-29')?.code).toBe('SCH-06');
});

test('un code inconnu n’a pas de règle', () => {
  expect(regleEnVigueur('SCH-99', '2027-01-01')).toBeUndefined();
});
