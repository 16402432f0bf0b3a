import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from './base.exemples.ts';
import { dansTerritoire, nouvelId, ouvrirBase } from './connexion.server.ts';
import { reconnaitrePanne } from './panne.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await uneBase();
});
afterAll(() => essai.fermer());

const erreurDe = async (promesse: Promise<unknown>): Promise<unknown> => {
  try {
    await promesse;
  } catch (erreur) {
    return erreur;
  }
  throw new Error('Une erreur était attendue.');
};

test.each([
  ['un caractère nul', (v: string) => sql`select ${v}::text`, 'a\u0000b'],
  ['un identifiant inventé', (v: string) => sql`select ${v}::uuid`, 'inconnu'],
  ['un nombre démesuré', (v: string) => sql`select ${v}::bigint`, '99999999999999999999999'],
  ['un nombre illisible', (v: string) => sql`select ${v}::integer`, 'NaN'],
  ['une date absurde', (v: string) => sql`select ${v}::date`, '2026-02-31'],
  ['une date démesurée', (v: string) => sql`select ${v}::date`, '99999999-01-01'],
] as const)('%s est une valeur refusée par la base', async (_titre, requete, valeur) => {
  const erreur = await erreurDe(requete(valeur).execute(essai.base));
  expect(reconnaitrePanne(erreur)).toBe('valeur-refusee');
});

test('désigner un objet d’un autre territoire, ou retiré, est un objet absent', async () => {
  const territoire = nouvelId();
  const erreur = await erreurDe(
    dansTerritoire(essai.base, { territoireId: territoire, auteur: 'essai' }, (tx) =>
      sql`insert into lien_personnel (territoire_id, id, collectivite, empreinte, expire_le, cree_le, cree_par)
        values (${territoire}, ${nouvelId()}, '214201410', 'x', '2026-11-24', '2026-11-24', 'essai')`.execute(
        tx,
      ),
    ),
  );
  expect(reconnaitrePanne(erreur)).toBe('objet-absent');
});

test('une base absente, ou coupée en plein travail, est une coupure', async () => {
  const absente = ouvrirBase('postgresql://ici@/rien?host=/tmp/aucune-prise-ici', {
    connexions: 1,
  });
  expect(reconnaitrePanne(await erreurDe(sql`select 1`.execute(absente)))).toBe('base-coupee');
  await absente.destroy();
  const client = new pg.Client({ connectionString: essai.url });
  client.on('error', () => undefined);
  await client.connect();
  const coupee = client.query('select pg_terminate_backend(pg_backend_pid())');
  expect(reconnaitrePanne(await erreurDe(coupee))).toBe('base-coupee');
  expect(reconnaitrePanne(await erreurDe(client.query('select 1')))).toBe('base-coupee');
});

test('la panne se reconnaît sous les erreurs qui l’enveloppent', () => {
  const pleine = Object.assign(new Error('could not extend file'), { code: '53100' });
  expect(reconnaitrePanne(new Error('dessus', { cause: pleine }))).toBe('disque-plein');
  expect(reconnaitrePanne(new AggregateError([pleine], 'toutes'))).toBe('disque-plein');
});

test('un fichier absent ou une faute de programme n’est pas une panne de base', () => {
  const absent = Object.assign(new Error('absent'), { code: 'ENOENT', syscall: 'open' });
  for (const autre of [absent, new TypeError('x is not a function'), 'texte', null]) {
    expect(reconnaitrePanne(autre)).toBeNull();
  }
});
