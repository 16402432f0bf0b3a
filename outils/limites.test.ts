import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const OUTIL = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const REGLES = path.resolve('.dependency-cruiser.cjs');

const parcourir = (dossier: string, racine = path.resolve('.')) => {
  const { stdout } = spawnSync(
    process.execPath,
    [OUTIL, '--config', REGLES, '--output-type', 'json', dossier],
    { cwd: racine, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { totalCruised: number; violations: { rule: { name: string } }[] };
  };
  return summary;
};

test('les limites sont vraiment contrôlées : des modules sont parcourus', () => {
  expect(parcourir('src/moteurs/calcul').totalCruised).toBeGreaterThan(20);
});

test('une importation interdite est refusée : un moteur ne lit pas le socle', () => {
  const racine = fs.mkdtempSync(path.join(os.tmpdir(), 'limites-'));
  const ecrire = (chemin: string, texte: string) => {
    fs.mkdirSync(path.dirname(path.join(racine, chemin)), { recursive: true });
    fs.writeFileSync(path.join(racine, chemin), texte);
  };
  ecrire('src/socle/ui/index.ts', 'export const titre = "Pilotage";\n');
  ecrire(
    'src/moteurs/resultat/intrus.ts',
    "import { titre } from '../../socle/ui/index.ts';\nexport const intrus = titre;\n",
  );
  const regles = parcourir('src', racine).violations.map(({ rule }) => rule.name);
  expect(regles).toContain('moteurs-en-bas');
  fs.rmSync(racine, { recursive: true });
});
