#!/usr/bin/env node
// Lanceur d’Ensemblier, valable dès Node 18 : installe si besoin, puis passe la main au Node 24 apporté par npm.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import {
  aDesDependances,
  estInstalle,
  noterInstallation,
  RACINE,
  trouverNode,
} from './outils/node24.mjs';

const suite = process.argv.slice(2);

/** Installe les dépendances du fichier de verrouillage, sans aucun script d’installation. */
const installer = () => {
  process.stderr.write(
    'Ensemblier : installation des dépendances (une à deux minutes la première fois)…\n',
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(
    npm,
    ['ci', '--include=dev', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'],
    {
      cwd: RACINE,
      stdio: ['ignore', 2, 2],
    },
  );
  if (status !== 0) {
    process.stderr.write(
      'L’installation a échoué. Vérifiez la connexion au registre npm puis relancez.\n',
    );
    process.exit(3);
  }
  noterInstallation();
};

if (suite[0] === 'servir' && !estInstalle()) installer();
const node = trouverNode();
if (node === null || !aDesDependances()) {
  process.stderr.write(
    'Les dépendances ne sont pas installées : lancez « npm ci », puis recommencez.\n',
  );
  process.exit(1);
}

const entree = path.join(RACINE, 'src', 'app', 'commande', 'entree.ts');
const enfant = spawn(node, ['--disable-warning=ExperimentalWarning', entree, ...suite], {
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_COMPILE_CACHE:
      process.env.NODE_COMPILE_CACHE ?? path.join(RACINE, 'node_modules', '.cache', 'ensemblier'),
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => enfant.kill(signal));
enfant.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
