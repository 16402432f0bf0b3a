import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Acces } from '../../socle/acces/index.server.ts';
import type { Droit } from '../../socle/acces/index.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { ajouterCout, retirerCout } from './couts-saisis.sql.server.ts';
import { emettre } from './emettre.server.ts';
import { lireCout, lireEmission } from './exercice.schema.ts';
import { joindreSimulation } from './joindre-simulation.server.ts';
import { ouvrirExercice } from './ouvrir-exercice.sql.server.ts';

interface Cible {
  readonly serviceId: string;
  readonly annee: number;
}
type Fait = Promise<Resultat<'exercice' | { readonly conventionId: string }, readonly Refus[]>>;

const DROITS: Readonly<Record<string, Droit>> = {
  emettre: 'etat:emettre',
  'ajouter-cout': 'cout:calculer',
  'retirer-cout': 'cout:calculer',
  joindre: 'convention:rediger',
};

/** Le droit que demande ce geste. */
export const droitDuGeste = (geste: string): Droit => DROITS[geste] ?? 'etat:emettre';

const GESTES: Readonly<
  Record<string, (acces: Acces, cible: Cible, champs: Readonly<Record<string, string>>) => Fait>
> = {
  emettre: async ({ base, contexte, aujourdhui }, cible, champs) => {
    const lue = lireEmission(champs);
    if (!lue.ok) return lue;
    const emis = await emettre(base, contexte, { ...cible, ...lue.valeur }, aujourdhui);
    return emis.ok ? accepter('exercice') : emis;
  },
  'ajouter-cout': async ({ base, contexte, aujourdhui }, cible, champs) => {
    const lu = lireCout(champs);
    if (!lu.ok) return lu;
    await dansTerritoire(base, contexte, async (tx) => {
      const exercice = await ouvrirExercice(tx, contexte, cible, aujourdhui);
      await ajouterCout(tx, contexte, exercice.id, lu.valeur, aujourdhui);
    });
    return accepter('exercice');
  },
  'retirer-cout': async ({ base, contexte, aujourdhui }, cible, champs) => {
    await dansTerritoire(base, contexte, async (tx) => {
      const exercice = await ouvrirExercice(tx, contexte, cible, aujourdhui);
      await retirerCout(tx, contexte, exercice.id, champs.cout ?? '');
    });
    return accepter('exercice');
  },
  joindre: ({ base, contexte }, cible) =>
    dansTerritoire(base, contexte, (tx) => joindreSimulation(tx, contexte, cible)),
};

/** Les gestes de la page d’un exercice. */
export const faireGesteDExercice = (
  acces: Acces,
  cible: Cible,
  champs: Readonly<Record<string, string>>,
): Fait => {
  const geste = GESTES[champs.geste ?? ''];
  return geste === undefined
    ? Promise.resolve(
        refuser([{ code: 'geste-inconnu', message: 'Ce geste n’existe pas.', article: null }]),
      )
    : geste(acces, cible, champs);
};
