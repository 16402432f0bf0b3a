import type { Transaction } from 'kysely';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { type Contexte, nouvelId } from '../../../socle/base/index.server.ts';
import type { Attente, Campagne, CampagneALancer } from './campagne.ts';

interface TablesCampagnes {
  campagne: {
    territoire_id: string;
    id: string;
    grille: string;
    titre: string;
    consigne: string;
    photo_au: Jour;
    echeance: Jour;
    lancee_le: Jour;
    lancee_par: string;
    close_le: Jour | null;
    version: number;
  };
  attente_de_grille: {
    territoire_id: string;
    campagne_id: string;
    collectivite: string;
    etat: Attente['etat'];
    motif: string | null;
    courriel: string | null;
    relances: number;
    derniere_relance_le: Jour | null;
    rendue_le: Jour | null;
    rendue_par: string | null;
  };
}

type Tx = Transaction<TablesCampagnes>;
const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;

const CAMPAGNE = [
  'id',
  'grille',
  'titre',
  'consigne',
  'photo_au as photoAu',
  'echeance',
  'lancee_le as lanceeLe',
  'lancee_par as lanceePar',
  'close_le as closeLe',
  'version',
] as const;

const ATTENTE = [
  'campagne_id as campagneId',
  'collectivite',
  'etat',
  'motif',
  'courriel',
  'relances',
  'derniere_relance_le as derniereRelanceLe',
  'rendue_le as rendueLe',
  'rendue_par as renduePar',
] as const;

/** Les campagnes du territoire : les ouvertes d’abord, puis la plus récente. */
export const lireCampagnes = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
): Promise<readonly Campagne[]> =>
  typer(transaction)
    .selectFrom('campagne')
    .select(CAMPAGNE)
    .where('territoire_id', '=', contexte.territoireId)
    .orderBy('close_le', (ordre) => ordre.desc().nullsFirst())
    .orderBy('id', 'desc')
    .execute();

export const lireCampagne = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
): Promise<Campagne | null> =>
  (await typer(transaction)
    .selectFrom('campagne')
    .select(CAMPAGNE)
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

/** La campagne ouverte d’une grille, s’il y en a une. */
export const lireCampagneOuverte = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  grille: string,
): Promise<Campagne | null> =>
  (await typer(transaction)
    .selectFrom('campagne')
    .select(CAMPAGNE)
    .where('territoire_id', '=', contexte.territoireId)
    .where('grille', '=', grille)
    .where('close_le', 'is', null)
    .executeTakeFirst()) ?? null;

/** La dernière campagne d’une grille, close ou non : elle dit quel jour les lignes décrivent. */
export const lireDerniereCampagne = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  grille: string,
): Promise<Campagne | null> =>
  (await typer(transaction)
    .selectFrom('campagne')
    .select(CAMPAGNE)
    .where('territoire_id', '=', contexte.territoireId)
    .where('grille', '=', grille)
    .orderBy('id', 'desc')
    .executeTakeFirst()) ?? null;

export interface CollectiviteAttendue {
  readonly siren: string;
  readonly courriel: string | null;
}

/** Ouvre une campagne et ce qu’elle attend. Refus : `campagne-ouverte` (une seule par grille). */
export const ouvrirCampagne = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  campagne: CampagneALancer,
  attendues: readonly CollectiviteAttendue[],
  aujourdhui: Jour,
): Promise<Resultat<string>> => {
  const tx = typer(transaction);
  const ouverte = await lireCampagneOuverte(tx, contexte, campagne.grille);
  if (ouverte !== null) {
    return refuser({
      code: 'campagne-ouverte',
      message: `Une campagne est déjà ouverte pour cette grille (« ${ouverte.titre} ») : suivez-la, ou closez-la avant d’en lancer une autre.`,
      chemin: 'grille',
    });
  }
  const id = nouvelId();
  await tx
    .insertInto('campagne')
    .values({
      territoire_id: contexte.territoireId,
      id,
      grille: campagne.grille,
      titre: campagne.titre,
      consigne: campagne.consigne,
      photo_au: campagne.photoAu,
      echeance: campagne.echeance,
      lancee_le: aujourdhui,
      lancee_par: contexte.auteur,
      close_le: null,
      version: 1,
    })
    .execute();
  if (attendues.length > 0) {
    await tx
      .insertInto('attente_de_grille')
      .values(
        attendues.map(({ siren, courriel }) => ({
          territoire_id: contexte.territoireId,
          campagne_id: id,
          collectivite: siren,
          etat: 'attendue' as const,
          motif: null,
          courriel,
          relances: 0,
          derniere_relance_le: null,
          rendue_le: null,
          rendue_par: null,
        })),
      )
      .execute();
  }
  return accepter(id);
};

