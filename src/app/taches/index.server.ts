import path from 'node:path';
import { Worker } from 'node:worker_threads';

const FIL = path.join(import.meta.dirname, 'fil-des-taches.server.ts');
/** Un fil mort (mémoire épuisée par un fichier démesuré) est relancé ; ce qu’il faisait est repris. */
const RELANCE_MS = 1000;
/** À l’arrêt, un calcul trop long pour finir est coupé : il reprendra au prochain démarrage. */
const PATIENCE_MS = 20_000;

const dire = (message: string): void => {
  process.stderr.write(`Ensemblier : ${message}\n`);
};

/**
 * Les tâches de fond de cette instance, dans un fil à part : longs travaux (repris après une coupure)
 * et envois.
 * @param url adresse de la base avec le rôle propriétaire
 * @returns de quoi tout arrêter proprement
 */
export const demarrerTaches = async (url: string): Promise<() => Promise<void>> => {
  let arret = false;
  let relance: NodeJS.Timeout | undefined;
  let fil: Worker;
  const ouvrir = (): Promise<void> =>
    new Promise((pret, echouer) => {
      fil = new Worker(FIL, { workerData: { url }, execArgv: [] });
      fil.once('message', () => {
        pret();
      });
      fil.once('error', (erreur: Error) => {
        dire(`le fil des tâches de fond est tombé (${erreur.message}).`);
        echouer(erreur);
      });
      fil.once('exit', () => {
        if (arret) return;
        relance = setTimeout(() => {
          ouvrir().catch(() => undefined); // déjà dit ; la sortie du fil a programmé un autre essai
        }, RELANCE_MS);
      });
    });
  try {
    await ouvrir();
  } catch (erreur) {
    arret = true;
    clearTimeout(relance);
    throw erreur;
  }
  return async () => {
    arret = true;
    clearTimeout(relance);
    await new Promise<void>((finir) => {
      const couperCourt = setTimeout(() => {
        void fil.terminate();
      }, PATIENCE_MS);
      if (fil.threadId === -1) finir();
      fil.once('exit', () => {
        clearTimeout(couperCourt);
        finir();
      });
      fil.postMessage('arreter');
    });
  };
};
