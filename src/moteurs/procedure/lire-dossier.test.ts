import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instruire, lireDossier } from './index.ts';
import { uneProcedure } from './procedure.exemples.ts';

const bon = {
  le: '2026-03-01',
  territoire: { communes: [{ code: '42001', nom: 'Arcinges', population: 217 }] },
  evenements: [{ type: 'notification', date: '2026-02-01', commune: '42001' }],
};

const refusDe = (entree: unknown) => {
  const lu = lireDossier(uneProcedure(), entree);
  return lu.ok ? [] : lu.refus.map(({ code, chemin }) => `${code} ${chemin ?? ''}`.trim());
};

const avecEvenement = (evenement: unknown) => ({ ...bon, evenements: [evenement] });

test('une entrée complète est lue', () => {
  const lu = lireDossier(uneProcedure(), bon);
  expect(lu.ok && instruire(uneProcedure(), lu.valeur).echeances).toHaveLength(1);
});

test.each([
  { cas: 'rien', entree: null, refus: ['entree-illisible'] },
  { cas: 'un texte', entree: 'bonjour', refus: ['entree-illisible'] },
  { cas: 'une liste', entree: [], refus: ['entree-illisible'] },
  {
    cas: 'un objet vide',
    entree: {},
    refus: ['champ-manquant le', 'champ-manquant territoire', 'champ-manquant evenements'],
  },
  {
    cas: 'un jour qui n’existe pas',
    entree: { ...bon, le: '2026-02-30' },
    refus: ['date-illisible le'],
  },
  {
    cas: 'un jour à la française',
    entree: { ...bon, le: '01/03/2026' },
    refus: ['date-illisible le'],
  },
  { cas: 'un jour en nombre', entree: { ...bon, le: 20260301 }, refus: ['date-illisible le'] },
  {
    cas: 'une année impossible',
    entree: { ...bon, le: '9999-12-31' },
    refus: ['date-illisible le'],
  },
  {
    cas: 'aucune commune',
    entree: { ...bon, evenements: [], territoire: { communes: [] } },
    refus: ['champ-manquant territoire.communes'],
  },
  {
    cas: 'une commune en double',
    entree: {
      ...bon,
      territoire: { communes: [...bon.territoire.communes, ...bon.territoire.communes] },
    },
    refus: ['commune-en-double territoire.communes[1].code'],
  },
  {
    cas: 'une population négative',
    entree: {
      ...bon,
      territoire: { communes: [{ code: '42001', nom: 'Arcinges', population: -1 }] },
    },
    refus: ['valeur-inconnue territoire.communes[0].population'],
  },
  {
    cas: 'un événement inconnu',
    entree: avecEvenement({ type: 'fete', date: '2026-02-01' }),
    refus: ['evenement-inconnu evenements[0].type'],
  },
  {
    cas: 'un événement nul',
    entree: avecEvenement(null),
    refus: ['entree-illisible evenements[0]'],
  },
  {
    cas: 'une commune étrangère',
    entree: avecEvenement({ type: 'notification', date: '2026-02-01', commune: '99999' }),
    refus: ['commune-inconnue evenements[0].commune'],
  },
  {
    cas: 'un code de commune en nombre',
    entree: avecEvenement({ type: 'notification', date: '2026-02-01', commune: 42001 }),
    refus: ['commune-inconnue evenements[0].commune'],
  },
  {
    cas: 'une notification sans date ni commune',
    entree: avecEvenement({ type: 'notification' }),
    refus: ['champ-manquant evenements[0].date', 'champ-manquant evenements[0].commune'],
  },
  {
    cas: 'un sens inconnu',
    entree: avecEvenement({
      type: 'deliberation',
      date: '2026-02-01',
      commune: '42001',
      sens: 'oui',
    }),
    refus: ['valeur-inconnue evenements[0].sens'],
  },
] as const)('$cas : refusé, avec le chemin', ({ entree, refus }) => {
  expect(refusDe(entree)).toEqual(refus);
});

test('tous les défauts sont dits ensemble, chacun avec un message', () => {
  const entree = { le: 'hier', territoire: 4, evenements: [{ type: 'x' }, 7] };
  const lu = lireDossier(uneProcedure(), entree);
  expect(lu.ok ? [] : lu.refus).toHaveLength(4);
  expect(lu.ok || lu.refus.every(({ message }) => message.length > 10)).toBe(true);
});

test('« Défavorable », avec accent et majuscule, est compris', () => {
  const entree = avecEvenement({
    type: 'deliberation',
    date: '2026-02-01',
    commune: '42001',
    sens: 'Défavorable',
  });
  const lu = lireDossier(uneProcedure(), entree);
  expect(lu.ok && lu.valeur.evenements[0]?.sens).toBe('defavorable');
});

test('un champ en trop est ignoré : il n’entre pas dans le dossier', () => {
  const lu = lireDossier(uneProcedure(), avecEvenement({ ...bon.evenements[0], agent: 'Nom' }));
  expect(lu.ok && lu.valeur.evenements[0]).toEqual(bon.evenements[0]);
});

test('aucune entrée JSON ne fait lever d’exception', () => {
  const evenements = fc.array(
    fc.oneof(
      fc.jsonValue(),
      fc.record({ type: fc.constantFrom('notification', '__proto__'), date: fc.jsonValue() }),
    ),
  );
  const entrees = fc.oneof(
    fc.jsonValue(),
    fc.record({ le: fc.jsonValue(), territoire: fc.jsonValue(), evenements }),
  );
  fc.assert(
    fc.property(entrees, (entree) => {
      const lu = lireDossier(uneProcedure(), entree);
      expect(lu.ok || lu.refus.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});
