import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { construireSiBesoin } from './construction.server.ts';

const LANCEUR = path.resolve('ensemblier.mjs');
let donnees: string;
const lances: ChildProcess[] = [];

beforeEach(() => {
  construireSiBesoin(() => undefined);
  donnees = fs.mkdtempSync(path.join(os.tmpdir(), 'ensemblier-service-'));
  fs.chmodSync(donnees, 0o755);
});

afterEach(async () => {
  for (const enfant of lances.splice(0)) {
    if (enfant.exitCode === null && enfant.signalCode === null) {
      const fini = new Promise((resoudre) => enfant.once('exit', resoudre));
      enfant.kill('SIGTERM');
      await fini;
    }
  }
  // Après un kill -9, la base orpheline est reprise puis fermée par la commande elle-même.
  if (fs.existsSync(path.join(donnees, 'postgresql'))) {
    spawnSync(process.execPath, [LANCEUR, 'migrer'], { env: environnement(0) });
  }
  fs.rmSync(donnees, { recursive: true, force: true });
});

const environnement = (port: number, ecarts: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: String(port),
  ENSEMBLIER_DONNEES: donnees,
  ENSEMBLIER_SANS_DEMO: '1',
  DATABASE_URL: '',
  ...ecarts,
});

const portLibre = (): Promise<number> =>
  new Promise((resoudre) => {
    const serveur = net.createServer();
    serveur.listen(0, () => {
      const { port } = serveur.address() as net.AddressInfo;
      serveur.close(() => {
        resoudre(port);
      });
    });
  });

const lancer = (port: number, env: NodeJS.ProcessEnv = environnement(port)) => {
  const enfant = spawn(process.execPath, [LANCEUR, 'servir'], { env });
  lances.push(enfant);
  let sortie = '';
  enfant.stderr.on('data', (morceau: Buffer) => {
    sortie += morceau.toString();
  });
  const fin = new Promise<number | null>((resoudre) => enfant.once('exit', resoudre));
  return { enfant, fin, lireSortie: () => sortie };
};

const repond = async (port: number, chemin = '/sante'): Promise<number | null> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}${chemin}`, { redirect: 'manual' })).status;
  } catch {
    return null;
  }
};

const attendreQue = async (
  condition: () => Promise<boolean>,
  lireSortie: () => string,
): Promise<void> => {
  for (let essai = 0; essai < 300; essai += 1) {
    if (await condition()) return;
    await attendre(100);
  }
  throw new Error(`Toujours pas après 30 secondes. Sortie : ${lireSortie()}`);
};

const servir = async (port: number) => {
  const lance = lancer(port);
  await attendreQue(async () => (await repond(port)) === 200, lance.lireSortie);
  return lance;
};

test('un port déjà pris est dit, avec ce qu’il faut faire (code 3)', async () => {
  const occupant = net.createServer();
  const port = await portLibre();
  await new Promise<void>((resoudre) => {
    occupant.listen(port, () => {
      resoudre();
    });
  });
  const { fin, lireSortie } = lancer(port);
  expect(await fin).toBe(3);
  expect(lireSortie()).toContain(`Le port ${port} est déjà pris`);
  expect(lireSortie()).not.toContain('    at ');
  occupant.close();
});

test('un dossier de données déjà ouvert par une autre instance est refusé, en disant laquelle', async () => {
  const port = await portLibre();
  await servir(port);
  const { fin, lireSortie } = lancer(await portLibre());
  expect(await fin).toBe(3);
  expect(lireSortie()).toContain('déjà ouvert par une autre instance');
  expect(lireSortie()).toContain(String(port));
  expect(await repond(port)).toBe(200);
});

test('après un kill -9, un nouveau démarrage reprend la base orpheline et sert', async () => {
  const port = await portLibre();
  const premier = await servir(port);
  const { pid } = JSON.parse(fs.readFileSync(path.join(donnees, 'instance.json'), 'utf8')) as {
    pid: number;
  };
  process.kill(pid, 'SIGKILL');
  await premier.fin;
  const autre = await portLibre();
  await servir(autre);
  expect(await repond(autre)).toBe(200);
});

test('une base qui s’arrête est relancée, et les pages se remettent à répondre', async () => {
  const port = await portLibre();
  const { lireSortie } = await servir(port);
  expect(await repond(port, '/t/200035202')).toBe(302);
  const pidDeLaBase = Number(
    fs
      .readFileSync(path.join(donnees, 'postgresql', 'grappe', 'postmaster.pid'), 'utf8')
      .split('\n')[0],
  );
  process.kill(pidDeLaBase, 'SIGQUIT');
  // Écrire pendant la panne : c’est dit (503), jamais une page de panne muette, puis tout reprend.
  const vus = new Set<number>();
  await attendreQue(async () => {
    const reponse = await fetch(`http://127.0.0.1:${port}/installation`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        nom: 'Camille',
        courriel: 'camille@exemple.fr',
        motDePasse: 'une phrase assez longue',
      }),
    });
    vus.add(reponse.status);
    if (reponse.status === 503) {
      expect(await reponse.text()).toContain('La base de données ne répond pas');
    }
    return lireSortie().includes('elle est relancée') && reponse.status !== 503;
  }, lireSortie);
  expect([...vus].filter((statut) => statut !== 503 && statut !== 302)).toEqual([]);
  expect(vus).toContain(503);
  await attendreQue(async () => (await repond(port, '/t/200035202')) === 302, lireSortie);
});

