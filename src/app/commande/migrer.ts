import { ouvrirEtMigrer } from '../service/base-de-donnees.server.ts';
import { prendreDossier } from '../service/instance.server.ts';
import { dossierDeDonnees } from '../service/racine.server.ts';
import { type Commande, reussir } from './commande.ts';

const commande: Commande = {
  mots: ['migrer'],
  usage: 'migrer',
  resume: 'Met la base à jour (DATABASE_URL, ou la base embarquée du dossier de données).',
  executer: async () => {
    const donnees = dossierDeDonnees();
    const rendre = prendreDossier(donnees, 0);
    try {
      const base = await ouvrirEtMigrer(donnees);
      await base.arreter();
      return reussir({ etat: 'a-jour' });
    } finally {
      rendre();
    }
  },
};
export default commande;
