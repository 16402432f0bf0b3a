import { z } from 'zod';
import { lireJour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { lireChamp } from '../../socle/formulaires/index.ts';
import { estGeste, GESTES, type Geste } from './cycle-de-vie.ts';
import type { FaitAEnregistrer } from './instruire.ts';

const champs = z.object({
  le: z.string().refine((texte) => lireJour(texte) !== null, 'Indiquez une date.'),
  sens: z.string(),
  numero: z.string().trim().max(60, 'Raccourcissez le numéro : 60 caractères au plus.'),
  unanimeContre: z.boolean(),
  sirens: z.array(z.string().regex(/^\d{9}$/)),
});

/** Les faits qu’un formulaire de geste demande d’enregistrer : un par partie cochée. */
export const lireFaits = (
  formulaire: FormData,
): Resultat<readonly FaitAEnregistrer[], readonly Refus[]> => {
  const nom = lireChamp(formulaire, 'geste');
  if (!estGeste(nom))
    return refuser([{ code: 'geste-inconnu', message: 'Ce geste n’existe pas.', article: null }]);
  const geste: Geste = GESTES[nom];
  const lu = champs.safeParse({
    le: lireChamp(formulaire, 'le'),
    sens: lireChamp(formulaire, 'sens'),
    numero: lireChamp(formulaire, 'numero'),
    unanimeContre: formulaire.get('unanimeContre') === 'oui',
    sirens: formulaire.getAll('sirens').filter((valeur) => typeof valeur === 'string'),
  });
  if (!lu.success)
    return refuser(
      lu.error.issues.map(({ message }) => ({ code: 'champ-invalide', message, article: null })),
    );
  const le = lireJour(lu.data.le);
  if (le === null)
    return refuser([{ code: 'champ-invalide', message: 'Indiquez une date.', article: null }]);
  const donnees = {
    ...(geste.sens.length === 0 ? {} : { sens: lu.data.sens }),
    ...(lu.data.numero === '' ? {} : { numero: lu.data.numero }),
    ...(lu.data.unanimeContre ? { unanimeContre: true } : {}),
  };
  const acteurs = geste.parPartie ? lu.data.sirens : [null];
  return accepter(acteurs.map((siren) => ({ type: geste.evenement, le, siren, donnees })));
};
