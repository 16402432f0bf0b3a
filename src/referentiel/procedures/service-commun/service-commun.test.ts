import { expect, test } from 'vitest';
import {
  avertis,
  codesManquants,
  type Fait,
  instruireLe,
  messageManquant,
  TERRITOIRE,
} from '../procedures.exemples.ts';

const EPCI = '200000001';
const A = '214200011';
const B = '214200029';
const MEMBRES = [EPCI, A, B] as const;

const territoire = {
  ...TERRITOIRE,
  communes: TERRITOIRE.communes.map((commune, rang) => ({
    ...commune,
    siren: [A, B, '214200037'][rang],
  })),
};

const CONVENTION = {
  version: '2',
  membres: MEMBRES,
  gestionnaire: EPCI,
  agentsTransferes: [{ libelle: 'instructrice', quotite: 100 }],
  agentsMisADisposition: [{ libelle: 'secrétaire', quotite: 40 }],
  autoriteFonctionnelle: { instruction: 'maire', encadrement: 'président' },
  regimeFinancier: 'acte',
  imputationAC: true,
  clauses: [
    'duree',
    'preavis',
    'agents',
    'biens',
    'contrats',
    'couts',
    'regularisation',
    'revision-libre',
  ],
} as const;

const FICHE: Fait = {
  type: 'fiche-impact',
  date: '2026-09-01',
  rubriques: ['organisation', 'conditions-de-travail', 'remuneration', 'droits-acquis'],
};
const cst = (employeur: string, date: Fait['date'] = '2026-10-01', ecarts = {}): Fait => ({
  type: 'avis-cst',
  date,
  employeur,
  sens: 'favorable',
  ...ecarts,
});
const voter = (collectivite: string, date: Fait['date'] = '2026-11-15', ecarts = {}): Fait => ({
  type: 'deliberation',
  date,
  collectivite,
  version: '2',
  sens: 'favorable',
  ...ecarts,
});
const signer = (collectivite: string, date: Fait['date'] = '2026-12-01'): Fait => ({
  type: 'signature',
  date,
  collectivite,
});
const AVIS = [FICHE, ...MEMBRES.map((un) => cst(un))];
const VOTE = [...AVIS, ...MEMBRES.map((un) => voter(un))];
const SIGNE = [...VOTE, ...MEMBRES.map((un) => signer(un))];
const TRANSMISE: Fait = { type: 'transmission', date: '2026-12-10' };
const EFFET: Fait = { type: 'effet', date: '2027-01-01' };

const instruire = (
  faits: readonly Fait[],
  convention: object | null = {},
  le: Fait['date'] = '2027-02-01',
) =>
  instruireLe('service-commun', le, faits, {
    territoire,
    convention: convention && { ...CONVENTION, ...convention },
  });

test('la chaîne complète mène au service, étape par étape', () => {
  const etats = [
    [],
    [FICHE],
    AVIS,
    VOTE,
    SIGNE,
    [...SIGNE, TRANSMISE],
    [...SIGNE, TRANSMISE, EFFET],
  ];
  expect(etats.map((faits) => instruire(faits).etat)).toEqual([
    'projet',
    'fiche-figee',
    'avis-rendus',
    'delibere',
    'signe',
    'transmis',
    'en-service',
  ]);
  const fin = instruire([...SIGNE, TRANSMISE, EFFET]);
  expect(fin.passages.every(({ possible }) => possible)).toBe(true);
  expect(fin.avertissements).toBeUndefined();
  expect(fin.avis).toBeUndefined();
});

test('sans fiche d’impact figée, les comités ne sont pas saisis', () => {
  expect(codesManquants(instruire([]), 'saisir-cst')).toEqual(['SC-05', 'SC-06']);
});

