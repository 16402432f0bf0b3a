import path from 'node:path';
import {
  creerBaseSiAbsente,
  demarrerEmbarque,
  migrer,
  reconnaitrePanne,
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

let manqueDePlace = false;

/** Vrai si la base, arrêtée, ne peut pas repartir faute de place sur le disque. */
export const attendDeLaPlace = (): boolean => manqueDePlace;

/** Relève le PostgreSQL embarqué s’il s’arrête tout seul ; les pages le retrouvent à la même adresse. */
const veiller = (racine: string, premier: ServeurEmbarque): (() => Promise<void>) => {
  let serveur = premier;
  let enCours: Promise<void> | null = null;
  let dejaDit = '';
  // Un essai par seconde : le même empêchement ne s’écrit qu’une fois au journal.
  const dire = (message: string) => {
    if (message !== dejaDit) process.stderr.write(`Ensemblier : ${message}\n`);
    dejaDit = message;
  };
  const relever = async () => {
    try {
      serveur = await demarrerEmbarque(racine);
      manqueDePlace = false;
      dire('la base s’était arrêtée, elle est relancée.');
      dejaDit = '';
    } catch (erreur) {
      manqueDePlace = reconnaitrePanne(erreur) === 'disque-plein';
      dire((erreur as Error).message);
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
