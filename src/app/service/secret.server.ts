import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Le secret des sessions : variable ENSEMBLIER_SECRET, sinon tiré une fois et gardé au dossier de données. */
export const lireOuCreerSecret = (donnees: string): string => {
  const fourni = process.env.ENSEMBLIER_SECRET;
  if (fourni !== undefined && fourni !== '') return fourni;
  const fichier = path.join(donnees, 'secret');
  if (!fs.existsSync(fichier)) {
    fs.writeFileSync(fichier, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  return fs.readFileSync(fichier, 'utf8');
};
