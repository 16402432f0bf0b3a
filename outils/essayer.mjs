// « npm test » : installe ce qui manque, passe tous les contrôles et tous les tests, puis donne le compte exact.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { estInstalle, noterInstallation, RACINE } from './node24.mjs';

const dire = (message) => process.stdout.write(`\n── ${message}\n`);
const executer = (commande, suite, options = {}) =>
  spawnSync(commande, suite, { cwd: RACINE, stdio: 'inherit', ...options }).status ?? 1;

if (!estInstalle()) {
  dire('Installation des dépendances');
  if (
    executer('npm', [
      'ci',
      '--include=dev',
      '--ignore-scripts',
      '--no-fund',
      '--no-audit',
      '--loglevel=error',
    ]) !== 0
  )
    process.exit(1);
  noterInstallation();
}

/** Chromium sert aux parcours : installé s’il manque et si c’est possible, sinon on le dit. */
const preparerChromium = () => {
  const candidats = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const trouve = candidats.find((chemin) => chemin && fs.existsSync(chemin));
  if (trouve) return trouve;
  if (process.platform === 'linux' && process.getuid() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    dire('Installation de Chromium (paquet Debian)');
    const silence = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    executer('apt-get', ['update', '-qq'], silence);
    executer('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], silence);
    if (fs.existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  process.stdout.write(
    'Chromium est absent et n’a pas pu être installé ici : les parcours dans le navigateur échoueront. Installez-le, ou donnez son chemin dans la variable CHROMIUM.\n',
  );
  return null;
};

const outil = (nom, ...suite) =>
  executer(process.execPath, [path.join(RACINE, 'outils', 'avec-node24.mjs'), nom, ...suite], {
    env: { ...process.env, NO_COLOR: '1', CHROMIUM: chromium ?? '' },
  });

const chromium = preparerChromium();
const rapport = path.join(
  fs.mkdtempSync(path.join(os.tmpdir(), 'ensemblier-rapport-')),
  'rapport.json',
);

const CONTROLES = [
  { nom: 'Construction', programme: 'react-router', suite: ['build'] },
  { nom: 'Types des routes', programme: 'react-router', suite: ['typegen'] },
  { nom: 'Types', programme: 'tsc', suite: ['--noEmit'] },
  { nom: 'Format et noms', programme: 'biome', suite: ['ci', '--colors=off', '.'] },
  {
    nom: 'Lint typé',
    programme: 'oxlint',
    suite: ['--type-aware', '--deny-warnings', 'src', 'parcours', 'mesures', 'outils'],
  },
  {
    nom: 'Limites de la maison',
    programme: 'depcruise',
    suite: ['--config', '.dependency-cruiser.cjs', 'src'],
  },
];
let reussis = 0;
const echecs = [];
for (const { nom, programme, suite } of CONTROLES) {
  dire(nom);
  if (outil(programme, ...suite) === 0) reussis += 1;
  else echecs.push(nom);
}

dire('Tests');
const code = outil(
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${rapport}`,
);
let echoues = echecs.length;
if (fs.existsSync(rapport)) {
  const bilan = JSON.parse(fs.readFileSync(rapport, 'utf8'));
  reussis += bilan.numPassedTests;
  echoues += bilan.numFailedTests;
  // Un fichier qui ne se charge pas ne compte aucun test échoué : il compte ici pour un échec.
  echoues += bilan.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((essai) => essai.status === 'failed'),
  ).length;
} else {
  echoues += 1;
}
if (code !== 0 && echoues === 0) echoues = 1;
if (echecs.length > 0) process.stdout.write(`\nContrôles échoués : ${echecs.join(', ')}\n`);
process.stdout.write(`\n${reussis} passed, ${echoues} failed\n`);
process.exit(echoues === 0 ? 0 : 1);
