import { type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { reconnaitrePanne } from '../../../socle/base/index.server.ts';

const MESSAGES = {
  'base-coupee':
    'La base de données s’est arrêtée pendant l’écriture. Rien n’a été écrit et ce que vous aviez décidé est gardé. Attendez une minute, puis recommencez.',
  'disque-plein':
    'Le disque du serveur est plein : rien n’a été écrit et ce que vous aviez décidé est gardé. Prévenez la personne qui administre cette installation, puis recommencez quand elle aura libéré de la place.',
} as const;

/**
 * Fait une écriture d’un seul tenant ; si la base est coupée ou n’a plus de place pendant ce temps, le
 * dit au lieu de tomber : la transaction n’a rien laissé, il suffit de recommencer.
 * Refus ajoutés : `base-coupee`, `disque-plein`.
 */
export const avecReprise = async <V>(
  ecrire: () => Promise<Resultat<V>>,
): Promise<Resultat<V, Refus>> => {
  try {
    return await ecrire();
  } catch (erreur) {
    const panne = reconnaitrePanne(erreur);
    if (panne !== 'base-coupee' && panne !== 'disque-plein') throw erreur;
    return refuser({ code: panne, message: MESSAGES[panne] });
  }
};
