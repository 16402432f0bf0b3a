import { createHash } from 'node:crypto';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import {
  type Base,
  type Contexte,
  dansTerritoire,
  type Transaction,
} from '../../../socle/base/index.server.ts';
import { deposerFichier } from '../../../socle/depots/index.server.ts';
import { TAILLE_MAXIMALE } from '../../../socle/depots/index.ts';
import { estimerLignes } from '../../../socle/tableurs/index.server.ts';
import { mesurerDepot, SANS_DECISION } from './depot.ts';
import {
  abandonnerLesAutres,
  creerDepot,
  type DepotACreer,
  retenirDepots,
  trouverDepotOuvert,
} from './depots.sql.server.ts';
import { lireDernierGabarit } from './gabarits.sql.server.ts';
import { oublierFichiersLus } from './lectures.sql.server.ts';
import { confierLecture } from './lire-en-fond.server.ts';
import { type FichierLu, type FichierRendu, lireFichierRendu } from './lire-fichier.server.ts';
import { lireMoyens } from './territoire-de-lecture.server.ts';

/** Jusque-là (un quart de seconde de calcul), le fichier est lu tout de suite ; au-delà, en arrière-plan. */
export const LIGNES_LUES_TOUT_DE_SUITE = 1500;

/** Un dépôt enregistré : lu et à vérifier, refusé avec sa raison, ou en cours de lecture. */
export interface DepotFait {
  readonly id: string;
  readonly estRefuse: boolean;
  /** Le même fichier était déjà en cours de vérification : on le reprend. */
  readonly estRepris: boolean;
}

type Cible = Pick<DepotACreer, 'grille' | 'collectivite' | 'empreinte'>;
type Tx = Transaction<unknown>;

/** Le dépôt ouvert du même fichier, une fois que tout autre dépôt de la grille attend ; null s’il n’y en a pas. */
const reprendreSousVerrou = async (
  tx: Tx,
  contexte: Contexte,
  cible: Cible,
): Promise<DepotFait | null> => {
  await retenirDepots(tx, contexte, cible);
  const ouvert = await trouverDepotOuvert(tx, contexte, cible);
  return ouvert === null ? null : { id: ouvert, estRefuse: false, estRepris: true };
};

/** Ce qu’on sait d’un dépôt avant de l’avoir lu. */
const decrire = async (tx: Tx, contexte: Contexte, cible: Cible, rendu: FichierRendu) => {
  const { grille, collectivite } = cible;
  const gabarit =
    collectivite === null ? null : await lireDernierGabarit(tx, contexte, grille, collectivite);
  return {
    ...cible,
    gabaritId: gabarit?.id ?? null,
    fichier: rendu.nom,
    taille: rendu.octets.byteLength,
  };
};

const enregistrerLu = async (
  tx: Tx,
  contexte: Contexte,
  cible: Cible,
  rendu: FichierRendu,
  { lecture, garde, estExpurge }: FichierLu,
): Promise<Resultat<DepotFait>> => {
  const repris = await reprendreSousVerrou(tx, contexte, cible);
  if (repris !== null) return accepter(repris);
  const { collectivite } = cible;
  const depose = garde === null ? null : await deposerFichier(tx, { ...garde, collectivite });
  if (depose?.ok === false) return depose;
  const estRefuse = lecture.bilan.fichierRefuse;
  const id = await creerDepot(tx, contexte, {
    ...(await decrire(tx, contexte, cible, rendu)),
    fichierId: depose?.valeur.fichier.id ?? null,
    estExpurge,
    etat: estRefuse ? 'refuse' : 'a-verifier',
    lecture,
    avancement: mesurerDepot(lecture, SANS_DECISION),
  });
  if (!estRefuse) {
    await abandonnerLesAutres(tx, contexte, { ...cible, sauf: id });
    await oublierFichiersLus(tx, contexte);
  }
  return accepter({ id, estRefuse, estRepris: false });
};

/** Garde le fichier et demande sa lecture, d’un seul tenant : une coupure ne perd ni l’un ni l’autre. */
const enregistrerALire = async (
  tx: Tx,
  contexte: Contexte,
  cible: Cible,
  rendu: FichierRendu,
  aujourdhui: Jour,
): Promise<Resultat<DepotFait>> => {
  const repris = await reprendreSousVerrou(tx, contexte, cible);
  if (repris !== null) return accepter(repris);
  const depot = await decrire(tx, contexte, cible, rendu);
  const id = await confierLecture(tx, contexte, depot, rendu, aujourdhui);
  return accepter({ id, estRefuse: false, estRepris: false });
};

/**
 * Dépose un fichier : lecture entière, puis, dans une seule transaction, fichier gardé et dépôt à
 * vérifier. Aucune ligne n’est écrite. Redéposer le même fichier reprend le dépôt ouvert.
 * Un gros fichier est d’abord gardé, puis lu par un long travail : son dépôt naît « en lecture ».
 * Refus : `plusieurs-collectivites` (une commune ne dépose que pour elle).
 */
export const deposerGrille = async (
  base: Base,
  contexte: Contexte,
  rendu: FichierRendu,
  aujourdhui: Jour,
): Promise<Resultat<DepotFait>> => {
  const { grille, octets } = rendu;
  const collectivite = rendu.collectivite?.siren ?? null;
  if (contexte.collectivite !== undefined && collectivite !== contexte.collectivite) {
    return refuser({
      code: 'plusieurs-collectivites',
      message: 'Une commune dépose ses seules lignes : ouvrez la grille de votre commune.',
    });
  }
  const empreinte = createHash('sha256').update(octets).digest('hex');
  const cible = { grille, collectivite, empreinte };
  const estAdmis = octets.byteLength <= TAILLE_MAXIMALE;
  if (estAdmis && estimerLignes(octets) > LIGNES_LUES_TOUT_DE_SUITE) {
    return dansTerritoire(base, contexte, (tx: Tx) =>
      enregistrerALire(tx, contexte, cible, rendu, aujourdhui),
    );
  }
  const { moyens, ouvert } = await dansTerritoire(base, contexte, async (tx) => ({
    ouvert: await trouverDepotOuvert(tx, contexte, cible),
    moyens: await lireMoyens(tx, contexte, grille, collectivite),
  }));
  if (ouvert !== null) return accepter({ id: ouvert, estRefuse: false, estRepris: true });
  const lu = await lireFichierRendu(rendu, moyens, aujourdhui);
  return dansTerritoire(base, contexte, (tx: Tx) => enregistrerLu(tx, contexte, cible, rendu, lu));
};
