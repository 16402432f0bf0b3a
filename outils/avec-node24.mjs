// Lance un outil installé (vitest, tsc, biome…) avec le Node 24 du projet : node outils/avec-node24.mjs <outil> [arguments]
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { RACINE, trouverNode } from './node24.mjs';

const [outil, ...suite] = process.argv.slice(2);
const node = trouverNode();
if (node === null) {
  console.error(
    'Node 22.22 ou plus récent est nécessaire : lancez « npm ci » à la racine du dépôt.',
  );
  process.exit(1);
}
const lien = path.join(RACINE, 'node_modules', '.bin', outil);
const script = fs.existsSync(lien) ? fs.realpathSync(lien) : outil;
const env = {
  ...process.env,
  PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
};
const resultat = spawnSync(node, [script, ...suite], { stdio: 'inherit', cwd: RACINE, env });
process.exit(resultat.status ?? 1);
