import fs from 'node:fs';
import { RessourceIndisponible } from './commande.ts';

const TAILLE_DE_LECTURE = 65_536;
const ATTENTE_EN_MS = 5;

const estAttente = (erreur: unknown): boolean =>
  erreur instanceof Error && 'code' in erreur && erreur.code === 'EAGAIN';
const estFin = (erreur: unknown): boolean =>
  erreur instanceof Error && 'code' in erreur && erreur.code === 'EOF';

const patienter = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ATTENTE_EN_MS);
};

/** Lit un morceau ; null quand l’entrée est finie, vide quand il faut attendre. */
const lireMorceau = (tampon: Uint8Array): Uint8Array | null => {
  try {
    const lus = fs.readSync(0, tampon);
    return lus === 0 ? null : tampon.slice(0, lus);
  } catch (erreur) {
    if (estFin(erreur)) return null;
    if (!estAttente(erreur))
      throw new RessourceIndisponible(
        'L’entrée standard ne peut pas être lue : donnez un fichier.',
      );
    patienter();
    return new Uint8Array();
  }
};

/** Toute l’entrée standard, même si celui qui l’écrit prend son temps (tube non bloquant). */
export const lireEntreeStandard = (): Uint8Array => {
  const tampon = new Uint8Array(TAILLE_DE_LECTURE);
  const morceaux: Uint8Array[] = [];
  for (let lu = lireMorceau(tampon); lu !== null; lu = lireMorceau(tampon)) morceaux.push(lu);
  return Buffer.concat(morceaux);
};
