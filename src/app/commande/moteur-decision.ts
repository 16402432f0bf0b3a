import { appliquerMethode } from '../../moteurs/decision/index.ts';
import { lireArguments, lireEntier, lireJson, refuserLeReste } from './arguments.ts';
import { type Commande, ErreurUsage, refuserOuGuider, reussir } from './commande.ts';

const commande: Commande = {
  mots: ['moteur', 'decision'],
  usage: 'moteur decision <methode> [fichier|-] [--tirages N] [--graine N]',
  resume:
    'Applique une méthode d’aide à la décision (poids, agrégation, robustesse, partage, délais).',
  executer: async (suite) => {
    const lus = lireArguments(suite, ['tirages', 'graine']);
    const [methode, fichier] = lus.libres;
    if (methode === undefined) throw new ErreurUsage('Indiquez la méthode.');
    refuserLeReste(lus, 2);
    const tirages = lireEntier(lus, 'tirages', { min: 1, max: 100_000_000 });
    const graine = lireEntier(lus, 'graine', { min: 0, max: 4_294_967_295 });
    const resultat = appliquerMethode(methode, lireJson(fichier), {
      ...(tirages === undefined ? {} : { tirages }),
      ...(graine === undefined ? {} : { graine }),
    });
    return resultat.ok
      ? reussir(resultat.valeur)
      : refuserOuGuider(resultat.refus, 'methode-inconnue');
  },
};
export default commande;