test.each([
  ['organisation', 'organisation'],
  ['conditions-de-travail', 'conditions de travail'],
  ['remuneration', 'rémunération'],
  ['droits-acquis', 'droits acquis'],
])('la rubrique « %s » vide bloque la saisine des comités', (rubrique, libelle) => {
  const rubriques = (FICHE.rubriques as readonly string[]).filter((une) => une !== rubrique);
  const sortie = instruire([{ ...FICHE, rubriques }]);
  expect(codesManquants(sortie, 'saisir-cst')).toEqual(['SC-06']);
  expect(messageManquant(sortie, 'saisir-cst', 'SC-06')).toContain(libelle);
});

test('sans projet de convention, rien ne se saisit ni ne se délibère', () => {
  const sortie = instruire([FICHE], null);
  expect(codesManquants(sortie, 'saisir-cst')).toEqual(['SC-05']);
  expect(sortie.passages.every(({ possible }) => !possible)).toBe(true);
});

test('l’avis du comité de chaque participant précède toute délibération', () => {
  const sortie = instruire(AVIS.slice(0, -1));
  expect(codesManquants(sortie, 'deliberer')).toEqual(['SC-05']);
  expect(messageManquant(sortie, 'deliberer', 'SC-05')).toContain('Bel-Essai');
});

test('un avis de comité antérieur à la fiche d’impact ne compte pas', () => {
  const sortie = instruire([FICHE, cst(EPCI), cst(A), cst(B, '2026-08-31')]);
  expect(codesManquants(sortie, 'deliberer')).toEqual(['SC-05']);
  expect(avertis(sortie)).toEqual(['SC-05']);
});

test('un avis défavorable mais non unanime suffit : l’avis ne lie pas', () => {
  const faits = [FICHE, cst(EPCI), cst(A), cst(B, '2026-10-01', { sens: 'defavorable' })];
  expect(codesManquants(instruire(faits), 'deliberer')).toEqual([]);
});

const CONTRE = { sens: 'defavorable', unanimeContre: true };
const UNANIME = cst(B, '2026-10-01', CONTRE);

test.each([
  { second: '2026-10-08', manque: ['INS-10'], cas: 'sept jours après' },
  { second: '2026-10-09', manque: [], cas: 'huit jours après' },
  { second: '2026-10-31', manque: [], cas: 'trente jours après' },
] as const)('vote défavorable unanime, seconde réunion $cas : $manque', ({ second, manque }) => {
  const faits = [FICHE, cst(EPCI), cst(A), UNANIME, cst(B, second, CONTRE)];
  expect(codesManquants(instruire(faits), 'deliberer')).toEqual(manque);
});

test.each([
  { le: '2026-10-31', statut: 'en-cours' },
  { le: '2026-11-01', statut: 'depassee' },
] as const)(
  'la seconde réunion est à tenir dans les trente jours ; le $le : $statut',
  ({ le, statut }) => {
    const sortie = instruire([FICHE, UNANIME], {}, le);
    expect(sortie.echeances).toMatchObject([{ code: 'INS-10', echeance: '2026-10-31', statut }]);
  },
);

test('l’unanimité défavorable d’une réunion tenue faute de quorum n’impose pas de réexamen', () => {
  const faits = [FICHE, cst(EPCI), cst(A), { ...UNANIME, fauteDeQuorum: true }];
  expect(codesManquants(instruire(faits), 'deliberer')).toEqual([]);
});

test('une délibération antérieure au dernier avis de comité est à reprendre', () => {
  const faits = [...AVIS, voter(EPCI), voter(A), voter(B, '2026-09-30')];
  const sortie = instruire(faits);
  expect(sortie.etat).toBe('avis-rendus');
  expect(codesManquants(sortie, 'signer')).toEqual(['SC-05', 'SC-12']);
  expect(messageManquant(sortie, 'signer', 'SC-12')).toContain('Bel-Essai');
});

test('une fiche d’impact refaite après les votes rouvre les avis, puis les délibérations', () => {
  const refaite = [...VOTE, { ...FICHE, date: '2026-11-20' } as const];
  expect(codesManquants(instruire(refaite), 'deliberer')).toEqual(['SC-05']);
  const avis = MEMBRES.map((un) => cst(un, '2026-12-01'));
  expect(codesManquants(instruire([...refaite, ...avis]), 'signer')).toEqual(['SC-05', 'SC-12']);
});

