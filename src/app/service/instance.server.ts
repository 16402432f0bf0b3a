import fs from 'node:fs';
import path from 'node:path';
import { RessourceIndisponible } from '../commande/commande.ts';

interface Instance {
  readonly pid: number;
  readonly port: number;
}

const estEnVie = ({ pid }: Instance): boolean => {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('commande/entree.ts');
  } catch {
    return process.platform !== 'linux';
  }
};

const lire = (fichier: string): Instance | null => {
  try {
    return JSON.parse(fs.readFileSync(fichier, 'utf8')) as Instance;
  } catch {
    return null;
  }
};

const REMEDES: Readonly<Record<string, string>> = {
  EROFS: 'Son disque est en lecture seule : remontez-le en écriture,',
  EACCES: 'Donnez à l’utilisateur qui lance Ensemblier le droit d’y écrire,',
  EPERM: 'Donnez à l’utilisateur qui lance Ensemblier le droit d’y écrire,',
  ENOSPC: 'Libérez de la place,',
  EDQUOT: 'Libérez de la place,',
};

/** Ce qui rend le dossier utilisable, selon pourquoi il ne l’est pas. */
export const remede = (erreur: unknown): string =>
  REMEDES[(erreur as NodeJS.ErrnoException).code ?? ''] ?? 'Vérifiez ce chemin,';

/**
 * Prend le dossier de données pour cette instance. Deux instances sur un même dossier perdraient
 * des écritures : la seconde est refusée et dit qui le tient.
 * @returns la fonction qui rend le dossier
 */
export const prendreDossier = (donnees: string, port: number): (() => void) => {
  const fichier = path.join(donnees, 'instance.json');
  try {
    fs.mkdirSync(donnees, { recursive: true });
    const enPlace = lire(fichier);
    if (enPlace !== null && estEnVie(enPlace)) {
      throw new RessourceIndisponible(
        `Le dossier de données ${donnees} est déjà ouvert par une autre instance (processus ${enPlace.pid}, port ${enPlace.port}). Arrêtez-la, ou choisissez un autre dossier avec la variable ENSEMBLIER_DONNEES.`,
      );
    }
    const neuf = `${fichier}.${process.pid}`;
    fs.writeFileSync(neuf, JSON.stringify({ pid: process.pid, port } satisfies Instance));
    fs.renameSync(neuf, fichier);
  } catch (erreur) {
    if (erreur instanceof RessourceIndisponible) throw erreur;
    throw new RessourceIndisponible(
      `Le dossier de données ${donnees} ne peut pas être écrit (${(erreur as Error).message}). ${remede(erreur)} ou choisissez un autre dossier avec ENSEMBLIER_DONNEES.`,
    );
  }
  return () => {
    if (lire(fichier)?.pid === process.pid) fs.rmSync(fichier, { force: true });
  };
};
