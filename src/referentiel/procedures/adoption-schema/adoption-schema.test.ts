import { expect, test } from 'vitest';
import {
  avertis,
  codesManquants,
  type Fait,
  instruireLe,
  messageManquant,
} from '../procedures.exemples.ts';

const RENOUVELLEMENT: Fait = { type: 'renouvellement', date: '2026-03-22' };
const RAPPORT: Fait = {
  type: 'rapport-etabli',
  date: '2026-10-15',
  pieces: ['impact-effectifs', 'impact-depenses'],
};
const notifier = (commune: string, date: Fait['date'] = '2026-11-05'): Fait => ({
  type: 'notification',
  date,
  commune,
});
const SAISIES = ['42001', '42002', '42003'].map((commune) => notifier(commune));
const TRANSMIS = [RENOUVELLEMENT, RAPPORT, ...SAISIES];
const APPROBATION: Fait = { type: 'approbation', date: '2027-02-25' };
const adoption = (le: Fait['date'], faits: readonly Fait[]) =>
  instruireLe('adoption-schema', le, faits);

test('sans rapport, on ne transmet pas : le projet de schéma et ses impacts manquent', () => {
  expect(codesManquants(adoption('2026-10-01', [RENOUVELLEMENT]), 'transmettre')).toEqual([
    'SCH-03',
    'SCH-04',
  ]);
});

test.each([
  { pieces: [], absent: 'effectifs et Impact' },
  { pieces: ['impact-effectifs'], absent: 'dépenses de fonctionnement.' },
  { pieces: ['impact-depenses'], absent: 'sur les effectifs.' },
])(
  'sans l’un des deux volets d’impact ($pieces), la transmission est refusée',
  ({ pieces, absent }) => {
    const sortie = adoption('2026-10-20', [RENOUVELLEMENT, { ...RAPPORT, pieces }]);
    expect(codesManquants(sortie, 'transmettre')).toEqual(['SCH-04']);
    expect(messageManquant(sortie, 'transmettre', 'SCH-04')).toContain(absent);
  },
);

test('le rapport complet ouvre la transmission', () => {
  expect(codesManquants(adoption('2026-10-20', [RENOUVELLEMENT, RAPPORT]), 'transmettre')).toEqual(
    [],
  );
});

test('une seule commune oubliée interdit l’approbation, même concernée par aucune action', () => {
  const sortie = adoption('2027-06-01', [RAPPORT, ...SAISIES.slice(0, 2)]);
  expect(sortie.etat).toBe('en-transmission');
  expect(codesManquants(sortie, 'approuver')).toEqual(['SCH-05', 'SCH-06']);
  expect(messageManquant(sortie, 'approuver', 'SCH-05')).toContain('Clairbourg');
});

test.each([
  { le: '2027-02-04', possible: false, etat: 'transmis' },
  { le: '2027-02-05', possible: false, etat: 'transmis' },
  { le: '2027-02-06', possible: true, etat: 'avis-recueillis' },
] as const)('notifié partout le 5 novembre : approbation possible le $le, $possible', (cas) => {
  const sortie = adoption(cas.le, TRANSMIS);
  expect(sortie.passages.find(({ nom }) => nom === 'approuver')?.possible).toBe(cas.possible);
  expect(sortie.etat).toBe(cas.etat);
});

test('chaque commune a sa propre échéance : la plus tardive commande', () => {
  const faits = [RAPPORT, ...SAISIES.slice(0, 2), notifier('42003', '2026-11-30')];
  const sortie = adoption('2027-02-28', faits);
  expect(sortie.avis?.map(({ sens }) => sens)).toEqual(['favorable', 'favorable', 'en-attente']);
  expect(messageManquant(sortie, 'approuver', 'SCH-06')).toContain(
    'Clairbourg (jusqu’au 28 février 2027)',
  );
  expect(codesManquants(adoption('2027-03-01', faits), 'approuver')).toEqual([]);
});

test('l’avis est simple : défavorable partout, il n’interdit pas l’approbation', () => {
  const refus = SAISIES.map(
    ({ commune }): Fait => ({
      type: 'deliberation',
      date: '2026-12-10',
      commune,
      sens: 'defavorable',
    }),
  );
  const sortie = adoption('2026-12-11', [...TRANSMIS, ...refus]);
  expect(codesManquants(sortie, 'approuver')).toEqual([]);
  expect(
    sortie.echeances.filter(({ code }) => code === 'SCH-06').map(({ statut }) => statut),
  ).toEqual(['acquise', 'acquise', 'acquise']);
});