/** Ce qu’une campagne attend, par collectivité. */
export const lireAttentes = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  campagneId: string,
): Promise<readonly Attente[]> =>
  typer(transaction)
    .selectFrom('attente_de_grille')
    .select(ATTENTE)
    .where('territoire_id', '=', contexte.territoireId)
    .where('campagne_id', '=', campagneId)
    .orderBy('collectivite')
    .execute();

/** Les attentes d’une collectivité, toutes campagnes ouvertes confondues. */
export const lireAttentesDe = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  collectivite: string,
): Promise<readonly { readonly campagne: Campagne; readonly attente: Attente }[]> => {
  const campagnes = await lireCampagnes(transaction, contexte);
  const attentes = await typer(transaction)
    .selectFrom('attente_de_grille')
    .select(ATTENTE)
    .where('territoire_id', '=', contexte.territoireId)
    .where('collectivite', '=', collectivite)
    .execute();
  return campagnes
    .filter(({ closeLe }) => closeLe === null)
    .flatMap((campagne) => {
      const attente = attentes.find(({ campagneId }) => campagneId === campagne.id);
      return attente === undefined ? [] : [{ campagne, attente }];
    })
    .sort((a, b) => a.campagne.echeance.localeCompare(b.campagne.echeance));
};

export interface ChangementDAttente {
  readonly campagneId: string;
  readonly collectivite: string;
  readonly etat: Attente['etat'];
  readonly motif?: string | null;
  readonly aujourdhui: Jour;
}

/** Note qu’une grille est rendue, sans objet, ou de nouveau attendue. */
export const changerAttente = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { campagneId, collectivite, etat, motif, aujourdhui }: ChangementDAttente,
): Promise<void> => {
  await typer(transaction)
    .updateTable('attente_de_grille')
    .set({
      etat,
      motif: motif ?? null,
      rendue_le: etat === 'attendue' ? null : aujourdhui,
      rendue_par: etat === 'attendue' ? null : contexte.auteur,
    })
    .where('territoire_id', '=', contexte.territoireId)
    .where('campagne_id', '=', campagneId)
    .where('collectivite', '=', collectivite)
    .execute();
};

/** Change l’adresse à laquelle une collectivité est relancée. */
export const changerCourriel = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  campagneId: string,
  collectivite: string,
  courriel: string | null,
): Promise<void> => {
  await typer(transaction)
    .updateTable('attente_de_grille')
    .set({ courriel })
    .where('territoire_id', '=', contexte.territoireId)
    .where('campagne_id', '=', campagneId)
    .where('collectivite', '=', collectivite)
    .execute();
};

/** Note une relance. */
export const noterRelance = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  campagneId: string,
  collectivite: string,
  aujourdhui: Jour,
): Promise<void> => {
  await typer(transaction)
    .updateTable('attente_de_grille')
    .set((eb) => ({ relances: eb('relances', '+', 1), derniere_relance_le: aujourdhui }))
    .where('territoire_id', '=', contexte.territoireId)
    .where('campagne_id', '=', campagneId)
    .where('collectivite', '=', collectivite)
    .execute();
};

/** Change l’échéance, la consigne ou clôt une campagne. Refus : `campagne-changee`. */
export const changerCampagne = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { id, version }: Pick<Campagne, 'id' | 'version'>,
  changement: Partial<Pick<Campagne, 'echeance' | 'consigne' | 'closeLe'>>,
): Promise<Resultat<null>> => {
  const { numUpdatedRows } = await typer(transaction)
    .updateTable('campagne')
    .set((eb) => ({
      ...(changement.echeance === undefined ? {} : { echeance: changement.echeance }),
      ...(changement.consigne === undefined ? {} : { consigne: changement.consigne }),
      ...(changement.closeLe === undefined ? {} : { close_le: changement.closeLe }),
      version: eb('version', '+', 1),
    }))
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return accepter(null);
  return refuser({
    code: 'campagne-changee',
    message: 'Quelqu’un a changé cette campagne entre-temps : relisez-la, puis recommencez.',
  });
};
