import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decrireProcedure, instruire } from './index.ts';
import {
  deliberer,
  desCommunes,
  notifier,
  unDossier,
  uneProcedure,
  uneRegle,
  uneRegleDAvis,
} from './procedure.exemples.ts';

const decision = (date: `${number}-${number}-${number}`) => ({ type: 'decision', date });

test('une condition dont on ne sait rien refuse le passage, avec le code et l’article', () => {
  const procedure = uneProcedure({
    conditions: {
      ...uneProcedure().conditions,
      'avis-rendus': {
        regle: 'ESSAI-01',
        libelle: 'tous les avis sont rendus',
        verifier: () => 'inconnue',
      },
    },
  });
  const [passage] = instruire(procedure, unDossier('2026-01-01', [])).passages;
  expect(passage?.possible).toBe(false);
  expect(passage?.manque).toMatchObject([{ code: 'ESSAI-01', article: 'art. 1' }]);
  expect(passage?.manque[0]?.message).toContain('tous les avis sont rendus');
});

test('une condition que le tableau ne décrit pas refuse le passage', () => {
  const [passage, ...suite] = uneProcedure().passages;
  const procedure = uneProcedure({
    passages: passage ? [{ ...passage, si: ['inventee'] }, ...suite] : [],
  });
  const sortie = instruire(procedure, unDossier('2026-01-01', []));
  expect(sortie.passages[0]).toMatchObject({ possible: false, manque: [{ code: 'inventee' }] });
});

test('hors de toute période connue de la règle, le passage est refusé : on n’invente pas', () => {
  const procedure = uneProcedure({
    regles: [uneRegleDAvis('favorable', { depuis: '2026-06-01' })],
  });
  const sortie = instruire(procedure, unDossier('2026-05-31', []));
  expect(sortie.passages[0]?.manque[0]?.message).toContain('31 mai 2026');
});

test.each([
  { gravite: 'bloquant', confiance: 'confirme', possible: false },
  { gravite: 'bloquant', confiance: 'a-verifier-quasi-certain', possible: false },
  { gravite: 'bloquant', confiance: 'a-verifier', possible: true },
  { gravite: 'avertissement', confiance: 'confirme', possible: true },
  { gravite: 'information', confiance: 'confirme', possible: true },
] as const)('règle $gravite et $confiance : passage possible $possible', (cas) => {
  const { gravite, confiance } = cas;
  const procedure = uneProcedure({
    regles: [uneRegle({ gravite, confiance })],
    delais: [],
    conditions: {
      'avis-rendus': {
        regle: 'ESSAI-01',
        libelle: '',
        verifier: () => ({ manque: 'Rien.' }),
      },
    },
  });
  const sortie = instruire(procedure, unDossier('2026-01-01', []));
  expect(sortie.passages[0]?.possible).toBe(cas.possible);
  expect(sortie.avertissements?.length ?? 0).toBe(cas.possible ? 1 : 0);
});

test('une décision prise avant la fin des avis n’est pas retenue, et la raison est montrée', () => {
  const faits = [notifier('2026-01-15'), decision('2026-04-15')];
  const sortie = instruire(uneProcedure(), unDossier('2026-06-01', faits));
  expect(sortie.etat).toBe('avis-rendus');
  expect(sortie.avertissements).toMatchObject([{ code: 'ESSAI-01', article: 'art. 1' }]);
  const reguliere = instruire(
    uneProcedure(),
    unDossier('2026-06-01', [notifier('2026-01-15'), decision('2026-04-16')]),
  );
  expect(reguliere.etat).toBe('decide');
});

test('un événement postérieur au jour de la question n’est pas encore arrivé', () => {
  const sortie = instruire(uneProcedure(), unDossier('2026-01-14', [notifier('2026-01-15')]));
  expect(sortie.echeances).toEqual([]);
  expect(sortie.avis?.[0]?.sens).toBe('en-attente');
});

test('l’ordre dans lequel les événements sont donnés ne change rien à la réponse', () => {
  const faits = [
    notifier('2026-01-15', '42001'),
    notifier('2026-01-20', '42002'),
    notifier('2026-02-01', '42003'),
    deliberer('2026-02-10', 'favorable', '42001'),
    deliberer('2026-02-10', 'defavorable', '42001'),
    deliberer('2026-02-12', 'reserve', '42002'),
    decision('2026-03-01'),
    decision('2026-06-01'),
  ];
  const communes = desCommunes(10, 20, 30);
  const attendue = instruire(uneProcedure(), unDossier('2026-07-01', faits, communes));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(faits, { minLength: faits.length, maxLength: faits.length }),
      (melanges) => {
        const sortie = instruire(uneProcedure(), unDossier('2026-07-01', melanges, communes));
        expect(sortie).toEqual(attendue);
      },
    ),
    { numRuns: 100 },
  );
});

test('le même jour, une délibération contraire l’emporte sur une favorable', () => {
  const faits = [
    notifier('2026-01-15'),
    deliberer('2026-02-10', 'defavorable'),
    deliberer('2026-02-10', 'favorable'),
  ];
  const sortie = instruire(uneProcedure(), unDossier('2026-03-01', faits));
  expect(sortie.avis?.[0]?.sens).toBe('defavorable');
});

test('la description raconte états, événements, passages, délais et codes', () => {
  const description = decrireProcedure(uneProcedure());
  expect(description.passages[0]).toMatchObject({
    nom: 'decider',
    vers: 'decide',
    conditions: [{ nom: 'avis-rendus', code: 'ESSAI-01', bloquante: true, article: 'art. 1' }],
  });
  expect(description.delais).toMatchObject([
    { code: 'ESSAI-01', depart: 'notification', duree: '3 mois', silence: 'favorable' },
  ]);
  expect(description.regles.map(({ code }) => code)).toEqual(['ESSAI-01']);
});
