import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import type { ActionSuivie, SuiviDAction } from './action.ts';
import { enregistrerSuivi, lireAction } from './actions.sql.server.ts';
import { jugerPassage } from './etats-d-action.ts';
import { jugerReleve, type ReleveAInscrire } from './indicateurs.ts';
import { inscrireReleve } from './releves.sql.server.ts';

const INCONNUE: Refus = {
  code: 'action-inconnue',
  message: 'Cette action n’est pas suivie dans ce territoire : revenez au tableau de suivi.',
};

/**
 * Enregistre le suivi d’une action, d’après la version que la personne a lue. Refus : passage d’état
 * impossible ou incomplet, étape atteinte dans l’avenir, action changée par quelqu’un d’autre.
 */
export const suivreAction = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { id, version }: Pick<ActionSuivie, 'id' | 'version'>,
  suivi: SuiviDAction,
  aujourdhui: Jour,
): Promise<Resultat<null>> => {
  const action = await lireAction(transaction, contexte, id);
  if (action === null) return refuser(INCONNUE);
  const passage = jugerPassage(action.etat, suivi.etat, {
    pilote: suivi.pilote,
    acte: suivi.acte,
    motif: suivi.motif,
    nombreDeJalons: suivi.etapes.length,
  });
  if (!passage.ok) return passage;
  const future = suivi.etapes.find(({ faiteLe }) => faiteLe !== null && faiteLe > aujourdhui);
  if (future !== undefined) {
    return refuser({
      code: 'etape-future',
      message: `L’étape « ${future.libelle} » ne peut pas être atteinte dans l’avenir : corrigez sa date.`,
      chemin: 'etapes',
    });
  }
  return enregistrerSuivi(transaction, contexte, { id, version }, suivi, aujourdhui);
};

/** Inscrit un relevé d’indicateur. Refus : action ou indicateur inconnu, date à venir. */
export const releverIndicateur = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  actionId: string,
  releve: ReleveAInscrire,
  aujourdhui: Jour,
): Promise<Resultat<null>> => {
  const action = await lireAction(transaction, contexte, actionId);
  if (action === null) return refuser(INCONNUE);
  const juge = jugerReleve(releve, action.indicateurs, aujourdhui);
  if (!juge.ok) return juge;
  await inscrireReleve(transaction, contexte, actionId, juge.valeur);
  return accepter(null);
};