test('le silence d’un participant ne vaut jamais accord', () => {
  const sortie = instruire([...AVIS, voter(EPCI), voter(A)], {}, '2029-12-31');
  expect(codesManquants(sortie, 'signer')).toEqual(['SC-12']);
  expect(messageManquant(sortie, 'signer', 'SC-12')).toContain('n’ont pas délibéré : Bel-Essai');
});

test.each([
  { cas: 'une version antérieure', ecarts: { version: '1' }, dit: 'autre version : Bel-Essai' },
  {
    cas: 'un refus',
    ecarts: { sens: 'defavorable' },
    dit: 'pas approuvé la convention : Bel-Essai',
  },
  { cas: 'une approbation sous réserve', ecarts: { sens: 'reserve' }, dit: 'pas approuvé' },
])('$cas interdit de signer', ({ ecarts, dit }) => {
  const sortie = instruire([...AVIS, voter(EPCI), voter(A), voter(B, '2026-11-15', ecarts)]);
  expect(codesManquants(sortie, 'signer')).toEqual(['SC-12']);
  expect(messageManquant(sortie, 'signer', 'SC-12')).toContain(dit);
});

test('sans version écrite dans la convention, celle de l’EPCI fait référence', () => {
  const faits = [...AVIS, voter(EPCI), voter(A), voter(B, '2026-11-20', { version: '3' })];
  const sortie = instruire(faits, { version: undefined });
  expect(messageManquant(sortie, 'signer', 'SC-12')).toContain('Version à signer : 2.');
  const reprise = [...faits, voter(B, '2026-11-25')];
  expect(codesManquants(instruire(reprise, { version: undefined }), 'signer')).toEqual([]);
});

test('une signature donnée avant la dernière délibération ne compte pas', () => {
  const sortie = instruire([...VOTE, signer(EPCI), signer(A), signer(B, '2026-11-14')]);
  expect(sortie.etat).toBe('delibere');
  expect(codesManquants(sortie, 'transmettre')).toEqual(['SC-05']);
});

test('sans transmission au préfet, la convention ne prend pas effet', () => {
  const sortie = instruire([...SIGNE, EFFET]);
  expect(sortie.etat).toBe('signe');
  expect(codesManquants(sortie, 'mettre-en-service')).toEqual(['CL-01']);
});

test('une date d’effet prévue avant la transmission est à reporter', () => {
  const sortie = instruire([...SIGNE, TRANSMISE], { dateEffet: '2026-12-09' });
  expect(codesManquants(sortie, 'mettre-en-service')).toEqual(['CL-01']);
  expect(messageManquant(sortie, 'mettre-en-service', 'CL-01')).toContain('9 décembre 2026');
});

