import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from './base.exemples.ts';

/** Tables sans locataire : la liste est courte et chacune dit pourquoi. */
const SANS_TERRITOIRE = new Set([
  'migration', // passage des migrations
  'personne', // compte d’une personne, qui peut servir plusieurs territoires
  'session', // ouverture de session d’une personne
  'identite', // mot de passe ou fournisseur d’identité d’une personne
  'verification', // lien magique en attente
]);

let essai: BaseDEssai;
let client: pg.Client;
beforeAll(async () => {
  essai = await uneBase();
  client = new pg.Client({ connectionString: essai.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await essai.fermer();
});

const tables = async () => {
  const { rows } = await client.query<{ nom: string; rls: boolean; forcee: boolean }>(
    `select c.relname as nom, c.relrowsecurity as rls, c.relforcerowsecurity as forcee
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p')`,
  );
  return rows.filter(({ nom }) => !SANS_TERRITOIRE.has(nom));
};

describe('toute table métier est cloisonnée par territoire', () => {
  test('il y a des tables métier à contrôler', async () => {
    expect((await tables()).length).toBeGreaterThan(1);
  });

  test('la sécurité par ligne est activée et forcée', async () => {
    expect((await tables()).filter(({ rls, forcee }) => !rls || !forcee)).toEqual([]);
  });

  test('les clés primaires et uniques commencent par territoire_id', async () => {
    const { rows } = await client.query<{ nom: string; cle: string; premiere: string }>(
      `select c.relname as nom, i.indexrelid::regclass::text as cle, a.attname as premiere
       from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where n.nspname = 'public' and i.indisunique`,
    );
    const fautives = rows.filter(
      ({ nom, premiere }) => !SANS_TERRITOIRE.has(nom) && premiere !== 'territoire_id',
    );
    expect(fautives).toEqual([]);
  });

  test('les clés étrangères commencent par territoire_id', async () => {
    const { rows } = await client.query<{
      nom: string;
      cle: string;
      premiere: string;
      vers: string;
    }>(
      `select c.relname as nom, k.conname as cle, a.attname as premiere, k.confrelid::regclass::text as vers
       from pg_constraint k join pg_class c on c.oid = k.conrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
       where k.contype = 'f'`,
    );
    const fautives = rows.filter(
      ({ nom, vers, premiere }) =>
        !SANS_TERRITOIRE.has(nom) && !SANS_TERRITOIRE.has(vers) && premiere !== 'territoire_id',
    );
    expect(fautives).toEqual([]);
  });

  test('chaque table métier écrit son journal', async () => {
    const { rows } = await client.query<{ nom: string }>(
      `select c.relname as nom from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'journal'`,
    );
    const journalisees = new Set(rows.map(({ nom }) => nom));
    const sansJournal = (await tables()).filter(
      ({ nom }) => !journalisees.has(nom) && nom !== 'journal_ecriture',
    );
    expect(sansJournal).toEqual([]);
  });

  test('le rôle applicatif n’est ni propriétaire, ni super-utilisateur, ni exempt de cloisonnement', async () => {
    const { rows } = await client.query(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'ensemblier_app'`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
    ]);
    const { rows: possessions } = await client.query(
      `select relname from pg_class where pg_get_userbyid(relowner) = 'ensemblier_app'`,
    );
    expect(possessions).toEqual([]);
  });
});
