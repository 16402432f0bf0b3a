import { expect, test } from 'vitest';
import { expliquerLeJournal } from './journal-de-demarrage.ts';

const dire = (journal: string) => expliquerLeJournal(journal, '/donnees/grappe');

test('une grappe d’une autre version majeure dit laquelle installer', () => {
  const dit = dire(
    'FATAL:  database files are incompatible with server\nDETAIL:  The data directory was initialized by PostgreSQL version 17, which is not compatible with this version 18.4.',
  );
  expect(dit).toContain('PostgreSQL 17');
  expect(dit).toContain('PostgreSQL 18');
  expect(dit).toContain('Rien n’a été changé');
});

test.each([
  'DETAIL:  The database cluster was initialized with PG_CONTROL_VERSION 0, but the server was compiled with PG_CONTROL_VERSION 1800.\nHINT:  It looks like you need to initdb.',
  'PANIC:  could not locate a valid checkpoint record at 0/1E89178',
  'postgres: could not access the server configuration file "/donnees/grappe/postgresql.conf": No such file or directory',
  'FATAL:  could not open file "global/pg_filenode.map": No such file or directory',
])('une grappe abîmée ne mène jamais à l’effacer : %s', (journal) => {
  const dit = dire(journal);
  expect(dit).toContain('N’effacez rien');
  expect(dit).not.toContain('initdb');
});

test('un dossier aux droits trop larges dit lesquels', () => {
  expect(dire('FATAL:  data directory "/donnees/grappe" has invalid permissions')).toContain(
    'chmod 700',
  );
});

test('une autre cause reste dite sans invention', () => {
  expect(dire('FATAL:  autre chose')).toBe('PostgreSQL embarqué ne répond pas.');
});