test.each([
  { code: 'SC-01', cas: 'l’EPCI ne participe pas', ecarts: { membres: [A, B] } },
  { code: 'SC-01', cas: 'aucune commune ne participe', ecarts: { membres: [EPCI] } },
  { code: 'SC-01', cas: 'aucun participant n’est écrit', ecarts: { membres: [] } },
  { code: 'SC-01', cas: 'un syndicat participe', ecarts: { membres: [...MEMBRES, '254200011'] } },
  {
    code: 'SC-01',
    cas: 'une commune d’un autre EPCI participe',
    ecarts: { membres: [...MEMBRES, { siren: '216900010', qualite: 'commune' }] },
  },
  {
    code: 'SC-02',
    cas: 'une mission relève d’une compétence transférée',
    ecarts: { missions: [{ nom: 'déchets', autorite: 'president', competenceTransferee: true }] },
  },
  {
    code: 'SC-03',
    cas: 'une mission est obligatoire au centre de gestion',
    ecarts: { missions: [{ nom: 'concours', autorite: 'president', centreDeGestion: true }] },
  },
  { code: 'SC-04', cas: 'le gestionnaire n’est pas nommé', ecarts: { gestionnaire: undefined } },
  { code: 'SC-04', cas: 'une commune gère sans avoir été choisie', ecarts: { gestionnaire: A } },
  { code: 'SC-04', cas: 'un tiers gère', ecarts: { gestionnaire: '123456789' } },
  { code: 'SC-05', cas: 'les accords ne sont pas annexés', ecarts: { annexes: ['fiche-impact'] } },
  {
    code: 'SC-07',
    cas: 'un agent à temps complet sur le service n’est que mis à disposition',
    ecarts: { agentsMisADisposition: [{ quotite: 100 }] },
  },
  {
    code: 'SC-08',
    cas: 'une quotité de mise à disposition manque',
    ecarts: { agentsMisADisposition: [{ libelle: 'secrétaire' }] },
  },
  { code: 'SC-08', cas: 'les agents ne sont que comptés', ecarts: { agentsMisADisposition: 3 } },
  {
    code: 'SC-08',
    cas: 'un agent à temps partagé est transféré',
    ecarts: { agentsTransferes: [{ quotite: 60 }] },
  },
  {
    code: 'SC-10',
    cas: 'une mission n’a pas d’autorité fonctionnelle',
    ecarts: { autoriteFonctionnelle: { instruction: null } },
  },
  {
    code: 'SC-10',
    cas: 'aucune autorité n’est écrite',
    ecarts: { autoriteFonctionnelle: undefined },
  },
  {
    code: 'SC-11',
    cas: 'la signature est déléguée à l’adjointe',
    ecarts: { delegataire: 'adjointe' },
  },
])('$code : $cas, on ne délibère pas', ({ code, ecarts }) => {
  const sortie = instruire(AVIS, ecarts);
  expect(codesManquants(sortie, 'deliberer')).toContain(code);
  expect(messageManquant(sortie, 'deliberer', code).length).toBeGreaterThan(20);
});

test('une commune choisie par délibération communautaire peut gérer le service', () => {
  const gestionnaire = A;
  expect(
    codesManquants(instruire(AVIS, { gestionnaire, designationGestionnaire: true }), 'deliberer'),
  ).toEqual([]);
  const choix = voter(EPCI, '2026-11-15', { designeGestionnaire: A });
  expect(codesManquants(instruire([...AVIS, choix], { gestionnaire }), 'deliberer')).toEqual([]);
});

test('l’imputation sur l’attribution de compensation suppose la fiscalité professionnelle unique', () => {
  const additionnelle = {
    territoire: { ...territoire, epci: { ...territoire.epci, modeFinancement: 'FA' } },
  };
  const instruireEn = (imputationAC: boolean) =>
    instruireLe('service-commun', '2027-02-01', AVIS, {
      ...additionnelle,
      convention: { ...CONVENTION, imputationAC },
    });
  expect(codesManquants(instruireEn(true), 'deliberer')).toEqual(['SC-14']);
  expect(codesManquants(instruireEn(false), 'deliberer')).toEqual([]);
});

test.each([
  {
    code: 'SC-09',
    cas: 'nombre d’agents transférés non écrit',
    ecarts: { agentsTransferes: undefined },
  },
  { code: 'SC-13', cas: 'régime financier non choisi', ecarts: { regimeFinancier: undefined } },
  {
    code: 'SC-15',
    cas: 'imputation et facturation à l’acte sans régularisation',
    ecarts: { clauses: CONVENTION.clauses.filter((une) => une !== 'regularisation') },
  },
  {
    code: 'SC-17',
    cas: 'préavis absent',
    ecarts: { clauses: CONVENTION.clauses.filter((une) => une !== 'preavis') },
  },
  {
    code: 'AC-08',
    cas: 'imputation sans révision libre',
    ecarts: { clauses: CONVENTION.clauses.filter((une) => une !== 'revision-libre') },
  },
])('$code : $cas, avertissement sans blocage', ({ code, ecarts }) => {
  const sortie = instruire(VOTE, ecarts);
  expect(avertis(sortie)).toEqual([code]);
  expect(codesManquants(sortie, 'signer')).toEqual([]);
});

