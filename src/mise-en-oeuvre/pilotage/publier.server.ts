import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { lireActions } from './actions.sql.server.ts';
import { type ContenuPublie, composerPublication } from './publication.ts';
import { mettreEnLigne } from './publications.sql.server.ts';
import { listerVersionsDeRapport } from './rapports.sql.server.ts';
import { lireSources } from './sources.server.ts';

/** Ce qui serait publié aujourd’hui, pour le relire avant. */
export const preparerPublication = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  aujourdhui: Jour,
): Promise<ContenuPublie> => {
  const { mandat, services, couts, adoption } = await lireSources(
    transaction,
    contexte,
    aujourdhui,
  );
  const actions = await lireActions(transaction, contexte);
  return composerPublication({ mandat, actions, services, adoption, couts }, aujourdhui);
};

/**
 * Publie l’image du jour : figée, datée, elle remplace la précédente. Refus : `rien-a-publier`,
 * `rapport-inconnu`, `rapport-non-definitif`.
 */
export const publier = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { rapportId }: { readonly rapportId: string | null },
  aujourdhui: Jour,
): Promise<Resultat<{ readonly numero: number }>> => {
  const contenu = await preparerPublication(transaction, contexte, aujourdhui);
  if (contenu.mandat === null && contenu.actions.length === 0) {
    return refuser({
      code: 'rien-a-publier',
      message: 'Aucun schéma n’est ouvert et aucune action n’est suivie : il n’y a rien à publier.',
    });
  }
  if (rapportId !== null) {
    const versions = await listerVersionsDeRapport(transaction, contexte);
    const version = versions.find(({ id }) => id === rapportId);
    if (version === undefined) {
      return refuser({
        code: 'rapport-inconnu',
        message: 'Ce rapport n’existe pas : choisissez-en un dans la liste.',
        chemin: 'rapport',
      });
    }
    if (version.genre !== 'definitif') {
      return refuser({
        code: 'rapport-non-definitif',
        message:
          'Une copie de travail ne se publie pas : établissez d’abord la version définitive du rapport.',
        chemin: 'rapport',
      });
    }
  }
  const { numero } = await mettreEnLigne(transaction, contexte, { contenu, rapportId }, aujourdhui);
  return accepter({ numero });
};
