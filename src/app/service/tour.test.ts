import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { RACINE } from './racine.server.ts';
import { prendreSonTour } from './tour.server.ts';

const dossier = fs.mkdtempSync(path.join(os.tmpdir(), 'tour-'));
afterAll(() => {
  fs.rmSync(dossier, { recursive: true });
});

test('deux processus qui construisent ensemble : le second attend le premier', async () => {
  const tour = path.join(dossier, 'tour');
  const rendre = prendreSonTour(tour);
  const module = path.join(RACINE, 'src/app/service/tour.server.ts');
  const second = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import fs from 'node:fs';
       import { prendreSonTour } from '${module}';
       fs.writeSync(1, 'demande ');
       prendreSonTour('${tour}')();
       fs.writeSync(1, 'pris');`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let dit = '';
  second.stdout.on('data', (morceau) => {
    dit += String(morceau);
  });
  const fini = once(second, 'exit');
  await once(second.stdout, 'data');
  expect(dit).toBe('demande ');
  rendre();
  expect(await fini).toEqual([0, null]);
  expect(dit).toBe('demande pris');
});

test('le tour d’un processus mort se reprend', async () => {
  const mort = spawn(process.execPath, ['--eval', '']);
  await once(mort, 'exit');
  const tour = path.join(dossier, 'abandonne');
  fs.writeFileSync(tour, String(mort.pid));
  prendreSonTour(tour)();
  expect(fs.existsSync(tour)).toBe(false);
});

test('un reste de plus de cinq minutes, vide ou au numéro réemployé, ne bloque pas le démarrage', () => {
  for (const contenu of ['', String(process.pid)]) {
    const tour = path.join(dossier, 'reste');
    fs.writeFileSync(tour, contenu);
    const vieux = new Date(Date.now() - 6 * 60_000);
    fs.utimesSync(tour, vieux, vieux);
    prendreSonTour(tour)();
    expect(fs.existsSync(tour)).toBe(false);
  }
});
