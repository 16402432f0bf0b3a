import { type Base, ouvrirBase } from './connexion.server.ts';

interface Processus {
  ensemblierBase?: { readonly url: string; readonly base: Base };
}

/**
 * La base de ce processus, un seul groupe de connexions, même si le code est chargé deux fois
 * (sources et paquet construit). L’adresse est posée au démarrage dans ENSEMBLIER_BASE.
 */
export const obtenirBase = (): Base => {
  const url = process.env.ENSEMBLIER_BASE;
  if (url === undefined || url === '') {
    throw new Error('La base n’est pas ouverte : démarrez Ensemblier par « npm start ».');
  }
  const processus = globalThis as Processus;
  if (processus.ensemblierBase?.url !== url) {
    processus.ensemblierBase = { url, base: ouvrirBase(url) };
  }
  return processus.ensemblierBase.base;
};
