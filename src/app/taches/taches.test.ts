import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  enCsv,
  MARS,
  unAgentRendu,
} from '../../elaboration/etat-des-lieux/collecte/collecte.exemples.ts';
import { deposerGrille } from '../../elaboration/etat-des-lieux/index.server.ts';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import type { Contexte } from '../../socle/base/index.server.ts';
import { unTerritoire } from '../../socle/territoire/territoire.exemples.ts';
import { demarrerTaches } from './index.server.ts';

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

/** Un fichier assez gros pour être lu en arrière-plan. */
const deposerGros = async (combien: number): Promise<string> => {
  const texte = enCsv(
    Array.from({ length: combien }, (_, rang) =>
      unAgentRendu({ matricule: String(rang + 1).padStart(5, '0') }),
    ),
  );
  const fait = await deposerGrille(
    essai.base,
    mars,
    {
      grille: 'grille-rh',
      collectivite: { siren: MARS, nom: 'Mars' },
      nom: 'rh-mars.csv',
      octets: new TextEncoder().encode(texte),
    },
    '2026-11-24',
  );
  if (!fait.ok) throw new Error(fait.refus.message);
  return fait.valeur.id;
};
const etatDe = async (id: string) => {
  const { rows } = await admin.query<{ etat: string; lignes: number }>(
    `select etat, jsonb_array_length(contenu -> 'lignes') as lignes from depot_de_grille where id = $1`,
    [id],
  );
  return rows[0];
};
const compter = async (requete: string): Promise<number> =>
  Number((await admin.query<{ combien: string }>(requete)).rows[0]?.combien);
const jusqua = async (condition: () => Promise<boolean>): Promise<void> => {
  for (let essais = 0; essais < 400; essais += 1) {
    if (await condition()) return;
    await attendre(50);
  }
  throw new Error('Ce qui était attendu n’est pas arrivé.');
};
const exemple = (nom: string) => path.join(import.meta.dirname, nom);

test('la lecture d’un gros fichier se fait pendant que le fil des pages est occupé : c’est un autre fil', async () => {
  const arreter = await demarrerTaches(essai.url);
  const id = await deposerGros(2500);
  // Le fil principal est arrêté tout entier ici ; s’il lisait lui-même, l’état ne changerait jamais.
  const { stdout } = spawnSync(
    process.execPath,
    [exemple('attendre-lecture.exemples.ts'), essai.url, id],
    { encoding: 'utf8' },
  );
  expect(stdout).toBe('a-verifier');
  expect(await etatDe(id)).toEqual({ etat: 'a-verifier', lignes: 2500 });
  await arreter();
});

test('kill -9 pendant la lecture : le fichier est sauf, la lecture reprend et n’écrit qu’une fois', async () => {
  const lancer = (): ChildProcess =>
    spawn(process.execPath, [exemple('service.exemples.ts'), essai.url], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const tuer = async (processus: ChildProcess) => {
    const mort = new Promise<NodeJS.Signals | null>((fini) => {
      processus.once('exit', (_, signal) => {
        fini(signal);
      });
    });
    processus.kill('SIGKILL');
    return mort;
  };
  const id = await deposerGros(1800);
  // Toute écriture de dépôt attend : le processus s’arrête au milieu de son enregistrement.
  await admin.query('begin');
  await admin.query('lock table depot_de_grille in share mode');
  const premier = lancer();
  await jusqua(
    async () =>
      (await compter(
        `select count(*) as combien from pg_locks l join pg_class c on c.oid = l.relation
         where c.relname = 'depot_de_grille' and not l.granted`,
      )) > 0,
  );
  expect(await tuer(premier)).toBe('SIGKILL');
  await admin.query('rollback');
  expect(await etatDe(id)).toEqual({ etat: 'en-lecture', lignes: 0 });
  expect(await compter('select count(*) as combien from fichier_en_lecture')).toBe(1);
  const second = lancer();
  await jusqua(async () => (await etatDe(id))?.etat !== 'en-lecture');
  await jusqua(
    async () =>
      (await compter(`select count(*) as combien from travail where etat = 'en-cours'`)) === 0,
  );
  await tuer(second);
  expect(await etatDe(id)).toEqual({ etat: 'a-verifier', lignes: 1800 });
  expect(await compter('select count(*) as combien from fichier_en_lecture')).toBe(0);
  expect(await compter('select max(reprises) as combien from travail')).toBe(1);
});

test('une base injoignable au démarrage des tâches est dite, sans relance cachée', async () => {
  await expect(demarrerTaches('postgresql://personne@127.0.0.1:1/rien')).rejects.toThrow();
});