test('les pages sont rendues par la version de production de React, bien plus rapide', async () => {
  const rapporteur = `import { createRequire } from 'node:module';
    const { cache } = createRequire(process.cwd() + '/');
    process.on('exit', () => {
      process.stderr.write(Object.keys(cache).filter((nom) => nom.includes('react')).join(' '));
    });`;
  const port = await portLibre();
  const sansMode: NodeJS.ProcessEnv = environnement(port, {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(rapporteur)}`,
  });
  delete sansMode.NODE_ENV;
  const { enfant, fin, lireSortie } = lancer(port, sansMode);
  await attendreQue(() => Promise.resolve(lireSortie().includes('est prêt')), lireSortie);
  expect(await repond(port, '/accessibilite')).toBe(200);
  enfant.kill('SIGTERM');
  await fin;
  expect(lireSortie()).toContain('react-dom-server.node.production.js');
  expect(lireSortie()).not.toContain('react-dom-server.node.development.js');
});

test('un premier démarrage coupé pendant la création de la base ne laisse rien à réparer', async () => {
  // Ce que laisse un kill -9 pendant la création : une grappe à côté, un secret vide.
  const moitie = path.join(donnees, 'postgresql', 'grappe.neuve');
  fs.mkdirSync(moitie, { recursive: true });
  fs.writeFileSync(path.join(moitie, 'PG_VERSION'), '18\n');
  fs.writeFileSync(path.join(donnees, 'secret'), '');
  const port = await portLibre();
  await servir(port);
  expect(await repond(port, '/connexion')).toBe(302);
  expect(fs.existsSync(moitie)).toBe(false);
});

/** Un petit disque (tmpfs) monté sur ce dossier ; faux si cette machine ne le permet pas. */
const monterPetitDisque = (dossier: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=140m,mode=755', 'tmpfs', dossier]).status === 0;

const peutMonter = (): boolean => {
  const essai = fs.mkdtempSync(path.join(os.tmpdir(), 'ensemblier-disque-'));
  const monte = monterPetitDisque(essai);
  if (monte) spawnSync('umount', ['-l', essai]);
  fs.rmdirSync(essai);
  return monte;
};

describe.skipIf(!peutMonter())('disque plein', () => {
  const remplir = (fichier: string): void => {
    const ouvert = fs.openSync(fichier, 'w');
    try {
      for (let taille = 1024 * 1024; taille >= 512; taille /= 2) {
        for (;;) {
          try {
            fs.writeSync(ouvert, Buffer.alloc(taille, 1));
          } catch {
            break;
          }
        }
      }
    } finally {
      fs.closeSync(ouvert);
    }
  };
  const installer = async (port: number) => {
    const reponse = await fetch(`http://127.0.0.1:${port}/installation`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        nom: 'Camille',
        courriel: 'camille@exemple.fr',
        motDePasse: 'une phrase assez longue',
      }),
    });
    return { statut: reponse.status, texte: await reponse.text() };
  };
  /** Écrit au journal de la base plus qu’il n’y a de place : elle s’arrête. */
  const deborder = async (): Promise<void> => {
    const [, , , , prise] = fs
      .readFileSync(path.join(donnees, 'postgresql', 'grappe', 'postmaster.pid'), 'utf8')
      .split('\n');
    const client = new pg.Client({ host: prise, user: 'postgres', database: 'ensemblier' });
    client.on('error', () => undefined);
    await client.connect();
    const ecrire = () =>
      client.query("select pg_logical_emit_message(true, 'x', repeat(md5(random()::text), 30000))");
    await expect(
      (async () => {
        for (let rang = 0; rang < 200; rang += 1) await ecrire();
      })(),
    ).rejects.toThrow();
    await client.end().catch(() => undefined);
  };

  test('une écriture sans place le dit et n’écrit rien ; la base arrêtée aussi ; la place rendue, tout repart', async () => {
    expect(monterPetitDisque(donnees)).toBe(true);
    const port = await portLibre();
    const lance = await servir(port);
    const plein = path.join(donnees, 'remplissage');
    try {
      remplir(plein);
      const refusee = await installer(port);
      expect(refusee.statut).toBe(507);
      expect(refusee.texte).toContain('Le disque du serveur est plein');
      await deborder();
      await attendreQue(
        () => Promise.resolve(lance.lireSortie().includes('Libérez de la place')),
        lance.lireSortie,
      );
      await attendreQue(async () => (await installer(port)).statut === 507, lance.lireSortie);
      fs.rmSync(plein);
      await attendreQue(async () => (await installer(port)).statut === 302, lance.lireSortie);
      expect(await repond(port, '/connexion')).toBe(200);
      // Le même empêchement, réessayé chaque seconde, ne s’écrit qu’une fois.
      expect(lance.lireSortie().split('Libérez de la place').length).toBe(2);
    } finally {
      lance.enfant.kill('SIGTERM');
      await lance.fin;
      spawnSync('umount', ['-l', donnees]);
    }
  });

  test('un premier démarrage sans place le dit (code 3), et réussit quand il y en a', async () => {
    expect(monterPetitDisque(donnees)).toBe(true);
    const plein = path.join(donnees, 'remplissage');
    try {
      remplir(plein);
      fs.truncateSync(plein, fs.statSync(plein).size - 20 * 1024 * 1024);
      const refuse = lancer(await portLibre());
      expect(await refuse.fin).toBe(3);
      expect(refuse.lireSortie()).toContain('Libérez de la place');
      fs.rmSync(plein);
      const port = await portLibre();
      const lance = await servir(port);
      expect((await installer(port)).statut).toBe(302);
      lance.enfant.kill('SIGTERM');
      await lance.fin;
    } finally {
      spawnSync('umount', ['-l', donnees]);
    }
  });
});

test('un PORT qui n’est pas un nombre est une erreur d’usage (code 1)', () => {
  const { status, stderr } = spawnSync(process.execPath, [LANCEUR, 'servir'], {
    env: environnement(0, { PORT: 'abc' }),
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('indiquez un nombre');
});

test('un dossier de données impossible à écrire est dit (code 3)', () => {
  const fichier = path.join(donnees, 'fichier');
  fs.writeFileSync(fichier, '');
  const { status, stderr } = spawnSync(process.execPath, [LANCEUR, 'migrer'], {
    env: environnement(0, { ENSEMBLIER_DONNEES: path.join(fichier, 'dedans') }),
    encoding: 'utf8',
  });
  expect(status).toBe(3);
  expect(stderr).toContain('ne peut pas être écrit');
});
