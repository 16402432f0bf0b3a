import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Base, type Contexte, nouvelId, ouvrirBase } from './connexion.server.ts';

export interface BaseDEssai {
  readonly base: Base;
  /** Adresse avec le rôle propriétaire (migrations, lecture du catalogue). */
  readonly url: string;
  readonly fermer: () => Promise<void>;
}

/** Une base PostgreSQL réelle, neuve et migrée, propre à un fichier de tests (30 à 60 ms). */
export const uneBase = async (): Promise<BaseDEssai> => {
  const modele = inject('adressePostgres');
  const nom = `essai_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: modele.replace('/BASE?', '/postgres?') });
  await admin.connect();
  await admin.query(`create database ${nom} template modele`);
  await admin.end();
  const url = modele.replace('/BASE?', `/${nom}?`);
  const base = ouvrirBase(url, { connexions: 4 });
  return { base, url, fermer: () => base.destroy() };
};

/** Un contexte de pilote sur un territoire neuf. */
export const unContexte = (ecarts: Partial<Contexte> = {}): Contexte => ({
  territoireId: nouvelId(),
  auteur: 'pilote@exemple.fr',
  ...ecarts,
});
