import type { Base } from '../base/index.server.ts';
import { envoyerCourriels } from './courriels.sql.server.ts';
import { lireTransport, type Transport } from './transport.server.ts';

/**
 * Envoie en continu ce que la boîte d’envoi contient, si SMTP est réglé.
 * @returns de quoi arrêter, qui attend la fin de l’envoi en cours
 */
export const demarrerEnvois = (
  base: Base,
  {
    transport = lireTransport(),
    periodeMs = 10_000,
    signaler = (message: string) => console.error(message),
  }: {
    readonly transport?: Transport | null;
    readonly periodeMs?: number;
    readonly signaler?: (message: string) => void;
  } = {},
): (() => Promise<void>) => {
  if (transport === null) return () => Promise.resolve();
  let enCours: Promise<void> = Promise.resolve();
  let estOccupe = false;
  const passer = async () => {
    try {
      await envoyerCourriels(base, transport, new Date());
    } catch (erreur) {
      signaler(`Envoi des courriels suspendu, nouvel essai bientôt : ${(erreur as Error).message}`);
    }
  };
  const minuterie = setInterval(() => {
    if (estOccupe) return;
    estOccupe = true;
    enCours = passer().finally(() => {
      estOccupe = false;
    });
  }, periodeMs);
  minuterie.unref();
  return async () => {
    clearInterval(minuterie);
    await enCours;
  };
};
