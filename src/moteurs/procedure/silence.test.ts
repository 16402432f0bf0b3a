import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ajouterJours, ajouterMois } from '../calendrier/index.ts';
import { instruire } from './index.ts';
import {
  deliberer,
  notifier,
  unDossier,
  uneProcedure,
  uneRegleDAvis,
} from './procedure.exemples.ts';

const SELON = (silence: Parameters<typeof uneRegleDAvis>[0]) =>
  uneProcedure({ regles: [uneRegleDAvis(silence)] });

test.each([
  { recu: '2026-01-15', le: '2026-04-14', sens: 'en-attente', cas: 'la veille' },
  { recu: '2026-01-15', le: '2026-04-15', sens: 'en-attente', cas: 'le dernier jour' },
  { recu: '2026-01-15', le: '2026-04-16', sens: 'favorable', cas: 'le lendemain' },
  { recu: '2026-11-30', le: '2027-02-28', sens: 'en-attente', cas: 'fin février' },
  { recu: '2026-11-30', le: '2027-03-01', sens: 'favorable', cas: 'après février' },
  { recu: '2027-11-30', le: '2028-02-29', sens: 'en-attente', cas: 'février bissextile' },
  { recu: '2027-11-30', le: '2028-03-01', sens: 'favorable', cas: 'après le 29 février' },
  { recu: '2026-08-31', le: '2026-11-30', sens: 'en-attente', cas: 'mois de trente jours' },
  { recu: '2026-08-31', le: '2026-12-01', sens: 'favorable', cas: 'après un mois de trente jours' },
  { recu: '2026-10-01', le: '2027-01-01', sens: 'en-attente', cas: 'un jour férié sans report' },
  { recu: '2026-10-01', le: '2027-01-02', sens: 'favorable', cas: 'le lendemain d’un férié' },
] as const)('reçu le $recu, $cas ($le) : $sens', ({ recu, le, sens }) => {
  const [avis] = instruire(SELON('favorable'), unDossier(le, [notifier(recu)])).avis ?? [];
  expect(avis).toEqual(
    sens === 'favorable'
      ? { commune: '42001', sens, tacite: true, le }
      : { commune: '42001', sens, tacite: false, le: null },
  );
});

test.each([
  { silence: 'favorable', sens: 'favorable', tacite: true, statut: 'acquise', possible: true },
  { silence: 'defavorable', sens: 'defavorable', tacite: true, statut: 'acquise', possible: true },
  {
    silence: 'pas-d-accord',
    sens: 'en-attente',
    tacite: false,
    statut: 'depassee',
    possible: true,
  },
  {
    silence: 'passer-outre',
    sens: 'en-attente',
    tacite: false,
    statut: 'depassee',
    possible: true,
  },
] as const)('silence « $silence » : au lendemain du terme, $sens', (cas) => {
  const sortie = instruire(SELON(cas.silence), unDossier('2026-04-16', [notifier('2026-01-15')]));
  expect(sortie.avis?.[0]).toMatchObject({ sens: cas.sens, tacite: cas.tacite });
  expect(sortie.echeances[0]?.statut).toBe(cas.statut);
  expect(sortie.passages[0]?.possible).toBe(cas.possible);
});

test('une délibération du dernier jour est dans le délai', () => {
  const faits = [notifier('2026-01-15'), deliberer('2026-04-15', 'defavorable')];
  const sortie = instruire(SELON('favorable'), unDossier('2026-05-01', faits));
  expect(sortie.avis?.[0]).toEqual({
    commune: '42001',
    sens: 'defavorable',
    tacite: false,
    le: '2026-04-15',
  });
});

test('une délibération postérieure au terme ne change pas l’avis tacite et figure comme tardive', () => {
  const faits = [notifier('2026-01-15'), deliberer('2026-04-16', 'defavorable')];
  const sortie = instruire(SELON('favorable'), unDossier('2026-05-01', faits));
  expect(sortie.avis?.[0]).toEqual({
    commune: '42001',
    sens: 'favorable',
    tacite: true,
    le: '2026-04-16',
    tardive: { date: '2026-04-16', sens: 'defavorable' },
  });
});

test('un conseil qui délibère deux fois dans le délai est tenu par sa dernière délibération', () => {
  const faits = [
    notifier('2026-01-15'),
    deliberer('2026-02-01', 'defavorable'),
    deliberer('2026-03-01', 'favorable'),
  ];
  const sortie = instruire(SELON('favorable'), unDossier('2026-03-02', faits));
  expect(sortie.avis?.[0]).toMatchObject({ sens: 'favorable', tacite: false, le: '2026-03-01' });
});

test('une délibération antérieure à la saisine ne porte pas sur elle', () => {
  const faits = [deliberer('2026-01-10', 'favorable'), notifier('2026-01-15')];
  const sortie = instruire(SELON('favorable'), unDossier('2026-02-01', faits));
  expect(sortie.avis?.[0]?.sens).toBe('en-attente');
});

test('l’échéance est figée à la première notification : une seconde ne la déplace pas', () => {
  const faits = [notifier('2026-01-15'), notifier('2026-03-15')];
  const sortie = instruire(SELON('favorable'), unDossier('2026-04-01', faits));
  expect(sortie.echeances).toMatchObject([{ depart: '2026-01-15', echeance: '2026-04-15' }]);
});

test('l’échéance est figée au délai en vigueur le jour de la notification, même si la loi change ensuite', () => {
  const ancienne = uneRegleDAvis('favorable', { jusqua: '2026-01-31' });
  const nouvelle = uneRegleDAvis('favorable', {
    depuis: '2026-02-01',
    article: 'art. 1 nouveau',
    delai: { duree: { jours: 10 }, silence: 'favorable', effet: '' },
  });
  const procedure = uneProcedure({ regles: [ancienne, nouvelle] });
  const le = '2026-03-01';
  expect(instruire(procedure, unDossier(le, [notifier('2026-01-15')])).echeances[0]).toMatchObject({
    echeance: '2026-04-15',
    article: 'art. 1',
  });
  expect(instruire(procedure, unDossier(le, [notifier('2026-02-15')])).echeances[0]).toMatchObject({
    echeance: '2026-02-25',
    article: 'art. 1 nouveau',
  });
});

test('quel que soit le jour de réception, l’avis est attendu jusqu’au terme et acquis le lendemain', () => {
  const jours = fc.integer({ min: 0, max: 4000 }).map((n) => ajouterJours('2025-01-01', n));
  fc.assert(
    fc.property(jours, (recu) => {
      const terme = ajouterMois(recu, 3);
      const avisLe = (le: typeof recu) =>
        instruire(SELON('favorable'), unDossier(le, [notifier(recu)])).avis?.[0];
      const apres = ajouterJours(terme, 1);
      expect(avisLe(terme)?.sens).toBe('en-attente');
      expect(avisLe(apres)).toMatchObject({ sens: 'favorable', tacite: true, le: apres });
    }),
    { numRuns: 150 },
  );
});
