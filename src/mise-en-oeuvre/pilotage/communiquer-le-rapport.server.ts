import { communiquerAvancement } from '../../elaboration/schema/index.server.ts';
import { anneeDe, formaterDate, type Jour } from '../../moteurs/calendrier/index.ts';
import { type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import {
  anneeDeSeance,
  type CadreBudgetaire,
  LIBELLES_DE_CADRE,
} from './communication-annuelle.ts';
import { listerVersionsDeRapport } from './rapports.sql.server.ts';

const non = (code: string, message: string, chemin: string): Resultat<never, readonly Refus[]> =>
  refuser([{ code, message, chemin, article: 'CGCT, art. L. 5211-39-1' }]);

/**
 * Le rapport d’un exercice a été communiqué au conseil : le registre de l’adoption le porte, une seule
 * fois, que le fait soit saisi ici ou là-bas. Refus : `version-definitive-absente`, `annee-de-seance`, et
 * ceux du registre (`deja-communique`, date à venir, schéma pas encore adressé).
 */
export const communiquerLeRapport = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  {
    annee,
    le,
    cadre,
  }: { readonly annee: number; readonly le: Jour; readonly cadre: CadreBudgetaire },
  aujourdhui: Jour,
): Promise<Resultat<null, readonly Refus[]>> => {
  const versions = await listerVersionsDeRapport(transaction, contexte, annee);
  if (!versions.some(({ genre }) => genre === 'definitif')) {
    return non(
      'version-definitive-absente',
      'Établissez d’abord la version définitive : c’est elle que le conseil reçoit.',
      'communiqueLe',
    );
  }
  if (anneeDe(le) !== anneeDeSeance(annee)) {
    return non(
      'annee-de-seance',
      `L’année ${annee} se communique en ${anneeDeSeance(annee)} : le ${formaterDate(le)} n’en est pas.`,
      'communiqueLe',
    );
  }
  const acte = { le, annee: anneeDe(le), seance: LIBELLES_DE_CADRE[cadre] };
  return communiquerAvancement(transaction, contexte, acte, { aujourdhui });
};
