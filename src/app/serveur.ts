import { preparerDemonstration } from './demonstration/index.server.ts';
import { ouvrirEtMigrer } from './service/base-de-donnees.server.ts';
import { construireSiBesoin } from './service/construction.server.ts';
import { prendreDossier } from './service/instance.server.ts';
import { dossierDeDonnees } from './service/racine.server.ts';
import { lireOuCreerSecret } from './service/secret.server.ts';
import { ecouter, ouvrirServeurWeb } from './service/web.server.ts';
import { demarrerTaches } from './taches/index.server.ts';

/** Une application qui sert, et comment l’arrêter proprement. */
export interface ServeurOuvert {
  readonly adresse: string;
  readonly url: string;
  readonly arreter: () => Promise<void>;
}

/**
 * Ouvre tout : dossier de données, base migrée, application construite, territoire de démonstration,
 * tâches de fond, port. Rien n’est refait s’il est déjà fait.
 */
export const ouvrirServeur = async (
  port: number,
  dire: (message: string) => void,
): Promise<ServeurOuvert> => {
  const donnees = dossierDeDonnees();
  const rendre = prendreDossier(donnees, port);
  try {
    const base = await ouvrirEtMigrer(donnees);
    process.env.ENSEMBLIER_BASE = base.url;
    process.env.ENSEMBLIER_SECRET = lireOuCreerSecret(donnees);
    process.env.ENSEMBLIER_ADRESSE ??= `http://localhost:${port}`;
    construireSiBesoin(dire);
    await preparerDemonstration(base.url, dire);
    const serveur = await ouvrirServeurWeb();
    await ecouter(serveur, port);
    const arreterTaches = await demarrerTaches(base.url);
    const arreter = async () => {
      await new Promise<void>((finir) => {
        serveur.close(() => {
          finir();
        });
        serveur.closeAllConnections();
      });
      await arreterTaches();
      await base.arreter();
      rendre();
    };
    return { adresse: process.env.ENSEMBLIER_ADRESSE, url: base.url, arreter };
  } catch (erreur) {
    rendre();
    throw erreur;
  }
};
