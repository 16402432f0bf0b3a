/**
 * Le fil des tâches de fond : longs travaux et envois. Rien de ce qui s’y calcule n’arrête les pages,
 * servies par le fil principal. Ce fichier est lancé par son chemin (voir `index.server.ts`), jamais importé.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { ouvrirBase } from '../../socle/base/index.server.ts';
import { demarrerEnvois } from '../../socle/courriels/index.server.ts';
import { traiterTravaux } from '../../socle/travaux/index.server.ts';
import { RANGEMENTS_DES_TRAVAUX, REGISTRE_DES_TRAVAUX } from './registre.server.ts';

const { url } = workerData as { readonly url: string };
const base = ouvrirBase(url, { connexions: 6 });
const arreterEnvois = demarrerEnvois(base);
const arreterTravaux = await traiterTravaux({
  base,
  url,
  registre: REGISTRE_DES_TRAVAUX,
  rangements: RANGEMENTS_DES_TRAVAUX,
});

const arreter = async (): Promise<void> => {
  await Promise.all([arreterEnvois(), arreterTravaux()]);
  await base.destroy();
  parentPort?.close();
};

parentPort?.on('message', () => {
  arreter().catch((erreur: unknown) => {
    throw erreur;
  });
});
parentPort?.postMessage('pret');
