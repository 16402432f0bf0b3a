import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BaseDEssai, unContexte, uneBase } from './base.exemples.ts';
import { dansTerritoire, nouvelId } from './connexion.server.ts';
import { migrer } from './migrer.server.ts';

interface Tables {
  fichier_depose: {
    territoire_id: string;
    id: string;
    collectivite: string | null;
    nom: string;
    type_mime: string;
    taille: number;
    empreinte: string;
    depose_par: string;
    contenu: Buffer;
  };
  journal_ecriture: { territoire_id: string; auteur: string; objet: string; action: string };
}

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await uneBase();
});
afterAll(() => essai.fermer());

const fichier = (territoireId: string, collectivite: string | null = null) => ({
  territoire_id: territoireId,
  id: nouvelId(),
  collectivite,
  nom: 'rh.csv',
  type_mime: 'text/csv',
  taille: 3,
  empreinte: 'abc',
  depose_par: 'pilote',
  contenu: Buffer.from('abc'),
});

test('un autre territoire ne voit rien et ne peut rien écrire chez le voisin', async () => {
  const ici = unContexte();
  const ailleurs = unContexte();
  await dansTerritoire<Tables, unknown>(essai.base, ici, (tx) =>
    tx.insertInto('fichier_depose').values(fichier(ici.territoireId)).execute(),
  );
  const vus = await dansTerritoire<Tables, unknown[]>(essai.base, ailleurs, (tx) =>
    tx.selectFrom('fichier_depose').select('id').execute(),
  );
  expect(vus).toEqual([]);
  await expect(
    dansTerritoire<Tables, unknown>(essai.base, ailleurs, (tx) =>
      tx.insertInto('fichier_depose').values(fichier(ici.territoireId)).execute(),
    ),
  ).rejects.toThrow(/row-level security/);
});

test('sans territoire posé, aucune ligne n’est visible', async () => {
  const { rows } = await sql`select id from fichier_depose`.execute(essai.base);
  expect(rows).toEqual([]);
});

test('une commune ne voit ni n’écrit les lignes d’une autre commune', async () => {
  const pilote = unContexte();
  const mars = { ...pilote, collectivite: '214201410' };
  await dansTerritoire<Tables, unknown>(essai.base, pilote, (tx) =>
    tx
      .insertInto('fichier_depose')
      .values([
        fichier(pilote.territoireId, '214201410'),
        fichier(pilote.territoireId, '214200529'),
      ])
      .execute(),
  );
  const vus = await dansTerritoire<Tables, { collectivite: string | null }[]>(
    essai.base,
    mars,
    (tx) => tx.selectFrom('fichier_depose').select('collectivite').execute(),
  );
  expect(vus).toEqual([{ collectivite: '214201410' }]);
  await expect(
    dansTerritoire<Tables, unknown>(essai.base, mars, (tx) =>
      tx.insertInto('fichier_depose').values(fichier(pilote.territoireId, '214200529')).execute(),
    ),
  ).rejects.toThrow(/row-level security/);
});

test('toute écriture laisse au journal son auteur, dans la même transaction', async () => {
  const ici = unContexte({ auteur: 'secretaire@mars.fr' });
  await expect(
    dansTerritoire<Tables, unknown>(essai.base, ici, async (tx) => {
      await tx.insertInto('fichier_depose').values(fichier(ici.territoireId)).execute();
      throw new Error('coupure');
    }),
  ).rejects.toThrow('coupure');
  await dansTerritoire<Tables, unknown>(essai.base, ici, (tx) =>
    tx.insertInto('fichier_depose').values(fichier(ici.territoireId)).execute(),
  );
  const journal = await dansTerritoire<Tables, unknown[]>(essai.base, ici, (tx) =>
    tx.selectFrom('journal_ecriture').select(['auteur', 'objet', 'action']).execute(),
  );
  expect(journal).toEqual([
    { auteur: 'secretaire@mars.fr', objet: 'fichier_depose', action: 'creer' },
  ]);
});

test('le journal ne s’écrit, ne se modifie ni ne s’efface à la main', async () => {
  const ici = unContexte();
  await expect(
    dansTerritoire<Tables, unknown>(essai.base, ici, (tx) =>
      tx.deleteFrom('journal_ecriture').execute(),
    ),
  ).rejects.toThrow(/permission denied/);
});

test('les migrations se rejouent sans effet et refusent d’être modifiées', async () => {
  const dossier = path.resolve('base/migrations');
  expect(await migrer(essai.url, dossier)).toEqual([]);
  const copie = fs.mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  fs.cpSync(dossier, copie, { recursive: true });
  fs.appendFileSync(path.join(copie, '2026-11-24-01-socle.sql'), '\n-- modifiée');
  await expect(migrer(essai.url, copie)).rejects.toThrow(/a changé après son passage/);
  fs.rmSync(copie, { recursive: true });
});

test('une base mise à jour par une version plus récente n’est pas ouverte, et on dit laquelle installer', async () => {
  const copie = fs.mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  fs.cpSync(path.resolve('base/migrations'), copie, { recursive: true });
  const derniere = fs.readdirSync(copie).sort().at(-1) ?? '';
  fs.rmSync(path.join(copie, derniere));
  await expect(migrer(essai.url, copie)).rejects.toThrow(
    `version plus récente d’Ensemblier (migration ${derniere})`,
  );
  fs.rmSync(copie, { recursive: true });
});
