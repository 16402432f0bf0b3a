import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import {
  type Base,
  type Contexte,
  dansTerritoire,
  type Transaction,
} from '../../../socle/base/index.server.ts';
import { type DecisionsDeDepot, type Depot, mesurerDepot } from './depot.ts';
import { cloreDepot, enregistrerDecisions, lireDepot } from './depots.sql.server.ts';

const DEPOT_INCONNU = {
  code: 'depot-inconnu',
  message: 'Ce dépôt n’existe pas, ou n’est pas celui de cette collectivité.',
} as const;

/** Refus d’agir sur un dépôt qui n’est plus à vérifier. */
export const depotFerme = (depot: Pick<Depot, 'etat'>) =>
  ({
    code: 'depot-ferme',
    message:
      depot.etat === 'valide'
        ? 'Ce dépôt est déjà validé : ses lignes sont enregistrées. Corrigez-les là, ou déposez un nouveau fichier.'
        : 'Ce dépôt a été refusé ou remplacé par un autre : reprenez le dernier fichier déposé.',
  }) as const;

/** Le dépôt ouvert, verrouillé. Refus : `depot-inconnu`, `depot-ferme`. */
export const prendreDepot = async (
  tx: Transaction<unknown>,
  contexte: Contexte,
  id: string,
): Promise<Resultat<Depot>> => {
  const depot = await lireDepot(tx, contexte, id, { verrouiller: true });
  if (depot === null) return refuser(DEPOT_INCONNU);
  return depot.etat === 'a-verifier' ? accepter(depot) : refuser(depotFerme(depot));
};

/**
 * Change les décisions d’un dépôt, relues sous verrou : deux personnes qui vérifient ensemble ne
 * s’effacent pas. Refus : `depot-inconnu`, `depot-ferme`, et ceux de `decider`.
 */
export const changerDepot = (
  base: Base,
  contexte: Contexte,
  id: string,
  decider: (depot: Depot) => Resultat<DecisionsDeDepot>,
): Promise<Resultat<null>> =>
  dansTerritoire(base, contexte, async (tx): Promise<Resultat<null>> => {
    const pris = await prendreDepot(tx, contexte, id);
    if (!pris.ok) return pris;
    const decisions = decider(pris.valeur);
    if (!decisions.ok) return decisions;
    const avancement = mesurerDepot(pris.valeur.lecture, decisions.valeur);
    await enregistrerDecisions(tx, contexte, id, decisions.valeur, avancement);
    return accepter(null);
  });

/** Abandonne un dépôt ; les lignes en ligne ne bougent pas, le fichier reste gardé. */
export const abandonnerDepot = (
  base: Base,
  contexte: Contexte,
  id: string,
): Promise<Resultat<null>> =>
  dansTerritoire(base, contexte, async (tx): Promise<Resultat<null>> => {
    const pris = await prendreDepot(tx, contexte, id);
    if (!pris.ok) return pris;
    await cloreDepot(tx, contexte, id, 'abandonne');
    return accepter(null);
  });
