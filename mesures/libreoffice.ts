import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Reference } from './cas.ts';
import { processeurDesEnfants } from './processus.ts';

const CANDIDATS = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

const convertir = (soffice: string, fichier: string, format: string, dossier: string): void => {
  const { status, stderr } = spawnSync(
    soffice,
    [
      `-env:UserInstallation=${pathToFileURL(path.join(dossier, 'profil')).href}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      path.join(dossier, 'converti'),
      fichier,
    ],
    { encoding: 'utf8', timeout: 180_000 },
  );
  const attendu = path.join(dossier, 'converti', `${path.parse(fichier).name}.${format}`);
  if (status !== 0 || !fs.existsSync(attendu))
    throw new Error(`LibreOffice n’a pas converti ${fichier} en ${format} : ${stderr}`);
  fs.rmSync(attendu);
};

/**
 * LibreOffice sans écran convertit ce fichier ; null s’il n’est pas installé. Son profil, dans le
 * dossier des mesures, existe déjà : une première conversion l’a créé hors chronomètre.
 */
export const mesurerLibreOffice = (
  fichier: string,
  format: string,
  dossier: string,
): Reference | null => {
  const soffice = CANDIDATS.find((chemin) => fs.existsSync(chemin));
  if (soffice === undefined) return null;
  if (!fs.existsSync(path.join(dossier, 'profil'))) convertir(soffice, fichier, format, dossier);
  const avant = processeurDesEnfants();
  const debut = performance.now();
  convertir(soffice, fichier, format, dossier);
  const dureeMs = performance.now() - debut;
  const apres = processeurDesEnfants();
  return { dureeMs, processeurMs: avant === null || apres === null ? null : apres - avant };
};
