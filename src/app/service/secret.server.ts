import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const LONGUEUR = 32;

/** Le secret des sessions : variable ENSEMBLIER_SECRET, sinon tiré une fois et gardé au dossier de données. */
export const lireOuCreerSecret = (donnees: string): string => {
  const fourni = process.env.ENSEMBLIER_SECRET;
  if (fourni !== undefined && fourni !== '') return fourni;
  const fichier = path.join(donnees, 'secret');
  const garde = fs.existsSync(fichier) ? fs.readFileSync(fichier, 'utf8') : '';
  // Un secret trop court est celui d’un premier démarrage interrompu (disque plein) : il n’a rien signé.
  if (garde.length >= LONGUEUR) return garde;
  const secret = randomBytes(LONGUEUR).toString('hex');
  fs.writeFileSync(`${fichier}.neuf`, secret, { mode: 0o600 });
  fs.renameSync(`${fichier}.neuf`, fichier);
  return secret;
};
