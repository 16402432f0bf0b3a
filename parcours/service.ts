import type { AddressInfo } from 'node:net';
import { construireSiBesoin } from '../src/app/service/construction.server.ts';
import { ouvrirServeurWeb } from '../src/app/service/web.server.ts';

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
  construireSiBesoin(() => undefined);
  const serveur = await ouvrirServeurWeb();
  await new Promise<void>((pret) => {
    serveur.listen(0, '127.0.0.1', () => {
      pret();
    });
  });
  const { port } = serveur.address() as AddressInfo;
  return {
    adresse: `http://127.0.0.1:${port}`,
    arreter: () =>
      new Promise((fini) => {
        serveur.close(() => {
          fini();
        });
        serveur.closeAllConnections();
      }),
  };
};
