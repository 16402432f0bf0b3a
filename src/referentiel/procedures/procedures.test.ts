import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codesCites, decrireProcedure } from '../../moteurs/procedure/index.ts';
import { REGLES_JURIDIQUES, regleEnVigueur } from '../regles-juridiques/index.ts';
import { instruireProcedure, PROCEDURES } from './index.ts';
import { TERRITOIRE } from './procedures.exemples.ts';

const TOUTES = Object.values(PROCEDURES);

test.each(TOUTES)('$nom : tout code cité est une règle en vigueur', (procedure) => {
  const inconnus = codesCites(procedure).filter((code) => !regleEnVigueur(code, '2027-01-01'));
  expect(inconnus).toEqual([]);
  expect(procedure.regles).toBe(REGLES_JURIDIQUES);
});

test.each(TOUTES)(
  '$nom : conditions, états et événements cités existent, et tous servent',
  (procedure) => {
    const { conditions, etats, evenements, passages } = procedure;
    const cites = [
      ...passages.flatMap(({ si }) => si),
      ...etats.flatMap(({ si }) => si),
      ...evenements.flatMap(({ exige }) => exige ?? []),
    ];
    expect(new Set(cites)).toEqual(new Set(Object.keys(conditions)));
    const codes = etats.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(
      expect.arrayContaining(passages.flatMap(({ de, vers }) => [...de, vers])),
    );
    const types = [null, ...evenements.map(({ type }) => type)];
    expect(types).toEqual(expect.arrayContaining(passages.map(({ par }) => par)));
  },
);

test.each(TOUTES)(
  '$nom : chaque délai tient sa durée et l’effet du silence de sa règle',
  ({ delais }) => {
    for (const delai of delais) {
      const regle = regleEnVigueur(delai.regle, '2027-01-01');
      expect(regle?.delai, delai.regle).toBeDefined();
      if (delai.genre === 'avis') expect(regle?.delai?.silence).toBe('favorable');
      if (delai.genre !== 'echeancier') expect(regle?.delai?.duree).not.toBeNull();
    }
  },
);

test('aucun délai d’avis n’existe pour le service commun : le silence n’y vaut pas accord', () => {
  expect(PROCEDURES['service-commun'].delais.every(({ genre }) => genre !== 'avis')).toBe(true);
});

test.each([
  ['adoption-schema', ['transmettre', 'approuver', 'envoyer', 'communiquer']],
  ['transfert-competence', ['consulter', 'constater-majorite', 'arreter']],
  ['service-commun', ['saisir-cst', 'deliberer', 'signer', 'transmettre', 'mettre-en-service']],
] as const)('%s : les passages portent les noms du contrat', (nom, passages) => {
  expect(PROCEDURES[nom].passages.map((passage) => passage.nom)).toEqual(passages);
});

test.each(TOUTES)(
  '$nom : la description nomme articles, pièces et effet du silence',
  (procedure) => {
    const description = decrireProcedure(procedure);
    expect(description.regles.map(({ code }) => code)).toEqual(codesCites(procedure));
    expect(description.passages.every(({ conditions }) => conditions.length > 0)).toBe(true);
    expect(
      description.delais.every(({ silence, article }) => silence !== null && article !== ''),
    ).toBe(true);
  },
);

test.each(['toString', '__proto__', 'adoption', ''])(
  '« %s » n’est pas une procédure : refus qui nomme les procédures connues',
  (nom) => {
    const resultat = instruireProcedure(nom, {});
    expect(resultat.ok ? [] : resultat.refus).toMatchObject([{ code: 'procedure-inconnue' }]);
  },
);

test('la population manquante est refusée là où une majorité en dépend', () => {
  const territoire = { communes: [{ code: '42001', nom: 'Aubrac-Test' }], epci: TERRITOIRE.epci };
  const entree = { le: '2027-01-01', territoire, evenements: [] };
  const refus = instruireProcedure('transfert-competence', entree);
  expect(refus.ok ? [] : refus.refus).toMatchObject([
    { code: 'champ-manquant', chemin: 'territoire.communes[0].population' },
  ]);
  expect(instruireProcedure('adoption-schema', entree).ok).toBe(true);
});

test('l’EPCI manquant est refusé pour un service commun', () => {
  const territoire = { communes: TERRITOIRE.communes };
  const refus = instruireProcedure('service-commun', {
    le: '2027-01-01',
    territoire,
    evenements: [],
  });
  expect(refus.ok ? [] : refus.refus).toMatchObject([{ chemin: 'territoire.epci' }]);
});

test.each([
  { cas: 'un texte', convention: 'oui', chemin: 'convention' },
  { cas: 'des membres en texte', convention: { membres: 'tous' }, chemin: 'convention.membres' },
  { cas: 'un membre vide', convention: { membres: [{}] }, chemin: 'convention.membres[0]' },
  {
    cas: 'un membre en double',
    convention: { membres: ['200000001', '200000001'] },
    chemin: 'convention.membres[1]',
  },
  {
    cas: 'une quotité de 140 %',
    convention: { agentsMisADisposition: [{ quotite: 140 }] },
    chemin: 'convention.agentsMisADisposition[0].quotite',
  },
  {
    cas: 'une imputation en texte',
    convention: { imputationAC: 'oui' },
    chemin: 'convention.imputationAC',
  },
  {
    cas: 'une date d’effet fausse',
    convention: { dateEffet: '2027-02-30' },
    chemin: 'convention.dateEffet',
  },
  { cas: 'des clauses en nombre', convention: { clauses: 3 }, chemin: 'convention.clauses' },
])('convention abîmée, $cas : refus à $chemin', ({ convention, chemin }) => {
  const entree = { le: '2027-01-01', territoire: TERRITOIRE, evenements: [], convention };
  const resultat = instruireProcedure('service-commun', entree);
  expect(resultat.ok ? [] : resultat.refus.map((un) => un.chemin)).toEqual([chemin]);
});

test('aucune convention, si étrange soit-elle, ne fait lever d’exception', () => {
  const champs = fc.constantFrom(
    'membres',
    'gestionnaire',
    'agents',
    'agentsTransferes',
    'agentsMisADisposition',
    'missions',
    'autoriteFonctionnelle',
    'regimeFinancier',
    'clauses',
    'annexes',
    'delegataire',
  );
  fc.assert(
    fc.property(fc.dictionary(champs, fc.jsonValue()), (convention) => {
      const entree = { le: '2027-01-01', territoire: TERRITOIRE, evenements: [], convention };
      const resultat = instruireProcedure('service-commun', entree);
      expect(resultat.ok || resultat.refus.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});
