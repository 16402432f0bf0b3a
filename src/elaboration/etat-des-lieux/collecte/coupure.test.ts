import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { listerFichiers } from '../../../socle/depots/index.server.ts';
import { unTerritoire } from '../../../socle/territoire/territoire.exemples.ts';
import { enCsv, MARS, unAgentRendu } from './collecte.exemples.ts';
import { avecReprise } from './coupure.server.ts';
import { deposerGrille } from './deposer.server.ts';
import { listerDepots } from './depots.sql.server.ts';
import { lireLignes } from './lignes.sql.server.ts';
import { confirmerTout, validerDepot } from './valider.server.ts';

const JOUR = '2026-11-24';
let essai: BaseDEssai;
let mars: Contexte;
let admin: pg.Client;

beforeAll(async () => {
  essai = await uneBase();
  const { contexte } = await unTerritoire(essai.base);
  mars = { ...contexte, auteur: 'Mars', collectivite: MARS };
  admin = new pg.Client({ connectionString: essai.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await essai.fermer();
});

const csv = (combien: number, depart = 0): string =>
  enCsv(
    Array.from({ length: combien }, (_, rang) =>
      unAgentRendu({ matricule: String(depart + rang + 1).padStart(5, '0') }),
    ),
  );
const deposer = async (texte: string) => {
  const fait = await deposerGrille(
    essai.base,
    mars,
    {
      grille: 'grille-rh',
      collectivite: { siren: MARS, nom: 'Mars' },
      nom: 'rh-mars.csv',
      octets: new TextEncoder().encode(texte),
    },
    JOUR,
  );
  if (!fait.ok) throw new Error(fait.refus.message);
  await confirmerTout(essai.base, mars, fait.valeur.id);
  return fait.valeur;
};
const lignes = () => dansTerritoire(essai.base, mars, (tx) => lireLignes(tx, mars, 'grille-rh'));
const etats = async () =>
  (await dansTerritoire(essai.base, mars, (tx) => listerDepots(tx, mars, 'grille-rh'))).map(
    ({ etat }) => etat,
  );

const enSuspens = (table: string) =>
  admin.query<{ pid: number }>(
    `select l.pid from pg_locks l join pg_class c on c.oid = l.relation
     where c.relname = $1 and not l.granted`,
    [table],
  );

/** Retient toute écriture dans une table : ce qui suit s’arrête au milieu de sa transaction. */
const retenir = async <T>(table: string, pendant: () => Promise<T>): Promise<T> => {
  await admin.query('begin');
  await admin.query(`lock table ${table} in share mode`);
  try {
    return await pendant();
  } finally {
    await admin.query('rollback');
  }
};

const attendreEnSuspens = async (table: string): Promise<number> => {
  for (let essais = 0; essais < 400; essais += 1) {
    const [ligne] = (await enSuspens(table)).rows;
    if (ligne !== undefined) return ligne.pid;
    await attendre(50);
  }
  throw new Error(`Rien n’attend la table ${table}`);
};

const lancer = (geste: string, objet: string): ChildProcess =>
  spawn(
    process.execPath,
    [
      path.resolve('src/elaboration/etat-des-lieux/collecte/import-interrompu.exemples.ts'),
      essai.url,
      geste,
      JSON.stringify(mars),
      objet,
    ],
    { stdio: 'ignore' },
  );

const tuer = async (enfant: ChildProcess): Promise<NodeJS.Signals | null> => {
  const fin = new Promise<NodeJS.Signals | null>((finir) => {
    enfant.once('exit', (_, signal) => {
      finir(signal);
    });
  });
  enfant.kill('SIGKILL');
  return fin;
};

test('kill -9 pendant la validation : aucune ligne à moitié, le dépôt attend, valider reprend tout', async () => {
  const { id } = await deposer(csv(300));
  await retenir('ligne_de_grille', async () => {
    const enfant = lancer('valider', id);
    await attendreEnSuspens('ligne_de_grille');
    expect(await tuer(enfant)).toBe('SIGKILL');
  });
  expect(await lignes()).toEqual([]);
  expect(await etats()).toEqual(['a-verifier']);
  expect(await validerDepot(essai.base, mars, id, JOUR)).toEqual({
    ok: true,
    valeur: { ecrites: 300, retirees: 0 },
  });
  expect((await lignes()).length).toBe(300);
});

test('kill -9 pendant un dépôt : ni fichier ni dépôt à moitié ; redéposer suffit', async () => {
  const texte = csv(50, 500);
  const avant = await dansTerritoire(essai.base, mars, (tx) => listerFichiers(tx));
  await retenir('depot_de_grille', async () => {
    const enfant = lancer('deposer', texte);
    await attendreEnSuspens('depot_de_grille');
    await tuer(enfant);
  });
  expect(await dansTerritoire(essai.base, mars, (tx) => listerFichiers(tx))).toEqual(avant);
  expect(await etats()).toEqual(['valide']);
  const { id, estRepris } = await deposer(texte);
  expect(estRepris).toBe(false);
  expect((await deposer(texte)).id).toBe(id);
});

test('base coupée pendant l’écriture : c’est dit, rien n’est écrit, la reprise aboutit', async () => {
  const { id } = await deposer(csv(20, 900));
  const nombre = (await lignes()).length;
  await retenir('ligne_de_grille', async () => {
    const validation = avecReprise(() => validerDepot(essai.base, mars, id, JOUR));
    const pid = await attendreEnSuspens('ligne_de_grille');
    await admin.query('select pg_terminate_backend($1)', [pid]);
    const refusee = await validation;
    expect(refusee.ok ? null : refusee.refus.code).toBe('base-coupee');
  });
  expect((await lignes()).length).toBe(nombre);
  expect(await validerDepot(essai.base, mars, id, JOUR)).toMatchObject({ ok: true });
  expect((await lignes()).length).toBe(nombre + 20);
});
