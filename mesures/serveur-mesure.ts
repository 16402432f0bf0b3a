import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { descendance, nomDe, partDe, pointeDe } from './processus.ts';

const RACINE = path.resolve(import.meta.dirname, '..');
const DELAI_DE_DEMARRAGE_MS = 300_000;
const REPRISE_MS = 20;

/** Mémoire d’un serveur, en mégaoctets. */
export interface MemoireDuServeur {
  /** Pointe du processus Node. */
  readonly nodeMo: number;
  /** Ce qui reste vivant dans Node après un ramassage complet. */
  readonly vivantMo: number;
  /** PostgreSQL embarqué : somme des parts de ses processus, mémoire partagée comptée une fois. */
  readonly baseMo: number;
}

/** L’application complète, servie par « npm start » dans son propre processus. */
export interface ServeurMesure {
  readonly adresse: string;
  readonly pid: number;
  /** De « npm start » à la première réponse. */
  readonly demarrageMs: number;
  readonly memoire: () => Promise<MemoireDuServeur>;
  readonly arreter: () => Promise<void>;
}

const portLibre = (): Promise<number> =>
  new Promise((trouver) => {
    const essai = net.createServer();
    essai.listen(0, '127.0.0.1', () => {
      const { port } = essai.address() as net.AddressInfo;
      essai.close(() => {
        trouver(port);
      });
    });
  });

const repond = async (adresse: string): Promise<boolean> => {
  try {
    return (await fetch(`${adresse}/sante`)).ok;
  } catch {
    return false;
  }
};

const RAMASSAGE_AU_PLUS_MS = 15_000;

/** Demande au serveur de ramasser sa mémoire et lit ce qu’il lui reste. */
const lireVivante = async (pid: number, fichier: string): Promise<number> => {
  process.kill(pid, 'SIGUSR2');
  const limite = performance.now() + RAMASSAGE_AU_PLUS_MS;
  while (performance.now() < limite) {
    await attendre(REPRISE_MS);
    const ecrite = fs.existsSync(fichier) ? fs.readFileSync(fichier, 'utf8') : '';
    if (ecrite !== '') return Number(ecrite);
  }
  throw new Error('Le serveur n’a pas dit sa mémoire vivante.');
};

/** Lance « npm start » sur ce dossier de données et attend qu’il réponde. */
export const demarrerServeur = async (donnees: string): Promise<ServeurMesure> => {
  const port = await portLibre();
  const vivante = path.join(donnees, 'memoire-vivante');
  const adresse = `http://127.0.0.1:${port}`;
  const debut = performance.now();
  const npm = spawn('npm', ['start'], {
    cwd: RACINE,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      ENSEMBLIER_DONNEES: donnees,
      ENSEMBLIER_ADRESSE: adresse,
      DATABASE_URL: '',
      MESURES_MEMOIRE_VIVANTE: vivante,
      NODE_OPTIONS: `--import=${pathToFileURL(path.join(RACINE, 'mesures', 'ramasser.mjs')).href}`,
    },
  });
  let sortie = '';
  npm.stderr.on('data', (morceau: Buffer) => {
    sortie += morceau.toString();
  });
  const fini = new Promise<void>((finir) => {
    npm.once('exit', () => {
      finir();
    });
  });
  while (!(await repond(adresse))) {
    if (npm.exitCode !== null || performance.now() - debut > DELAI_DE_DEMARRAGE_MS)
      throw new Error(`Le serveur ne démarre pas : ${sortie.slice(-800)}`);
    await attendre(REPRISE_MS);
  }
  const demarrageMs = performance.now() - debut;
  const { pid } = JSON.parse(fs.readFileSync(path.join(donnees, 'instance.json'), 'utf8')) as {
    pid: number;
  };
  return {
    adresse,
    pid,
    demarrageMs,
    memoire: async () => ({
      nodeMo: pointeDe(pid),
      vivantMo: await lireVivante(pid, vivante),
      baseMo: descendance(pid)
        .filter((membre) => nomDe(membre) === 'postgres')
        .reduce((somme, membre) => somme + partDe(membre), 0),
    }),
    arreter: async () => {
      process.kill(pid, 'SIGTERM');
      await fini;
    },
  };
};
