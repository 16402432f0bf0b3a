import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codesManquants, type Fait, instruireLe, messageManquant } from './procedures.exemples.ts';

const DELIBERATION_EPCI: Fait = { type: 'deliberation-epci', date: '2026-11-20' };
const CODES = ['42001', '42002', '42003'] as const;
const NOTIFIEES = CODES.map(
  (commune): Fait => ({
    type: 'notification',
    date: '2026-11-30',
    commune,
  }),
);
const deliberer = (commune: string, sens: string, date: Fait['date'] = '2027-01-10'): Fait => ({
  type: 'deliberation',
  date,
  commune,
  sens,
});
const OUVERT = [DELIBERATION_EPCI, ...NOTIFIEES];
const transfert = (le: Fait['date'], faits: readonly Fait[]) =>
  instruireLe('transfert-competence', le, faits);

test('sans délibération de l’EPCI, on ne consulte pas les communes', () => {
  expect(codesManquants(transfert('2026-11-19', [DELIBERATION_EPCI]), 'consulter')).toEqual([
    'TC-01',
  ]);
  expect(codesManquants(transfert('2026-11-20', [DELIBERATION_EPCI]), 'consulter')).toEqual([]);
});

test('une délibération défavorable de l’EPCI n’ouvre rien', () => {
  const faits = [{ ...DELIBERATION_EPCI, sens: 'defavorable' }];
  expect(codesManquants(transfert('2026-12-01', faits), 'consulter')).toEqual(['TC-01']);
});

test.each([
  { le: '2027-02-28', atteinte: null, etat: 'consultation' },
  { le: '2027-03-01', atteinte: true, etat: 'majorite-atteinte' },
] as const)(
  'le silence des trois conseils, le $le : majorité $atteinte',
  ({ le, atteinte, etat }) => {
    const sortie = transfert(le, OUVERT);
    expect(sortie.majorites?.[0]).toMatchObject({ code: 'MAJ-Q', atteinte });
    expect(sortie.majorites?.[0]?.conditions.map(({ libelle }) => libelle)).toEqual([
      'A',
      'B',
      'blocage',
    ]);
    expect(sortie.etat).toBe(etat);
  },
);

test('le refus de la commune la plus peuplée, au-dessus du quart, bloque malgré les autres', () => {
  const faits = [
    ...OUVERT,
    deliberer('42001', 'defavorable'),
    deliberer('42002', 'favorable'),
    deliberer('42003', 'favorable'),
  ];
  const sortie = transfert('2027-01-15', faits);
  expect(sortie.etat).toBe('majorite-impossible');
  expect(sortie.majorites?.[0]?.atteinte).toBe(false);
  expect(sortie.majorites?.[0]?.conditions.at(-1)).toMatchObject({
    libelle: 'blocage',
    atteinte: true,
  });
  expect(messageManquant(sortie, 'arreter', 'MAJ-Q')).toContain('Aubrac-Test');
});

test('un accord sous réserve n’est pas une délibération concordante', () => {
  const faits = [...OUVERT, deliberer('42001', 'reserve')];
  expect(transfert('2027-04-01', faits).majorites?.[0]?.atteinte).toBe(false);
});

test('une commune oubliée interdit de constater la majorité', () => {
  const faits = [
    DELIBERATION_EPCI,
    ...NOTIFIEES.slice(0, 2),
    deliberer('42001', 'favorable'),
    deliberer('42002', 'favorable'),
  ];
  const sortie = transfert('2027-01-15', faits);
  expect(sortie.majorites?.[0]?.atteinte).toBe(true);
  expect(codesManquants(sortie, 'constater-majorite')).toEqual(['TC-01']);
  expect(messageManquant(sortie, 'constater-majorite', 'TC-01')).toContain('Clairbourg');
});

test('aucun effet avant l’arrêté, et un arrêté pris avant la majorité n’est pas retenu', () => {
  const arrete = (date: Fait['date']): Fait => ({ type: 'arrete-prefectoral', date });
  expect(transfert('2027-04-01', OUVERT).etat).toBe('majorite-atteinte');
  expect(transfert('2027-04-01', [...OUVERT, arrete('2027-02-28')]).etat).toBe('majorite-atteinte');
  expect(transfert('2027-04-01', [...OUVERT, arrete('2027-03-01')]).etat).toBe('transfere');
});

test('une délibération communale antérieure à celle de l’EPCI ne concorde pas avec elle', () => {
  const faits = [...OUVERT, deliberer('42001', 'defavorable', '2026-11-19')];
  expect(transfert('2027-03-01', faits).avis?.[0]).toMatchObject({
    sens: 'favorable',
    tacite: true,
  });
});

test('le rapport de la CLECT est attendu neuf mois après l’effet du transfert', () => {
  const arrete = { type: 'arrete-prefectoral', date: '2027-03-15', effet: '2027-05-31' } as const;
  const clect = transfert('2027-06-01', [...OUVERT, arrete]).echeances.find(
    ({ code }) => code === 'AC-03',
  );
  expect(clect).toMatchObject({ depart: '2027-05-31', echeance: '2028-02-29', statut: 'en-cours' });
});

test('ajouter une délibération favorable ne défait jamais la majorité', () => {
  const sens = fc.constantFrom('favorable', 'defavorable', 'reserve');
  const jours = fc.constantFrom('2026-12-15', '2027-01-10', '2027-02-28', '2027-03-01');
  const votes = fc.array(fc.tuple(fc.constantFrom(...CODES), sens, jours), { maxLength: 6 });
  const ajout = fc.tuple(fc.constantFrom(...CODES), jours);
  fc.assert(
    fc.property(votes, ajout, (faits, [commune, date]) => {
      const base = [
        ...OUVERT,
        ...faits.map(([code, un, le]) => deliberer(code, un, le as Fait['date'])),
      ];
      const atteinteAvec = (tous: readonly Fait[]) =>
        transfert('2027-02-28', tous).majorites?.[0]?.atteinte;
      if (atteinteAvec(base) !== true) return;
      const plus = [...base, deliberer(commune, 'favorable', date as Fait['date'])];
      expect(atteinteAvec(plus)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
