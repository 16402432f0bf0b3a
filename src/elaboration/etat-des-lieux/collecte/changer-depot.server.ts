import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import {
  type Base,
  type Contexte,
  dansTerritoire,
  type Transaction,
} from '../../../socle/base/index.server.ts';
import { type DecisionsDeDepot, type Depot, type EtatDeDepot, mesurerDepot } from './depot.ts';
import { cloreDepot, enregistrerDecisions, lireDepot } from './depots.sql.server.ts';
import { arreterLecture } from './lire-en-fond.server.ts';

const DEPOT_INCONNU = {
  code: 'depot-inconnu',
  message: 'Ce dépôt n’existe pas, ou n’est pas celui de cette collectivité.',
} as const;

const FERMES: Readonly<Record<Exclude<EtatDeDepot, 'a-verifier'>, string>> = {
  'en-lecture':
    'Ce fichier est encore en cours de lecture : attendez qu’elle finisse, puis vérifiez-le.',
  valide:
    'Ce dépôt est déjà validé : ses lignes sont enregistrées. Corrigez-les là, ou déposez un nouveau fichier.',
  refuse: 'Ce dépôt a été refusé : reprenez le dernier fichier déposé, ou déposez-en un autre.',
  abandonne: 'Ce dépôt a été abandonné ou remplacé par un autre : reprenez le dernier déposé.',
};

const juger = (depot: Depot | null): Resultat<Depot> => {
  if (depot === null) return refuser(DEPOT_INCONNU);
  return depot.etat === 'a-verifier'
    ? accepter(depot)
    : refuser({ code: 'depot-ferme', message: FERMES[depot.etat] });
};

/** Le dépôt ouvert, verrouillé. Refus : `depot-inconnu`, `depot-ferme`. */
export const prendreDepot = async (
  tx: Transaction<unknown>,
  contexte: Contexte,
  id: string,
): Promise<Resultat<Depot>> => juger(await lireDepot(tx, contexte, id, { verrouiller: true }));

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

/** Abandonne un dépôt, même en cours de lecture ; les lignes en ligne ne bougent pas. */
export const abandonnerDepot = (
  base: Base,
  contexte: Contexte,
  id: string,
): Promise<Resultat<null>> =>
  dansTerritoire(base, contexte, async (tx): Promise<Resultat<null>> => {
    const depot = await lireDepot(tx, contexte, id, { verrouiller: true });
    const pris = depot?.etat === 'en-lecture' ? accepter(depot) : juger(depot);
    if (!pris.ok) return pris;
    await cloreDepot(tx, contexte, id, 'abandonne');
    if (depot?.etat === 'en-lecture') await arreterLecture(tx, contexte, id);
    return accepter(null);
  });
