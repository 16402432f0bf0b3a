import { calculerCas } from '../../moteurs/calcul/index.ts';
import { lireArguments, lireJson, refuserLeReste } from './arguments.ts';
import { type Commande, ErreurUsage, refuserOuGuider, reussir } from './commande.ts';

const commande: Commande = {
  mots: ['moteur', 'calcul'],
  usage: 'moteur calcul <famille> [fichier|-]',
  resume: 'Calcule un montant, une clé, une répartition ; rend aussi l’arbre d’explication.',
  executer: async (suite) => {
    const lus = lireArguments(suite, []);
    const [famille, fichier] = lus.libres;
    if (famille === undefined) throw new ErreurUsage('Indiquez la famille de calcul.');
    refuserLeReste(lus, 2);
    const resultat = calculerCas(famille, lireJson(fichier));
    return resultat.ok
      ? reussir(resultat.valeur)
      : refuserOuGuider(resultat.refus, 'famille-inconnue');
  },
};
export default commande;
