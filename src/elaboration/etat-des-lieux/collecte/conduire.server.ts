import { type Jour, joursEntre } from '../../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { creerLien, lireAdresse } from '../../../socle/acces/index.server.ts';
import { DUREE_D_UN_LIEN_EN_JOURS } from '../../../socle/acces/index.ts';
import {
  type Base,
  type Contexte,
  dansTerritoire,
  type Transaction,
} from '../../../socle/base/index.server.ts';
import { deposerCourriel } from '../../../socle/courriels/index.server.ts';
import { composerCourriel } from '../../../socle/courriels/index.ts';
import { lireTerritoire } from '../../../socle/territoire/index.server.ts';
import { aRelancer, type Campagne, type CampagneALancer, jugerCampagne } from './campagne.ts';
import {
  type CollectiviteAttendue,
  lireAttentes,
  lireCampagne,
  noterRelance,
  ouvrirCampagne,
} from './campagnes.sql.server.ts';
import { ecrireCourriel } from './courriels-de-collecte.ts';

type Tx = Transaction<unknown>;

/** Le lien reste ouvert un mois après l’échéance : un retard ne ferme pas la porte. */
const dureeDuLien = (echeance: Jour, aujourdhui: Jour): number =>
  Math.max(DUREE_D_UN_LIEN_EN_JOURS, joursEntre(aujourdhui, echeance) + 30);

/** Crée un lien personnel pour une collectivité ; l’adresse n’est connue qu’ici. */
export const ouvrirLien = async (
  tx: Tx,
  contexte: Contexte,
  {
    collectivite,
    destinataire,
  }: { readonly collectivite: string; readonly destinataire: string | null },
  campagne: Pick<Campagne, 'grille' | 'echeance'>,
  aujourdhui: Jour,
): Promise<{ readonly adresse: string; readonly expireLe: Jour }> => {
  const { jeton, expireLe } = await creerLien(tx, {
    territoireId: contexte.territoireId,
    auteur: contexte.auteur,
    collectivite,
    destinataire,
    aujourdhui,
    jours: dureeDuLien(campagne.echeance, aujourdhui),
  });
  return { adresse: `${lireAdresse()}/c/${jeton}`, expireLe };
};

const envoyer = async (
  tx: Tx,
  contexte: Contexte,
  campagne: Pick<Campagne, 'grille' | 'titre' | 'consigne' | 'echeance' | 'photoAu'>,
  genre: 'demande' | 'relance',
  destinataires: readonly { readonly siren: string; readonly courriel: string | null }[],
  aujourdhui: Jour,
): Promise<number> => {
  const { nom, collectivites } = await lireTerritoire(tx);
  let envoyes = 0;
  for (const { siren, courriel } of destinataires) {
    if (courriel === null) continue;
    const lien = await ouvrirLien(
      tx,
      contexte,
      { collectivite: siren, destinataire: courriel },
      campagne,
      aujourdhui,
    );
    await deposerCourriel(tx, {
      territoireId: contexte.territoireId,
      auteur: contexte.auteur,
      genre: genre === 'relance' ? 'relance' : 'demande-de-grille',
      collectivite: siren,
      courriel: composerCourriel(
        ecrireCourriel({
          genre,
          campagne,
          destinataire: courriel,
          collectivite: collectivites.find((une) => une.siren === siren)?.nom ?? siren,
          territoire: nom,
          parQui: contexte.auteur,
          aujourdhui,
          ...lien,
        }),
      ),
    });
    envoyes += 1;
  }
  return envoyes;
};

export interface CampagneLancee {
  readonly id: string;
  readonly courriels: number;
}

/**
 * Lance une campagne : ce qu’on attend de chaque collectivité, et un courriel (avec son lien
 * personnel) à celles dont on a l’adresse, dans la même transaction.
 * Refus : ceux de `jugerCampagne`, `campagne-ouverte`, `personne`.
 */
export const lancerCampagne = (
  base: Base,
  contexte: Contexte,
  campagne: CampagneALancer,
  attendues: readonly CollectiviteAttendue[],
  aujourdhui: Jour,
): Promise<Resultat<CampagneLancee>> =>
  dansTerritoire(base, contexte, async (tx): Promise<Resultat<CampagneLancee>> => {
    const jugee = jugerCampagne(campagne, aujourdhui);
    if (!jugee.ok) return jugee;
    if (attendues.length === 0) {
      return refuser({
        code: 'personne',
        message: 'Choisissez au moins une collectivité qui doit rendre la grille.',
        chemin: 'collectivite',
      });
    }
    const ouverte = await ouvrirCampagne(tx, contexte, campagne, attendues, aujourdhui);
    if (!ouverte.ok) return ouverte;
    const courriels = await envoyer(tx, contexte, campagne, 'demande', attendues, aujourdhui);
    return accepter({ id: ouverte.valeur, courriels });
  });

/**
 * Relance les collectivités qui n’ont pas rendu (trois jours au moins entre deux relances). Chacune
 * reçoit un nouveau lien : la base ne connaît pas l’ancien.
 * @param choisies SIREN ; toutes si absent
 */
export const relancerCollectivites = (
  base: Base,
  contexte: Contexte,
  campagneId: string,
  choisies: ReadonlySet<string> | undefined,
  aujourdhui: Jour,
): Promise<Resultat<{ readonly relancees: number; readonly sansAdresse: readonly string[] }>> =>
  dansTerritoire(base, contexte, async (tx) => {
    const campagne = await lireCampagne(tx, contexte, campagneId);
    if (campagne === null || campagne.closeLe !== null) {
      return refuser({
        code: 'campagne-close',
        message: 'Cette campagne est close : rouvrez-en une pour relancer.',
      });
    }
    const attentes = await lireAttentes(tx, contexte, campagneId);
    const { retenues, sansAdresse } = aRelancer(attentes, aujourdhui, choisies);
    const destinataires = retenues.map(({ collectivite, courriel }) => ({
      siren: collectivite,
      courriel,
    }));
    const relancees = await envoyer(tx, contexte, campagne, 'relance', destinataires, aujourdhui);
    for (const { siren } of destinataires) {
      await noterRelance(tx, contexte, campagneId, siren, aujourdhui);
    }
    return accepter({
      relancees,
      sansAdresse: sansAdresse.map(({ collectivite }) => collectivite),
    });
  });
