import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
  await attendreQue(() => Promise.resolve(lireSortie().includes('elle est relancée')), lireSortie);
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
