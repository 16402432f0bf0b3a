import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestListener } from '@react-router/node';
import sirv from 'sirv';

const RACINE = path.resolve(import.meta.dirname, '..');
const PAQUET = path.join(RACINE, 'build', 'server', 'index.js');

const dater = (fichier: string): number => {
  const etat = statSync(fichier, { throwIfNoEntry: false });
  return etat === undefined ? 0 : etat.mtimeMs;
};

const estAJour = (): boolean => {
  const construitLe = dater(PAQUET);
  const sources = globSync('{src,public}/**/*.{ts,tsx,css,json,svg,geojson}', { cwd: RACINE });
  return sources.every((source) => dater(path.join(RACINE, source)) <= construitLe);
};

/** Construit l’interface si le paquet manque ou si une source est plus récente. */
export const construireSiBesoin = (): void => {
  if (estAJour()) return;
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(RACINE, 'outils', 'avec-node24.mjs'), 'react-router', 'build'],
    { cwd: RACINE, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error(`La construction de l’interface a échoué :\n${stderr}`);
};

/** Un service ouvert pour un parcours : l’adresse de base, et de quoi l’arrêter. */
export interface Service {
  adresse: string;
  arreter: () => Promise<void>;
}

/**
 * Sert les pages construites, sans base de données, sur un port libre : de quoi regarder les
 * pages qui ne lisent rien (motifs, erreurs, déclaration).
 */
export const servirPages = async (): Promise<Service> => {
  construireSiBesoin();
  const build = await import(/* @vite-ignore */ pathToFileURL(PAQUET).href);
  const repondre = createRequestListener({ build, mode: 'production' });
  const fichiers = sirv(path.join(RACINE, 'build', 'client'), { etag: true });
  const serveur = createServer((requete, reponse) =>
    fichiers(requete, reponse, () => repondre(requete, reponse)),
  );
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  const { port } = serveur.address() as AddressInfo;
  return {
    adresse: `http://127.0.0.1:${port}`,
    arreter: () =>
      new Promise((fini) => {
        serveur.close(() => fini());
        serveur.closeAllConnections();
      }),
  };
};
