import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { RessourceIndisponible } from '../commande/commande.ts';
import { RACINE } from './racine.server.ts';
import { prendreSonTour } from './tour.server.ts';

const TEMOIN = path.join(RACINE, 'build', '.sources');
const TOUR = path.join(
  os.tmpdir(),
  `ensemblier-construction-${createHash('sha256').update(RACINE).digest('hex').slice(0, 16)}`,
);
const SUIVIS = ['src', 'vite.config.ts', 'react-router.config.ts', 'package-lock.json'];

/** Empreinte des sources : nom, taille et date de chaque fichier. */
const empreinteDesSources = (): string => {
  const somme = createHash('sha256');
  for (const suivi of SUIVIS) {
    const chemin = path.join(RACINE, suivi);
    const fichiers = fs.statSync(chemin).isDirectory()
      ? fs
          .readdirSync(chemin, { recursive: true, withFileTypes: true })
          .filter((entree) => entree.isFile() && !/\.(test|exemples)\.tsx?$/.test(entree.name))
          .map((entree) => path.join(entree.parentPath, entree.name))
          .sort()
      : [chemin];
    for (const fichier of fichiers) {
      const { size, mtimeMs } = fs.statSync(fichier);
      somme.update(`${path.relative(RACINE, fichier)}:${size}:${mtimeMs}\n`);
    }
  }
  return somme.digest('hex');
};

const construire = (): void => {
  const outil = path.join(RACINE, 'node_modules', '@react-router', 'dev', 'bin.cjs');
  const { status, stderr, stdout } = spawnSync(process.execPath, [outil, 'build'], {
    cwd: RACINE,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) {
    throw new RessourceIndisponible(
      `La construction a échoué :\n${`${stdout}${stderr}`.slice(-1500)}`,
    );
  }
};

const estConstruite = (empreinte: string): boolean =>
  fs.existsSync(TEMOIN) && fs.readFileSync(TEMOIN, 'utf8') === empreinte;

/**
 * Construit l’application si les sources ont changé depuis la dernière construction. Deux processus
 * qui le demandent ensemble construisent une seule fois.
 */
export const construireSiBesoin = (dire: (message: string) => void): void => {
  const empreinte = empreinteDesSources();
  if (estConstruite(empreinte)) return;
  dire('construction de l’application…');
  const rendre = prendreSonTour(TOUR);
  try {
    if (estConstruite(empreinte)) return;
    construire();
    fs.writeFileSync(TEMOIN, empreinte);
  } finally {
    rendre();
  }
};
