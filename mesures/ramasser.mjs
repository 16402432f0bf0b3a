// Chargé dans le serveur mesuré : au signal USR2, ramasse la mémoire et écrit ce qui reste vivant, en Mo.
import fs from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

process.on('SIGUSR2', () => {
  setFlagsFromString('--expose-gc');
  const ramasser = runInNewContext('gc');
  ramasser();
  ramasser();
  const { heapUsed, external } = process.memoryUsage();
  fs.writeFileSync(
    process.env.MESURES_MEMOIRE_VIVANTE ?? '/dev/null',
    String((heapUsed + external) / 1024 ** 2),
  );
});
