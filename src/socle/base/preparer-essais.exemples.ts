import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { creerBaseSiAbsente, demarrerEmbarque } from './embarque.server.ts';
import { migrer } from './migrer.server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    adressePostgres: string;
  }
}

const preparerModele = async (adresse: (nom: string) => string): Promise<void> => {
  await creerBaseSiAbsente(adresse('postgres'), 'modele');
  await migrer(adresse('modele'), path.resolve('base/migrations'));
};

/**
 * Un PostgreSQL réel pour tous les essais, avec une base modèle déjà migrée : l’embarqué, ou le
 * serveur donné par ENSEMBLIER_ESSAIS (« postgresql://…/BASE?… », rôle qui peut créer des bases).
 */
export default async (projet: TestProject): Promise<() => Promise<void>> => {
  const donne = process.env.ENSEMBLIER_ESSAIS;
  if (donne !== undefined && donne !== '') {
    await preparerModele((nom) => donne.replace('/BASE?', `/${nom}?`));
    projet.provide('adressePostgres', donne);
    return () => Promise.resolve();
  }
  const racine = fs.mkdtempSync(path.join(os.tmpdir(), 'ensemblier-essais-'));
  fs.chmodSync(racine, 0o755);
  const serveur = await demarrerEmbarque(racine);
  await preparerModele(serveur.adresse);
  projet.provide('adressePostgres', serveur.adresse('BASE'));
  return async () => {
    await serveur.arreter();
    fs.rmSync(racine, { recursive: true, force: true });
  };
};
