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

/** Un PostgreSQL réel pour tous les essais, avec une base modèle déjà migrée. */
export default async (projet: TestProject): Promise<() => Promise<void>> => {
  const racine = fs.mkdtempSync(path.join(os.tmpdir(), 'ensemblier-essais-'));
  const serveur = await demarrerEmbarque(racine);
  await creerBaseSiAbsente(serveur.adresse('postgres'), 'modele');
  await migrer(serveur.adresse('modele'), path.resolve('base/migrations'));
  projet.provide('adressePostgres', serveur.adresse('BASE'));
  return async () => {
    await serveur.arreter();
    fs.rmSync(racine, { recursive: true, force: true });
  };
};
