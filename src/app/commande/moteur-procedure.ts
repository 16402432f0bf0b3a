import { instruireProcedure } from '../../referentiel/procedures/index.ts';
import { lireArguments, lireJson, refuserLeReste } from './arguments.ts';
import { type Commande, ErreurUsage, refuserOuGuider, reussir } from './commande.ts';

const commande: Commande = {
  mots: ['moteur', 'procedure'],
  usage: 'moteur procedure <procedure> [fichier|-]',
  resume: 'Dit où en est une procédure : état, passages possibles, échéances, avis, majorités.',
  executer: async (suite) => {
    const lus = lireArguments(suite, []);
    const [procedure, fichier] = lus.libres;
    if (procedure === undefined) throw new ErreurUsage('Indiquez la procédure.');
    refuserLeReste(lus, 2);
    const resultat = instruireProcedure(procedure, lireJson(fichier));
    return resultat.ok
      ? reussir(resultat.valeur)
      : refuserOuGuider(resultat.refus, 'procedure-inconnue');
  },
};
export default commande;