test('zéro agent transféré est une réponse', () => {
  expect(avertis(instruire(AVIS, { agentsTransferes: 0 }))).toEqual([]);
  expect(avertis(instruire(AVIS, { agentsTransferes: [] }))).toEqual([]);
});

test('le déféré préfectoral reste ouvert deux mois après la transmission', () => {
  const sortie = instruire([...SIGNE, { ...TRANSMISE, date: '2026-12-31' }]);
  expect(sortie.echeances).toMatchObject([{ code: 'CL-03', echeance: '2027-02-28' }]);
});

test('une seule liste d’agents qui dit la situation de chacun est comprise', () => {
  const agents = [
    { situation: 'transféré', quotite: 100 },
    { situation: 'mis à disposition', quotite: '0,5' },
  ];
  const sortie = instruire(AVIS, {
    agentsTransferes: undefined,
    agentsMisADisposition: undefined,
    agents,
  });
  expect(codesManquants(sortie, 'deliberer')).toEqual([]);
  expect(avertis(sortie)).toEqual([]);
});

test('un territoire sans SIREN de communes laisse participer des communes à vérifier', () => {
  const sortie = instruireLe('service-commun', '2027-02-01', AVIS, { convention: CONVENTION });
  expect(codesManquants(sortie, 'deliberer')).toEqual([]);
});

test('une seule liste d’agents sans situation se lit à la quotité : cent pour cent, c’est un transfert', () => {
  const instruireAvec = (agents: readonly object[]) =>
    instruire(AVIS, { agentsTransferes: undefined, agentsMisADisposition: undefined, agents });
  expect(codesManquants(instruireAvec([{ quotite: 100 }, { quotite: 40 }]), 'deliberer')).toEqual(
    [],
  );
  expect(codesManquants(instruireAvec([{ transfere: false, quotite: 100 }]), 'deliberer')).toEqual([
    'SC-07',
  ]);
  expect(codesManquants(instruireAvec([{ poste: 'accueil' }]), 'deliberer')).toEqual(['SC-08']);
});

test('les clés de la convention se lisent quelle que soit leur écriture', () => {
  const { agentsTransferes, agentsMisADisposition, autoriteFonctionnelle, regimeFinancier } =
    CONVENTION;
  const sortie = instruireLe('service-commun', '2027-02-01', VOTE, {
    territoire,
    convention: {
      version: 2,
      participants: MEMBRES,
      Gestionnaire: EPCI,
      agents_transferes: agentsTransferes,
      'agents-mis-à-disposition': agentsMisADisposition,
      'autorités fonctionnelles': autoriteFonctionnelle,
      regime_financier: regimeFinancier,
      imputation_sur_ac: true,
      clauses: CONVENTION.clauses,
    },
  });
  expect(codesManquants(sortie, 'signer')).toEqual([]);
  expect(avertis(sortie)).toEqual([]);
});

test.each(['le maire', 'Maire de la commune', 'Présidente', 'le président de l’EPCI'])(
  '« %s » est une autorité fonctionnelle',
  (autorite) => {
    const sortie = instruire(AVIS, { autoriteFonctionnelle: { instruction: autorite } });
    expect(codesManquants(sortie, 'deliberer')).toEqual([]);
  },
);

test('un vice-président n’est pas l’autorité fonctionnelle de la loi', () => {
  const sortie = instruire(AVIS, { autoriteFonctionnelle: { instruction: 'vice-président' } });
  expect(codesManquants(sortie, 'deliberer')).toEqual(['SC-10']);
});

test.each([' fpu ', 'Fiscalité professionnelle unique'])(
  'le mode de financement « %s » ouvre l’imputation',
  (modeFinancement) => {
    const sortie = instruireLe('service-commun', '2027-02-01', AVIS, {
      territoire: { ...territoire, epci: { ...territoire.epci, modeFinancement } },
      convention: CONVENTION,
    });
    expect(codesManquants(sortie, 'deliberer')).toEqual([]);
  },
);
