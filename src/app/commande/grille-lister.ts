import { listerGrilles } from '../../referentiel/grilles/index.ts';
import { lireArguments } from './arguments.ts';
import { type Commande, reussir } from './commande.ts';

const commande: Commande = {
  mots: ['grille', 'lister'],
  usage: 'grille lister',
  resume: 'Liste les grilles connues, leur version et leurs colonnes.',
  executer: (suite) => {
    lireArguments(suite, []);
    return Promise.resolve(reussir(listerGrilles()));
  },
};
export default commande;
