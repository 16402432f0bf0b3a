import { calculerCas } from '../../moteurs/calcul/index.ts';
import { lireArguments, lireJson } from './arguments.ts';
import { type Commande, ErreurUsage, refuserOuGuider, reussir } from './commande.ts';

const commande: Commande = {
  mots: ['moteur', 'calcul'],
  usage: 'moteur calcul <famille> [fichier|-]',
  resume: 'Calcule un montant, une clé, une répartition ; rend aussi l’arbre d’explication.',
  executer: async (suite) => {
    const { libres } = lireArguments(suite, []);
    const [famille, fichier] = libres;
    if (famille === undefined) throw new ErreurUsage('Indiquez la famille de calcul.');
    const resultat = calculerCas(famille, lireJson(fichier));
    return resultat.ok
      ? reussir(resultat.valeur)
      : refuserOuGuider(resultat.refus, 'famille-inconnue');
  },
};
export default commande;
