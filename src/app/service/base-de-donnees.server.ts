import path from 'node:path';
import {
  creerBaseSiAbsente,
  demarrerEmbarque,
  migrer,
  type ServeurEmbarque,
} from '../../socle/base/index.server.ts';
import { RessourceIndisponible } from '../commande/commande.ts';
import { RACINE } from './racine.server.ts';

export interface BaseOuverte {
  /** Adresse de la base, pour l’application et ses travaux. */
  readonly url: string;
  readonly estEmbarquee: boolean;
  readonly arreter: () => Promise<void>;
}

const PERIODE_DE_VEILLE = 1000;

/** Relève le PostgreSQL embarqué s’il s’arrête tout seul ; les pages le retrouvent à la même adresse. */
const veiller = (racine: string, premier: ServeurEmbarque): (() => Promise<void>) => {
  let serveur = premier;
  let enCours: Promise<void> | null = null;
  const relever = async () => {
    try {
      serveur = await demarrerEmbarque(racine);
      process.stderr.write('Ensemblier : la base s’était arrêtée, elle est relancée.\n');
    } catch (erreur) {
      process.stderr.write(`Ensemblier : ${(erreur as Error).message}\n`);
    }
  };
  const minuterie = setInterval(() => {
    if (enCours !== null || serveur.estVivant()) return;
    enCours = relever().finally(() => {
      enCours = null;
    });
  }, PERIODE_DE_VEILLE);
  minuterie.unref();
  return async () => {
    clearInterval(minuterie);
    await enCours;
    await serveur.arreter();
  };
};

const ouvrirEmbarquee = async (donnees: string): Promise<BaseOuverte> => {
  const racine = path.join(donnees, 'postgresql');
  const serveur = await demarrerEmbarque(racine);
  await creerBaseSiAbsente(serveur.adresse('postgres'), 'ensemblier');
  return {
    url: serveur.adresse('ensemblier'),
    estEmbarquee: true,
    arreter: veiller(racine, serveur),
  };
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
