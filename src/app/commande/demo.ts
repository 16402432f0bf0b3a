import { preparerDemonstration } from '../demonstration/index.server.ts';
import { ouvrirEtMigrer } from '../service/base-de-donnees.server.ts';
import { prendreDossier } from '../service/instance.server.ts';
import { dossierDeDonnees } from '../service/racine.server.ts';
import { type Commande, reussir } from './commande.ts';

const commande: Commande = {
  mots: ['demo'],
  usage: 'demo',
  resume: 'Charge le territoire de démonstration (CC Charlieu-Belmont, données fictives).',
  executer: async () => {
    const donnees = dossierDeDonnees();
    const rendre = prendreDossier(donnees, 0);
    try {
      const base = await ouvrirEtMigrer(donnees);
      await preparerDemonstration(base.url, (message) => {
        process.stderr.write(`${message}\n`);
      });
      await base.arreter();
      return reussir({ etat: 'charge' });
    } finally {
      rendre();
    }
  },
};
export default commande;