test('approuvé trop tôt, le schéma n’est pas approuvé : il ne s’envoie ni ne se communique', () => {
  const sortie = adoption('2027-03-01', [...TRANSMIS, { ...APPROBATION, date: '2027-02-05' }]);
  expect(sortie.etat).toBe('avis-recueillis');
  expect(codesManquants(sortie, 'envoyer')).toEqual(['SCH-07']);
  expect(codesManquants(sortie, 'communiquer')).toEqual(['SCH-07']);
  expect(avertis(sortie)).toContain('SCH-06');
});

test('approuvé, puis adressé à chacune, puis suivi : les états se succèdent', () => {
  const envois = SAISIES.map(
    ({ commune }): Fait => ({ type: 'envoi', date: '2027-03-10', commune }),
  );
  const approuve = [...TRANSMIS, APPROBATION];
  expect(adoption('2027-02-25', approuve).etat).toBe('approuve');
  const partiel = adoption('2027-03-10', [...approuve, ...envois.slice(1)]);
  expect(partiel.etat).toBe('approuve');
  expect(avertis(partiel)).toEqual(['SCH-08']);
  expect(codesManquants(partiel, 'communiquer')).toEqual([]);
  expect(adoption('2027-03-10', [...approuve, ...envois]).etat).toBe('adresse');
  const communication: Fait = { type: 'communication-annuelle', date: '2028-02-10', annee: 2028 };
  expect(adoption('2028-02-10', [...approuve, ...envois, communication]).etat).toBe('en-suivi');
});

test.each([
  { le: '2027-03-22', statut: 'en-cours' },
  { le: '2027-03-23', statut: 'depassee' },
] as const)('sans rapport le $le, la fenêtre d’un an est $statut', ({ le, statut }) => {
  const [fenetre] = adoption(le, [RENOUVELLEMENT]).echeances;
  expect(fenetre).toMatchObject({ code: 'SCH-02', echeance: '2027-03-22', statut });
});

test('un rapport établi après la fenêtre d’un an avertit sans bloquer (doute D-01)', () => {
  const tardif = { ...RAPPORT, date: '2027-06-01' } as const;
  const sortie = adoption('2027-06-02', [RENOUVELLEMENT, tardif]);
  expect(codesManquants(sortie, 'transmettre')).toEqual([]);
  expect(avertis(sortie)).toEqual(['SCH-02']);
  expect(sortie.echeances[0]?.statut).toBe('depassee');
});

test('la communication est attendue chaque année après l’approbation, avant le vote du budget', () => {
  const faits = [
    ...TRANSMIS,
    APPROBATION,
    { type: 'communication-annuelle', date: '2028-03-01', annee: 2028 } as const,
    { type: 'renouvellement', date: '2032-03-21' } as const,
  ];
  const suivi = adoption('2032-04-16', faits)
    .echeances.filter(({ code }) => code === 'SCH-09')
    .map(({ echeance, statut }) => `${echeance} ${statut}`);
  expect(suivi).toEqual([
    '2028-04-15 acquise',
    '2029-04-15 depassee',
    '2030-04-15 depassee',
    '2031-04-15 depassee',
    '2032-04-30 en-cours',
  ]);
});

test('une commune de 3 500 habitants impose le débat d’orientation, sinon le vote du budget', () => {
  const objetDu = (population: number) =>
    instruireLe('adoption-schema', '2027-03-01', [RAPPORT, notifier('42009'), APPROBATION], {
      territoire: { communes: [{ code: '42009', nom: 'Seule', population }] },
    }).echeances.at(-1)?.objet;
  expect(objetDu(3500)).toContain('débat d’orientation');
  expect(objetDu(3499)).toContain('vote du budget');
});

test('l’année de la communication se lit en nombre ou entre guillemets', () => {
  const approuve = [...TRANSMIS, APPROBATION];
  const dit = (annee: unknown): Fait => ({
    type: 'communication-annuelle',
    date: '2028-02-10',
    annee,
  });
  expect(adoption('2028-02-10', [...approuve, dit('2028')])).toEqual(
    adoption('2028-02-10', [...approuve, dit(2028)]),
  );
});
