import fs from 'node:fs';

const estEnVie = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (erreur) {
    return (erreur as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Le processus qui tient le tour, ou 0 s’il vient de le rendre. */
const lireTenant = (tour: string): number => {
  try {
    return Number(fs.readFileSync(tour, 'utf8'));
  } catch {
    return 0;
  }
};

/**
 * Prend le tour que marque un fichier : attend (en bloquant) celui qui le tient, reprend celui d’un
 * processus mort.
 * @returns de quoi rendre le tour
 */
export const prendreSonTour = (tour: string): (() => void) => {
  const rendre = () => {
    fs.rmSync(tour, { force: true });
  };
  for (;;) {
    try {
      fs.writeFileSync(tour, String(process.pid), { flag: 'wx' });
      return rendre;
    } catch (erreur) {
      if ((erreur as NodeJS.ErrnoException).code !== 'EEXIST') throw erreur;
    }
    const tenant = lireTenant(tour);
    if (tenant > 0 && !estEnVie(tenant)) rendre();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
};
