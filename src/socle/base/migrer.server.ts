import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';

const VERROU = 724_240_001; // verrou consultatif : une seule instance migre à la fois

/** Les migrations du dépôt, dans l’ordre de leur nom daté. */
const lireMigrations = (dossier: string) =>
  fs
    .readdirSync(dossier)
    .filter((nom) => nom.endsWith('.sql'))
    .sort()
    .map((nom) => {
      const texte = fs.readFileSync(path.join(dossier, nom), 'utf8');
      return { nom, texte, empreinte: createHash('sha256').update(texte).digest('hex') };
    });

const preparer = async (client: pg.Client): Promise<Map<string, string>> => {
  await client.query('select pg_advisory_lock($1)', [VERROU]);
  await client.query(
    'create table if not exists migration (nom text primary key, empreinte text not null, passee_le timestamptz not null default now())',
  );
  const { rows } = await client.query<{ nom: string; empreinte: string }>(
    'select nom, empreinte from migration',
  );
  return new Map(rows.map(({ nom, empreinte }) => [nom, empreinte]));
};

const passer = async (
  client: pg.Client,
  migration: { nom: string; texte: string; empreinte: string },
): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(migration.texte);
    await client.query('insert into migration (nom, empreinte) values ($1, $2)', [
      migration.nom,
      migration.empreinte,
    ]);
    await client.query('commit');
  } catch (erreur) {
    await client.query('rollback');
    throw new Error(`La migration ${migration.nom} a échoué : ${(erreur as Error).message}`);
  }
};

/** Un programme plus ancien que la base écrirait à côté de ce qu’elle attend : il ne l’ouvre pas. */
const refuserUneBasePlusRecente = (
  passees: readonly string[],
  connues: readonly { readonly nom: string }[],
): void => {
  const inconnues = passees.filter((nom) => !connues.some((connue) => connue.nom === nom)).sort();
  if (inconnues.length === 0) return;
  throw new Error(
    `Elle a été mise à jour par une version plus récente d’Ensemblier (migration ${inconnues.at(-1)}) : installez cette version ou une suivante. Rien n’a été changé.`,
  );
};

/**
 * Passe les migrations qui ne l’ont pas été, chacune dans sa transaction.
 * Une migration déjà passée puis modifiée est une erreur : on en ajoute une nouvelle. Une base qui porte
 * des migrations inconnues vient d’une version plus récente : elle est laissée telle quelle.
 * @returns les noms des migrations passées à cet appel
 */
export const migrer = async (url: string, dossier: string): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const passees = await preparer(client);
    const connues = lireMigrations(dossier);
    refuserUneBasePlusRecente([...passees.keys()], connues);
    const nouvelles: string[] = [];
    for (const migration of connues) {
      const empreinte = passees.get(migration.nom);
      if (empreinte === migration.empreinte) continue;
      if (empreinte !== undefined) {
        throw new Error(
          `La migration ${migration.nom} a changé après son passage : rétablissez-la et ajoutez une nouvelle migration.`,
        );
      }
      await passer(client, migration);
      nouvelles.push(migration.nom);
    }
    return nouvelles;
  } finally {
    await client.end();
  }
};
