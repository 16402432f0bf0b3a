import fs from 'node:fs';

const estEnVie = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (erreur) {
    return (erreur as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Aucune construction ne dure autant : au-delà, le tour est un reste (numéro réemployé, fichier vide). */
const DUREE_MAXIMALE_MS = 5 * 60_000;

/** Vrai si personne ne tient plus ce tour. */
const estAbandonne = (tour: string): boolean => {
  try {
    const tenant = Number(fs.readFileSync(tour, 'utf8'));
    const estVieux = Date.now() - fs.statSync(tour).mtimeMs > DUREE_MAXIMALE_MS;
    return estVieux || (tenant > 0 && !estEnVie(tenant));
  } catch {
    return false; // il vient d’être rendu
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
    if (estAbandonne(tour)) rendre();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
};
