import path from 'node:path';
import { creerBaseSiAbsente, demarrerEmbarque, migrer } from '../../socle/base/index.server.ts';
import { RessourceIndisponible } from '../commande/commande.ts';
import { RACINE } from './racine.server.ts';

export interface BaseOuverte {
  /** Adresse de la base, pour l’application et ses travaux. */
  readonly url: string;
  readonly estEmbarquee: boolean;
  readonly arreter: () => Promise<void>;
}

const ouvrirEmbarquee = async (donnees: string): Promise<BaseOuverte> => {
  const serveur = await demarrerEmbarque(path.join(donnees, 'postgresql'));
  await creerBaseSiAbsente(serveur.adresse('postgres'), 'ensemblier');
  return { url: serveur.adresse('ensemblier'), estEmbarquee: true, arreter: serveur.arreter };
};

/**
 * Ouvre la base (DATABASE_URL, ou PostgreSQL embarqué dans le dossier de données) et la migre.
 */
export const ouvrirEtMigrer = async (donnees: string): Promise<BaseOuverte> => {
  const externe = process.env.DATABASE_URL;
  try {
    const base: BaseOuverte =
      externe === undefined || externe === ''
        ? await ouvrirEmbarquee(donnees)
        : { url: externe, estEmbarquee: false, arreter: () => Promise.resolve() };
    await migrer(base.url, path.join(RACINE, 'base', 'migrations'));
    return base;
  } catch (erreur) {
    if (erreur instanceof RessourceIndisponible) throw erreur;
    throw new RessourceIndisponible(
      `La base ne peut pas être ouverte. ${(erreur as Error).message}`,
    );
  }
};
