import { type Kysely, sql, type Transaction } from 'kysely';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Base, type Contexte, dansTerritoire, nouvelId } from '../base/index.server.ts';
import { type EtatTravail, type Json, REPRISES_MAXIMALES, type Travail } from './travail.ts';

interface Contenu {
  readonly progression?: number;
  readonly total?: number;
  readonly message?: string;
  readonly reprise?: Json;
}
interface TablesTravaux {
  travail: {
    territoire_id: string;
    id: string;
    collectivite: string | null;
    genre: string;
    libelle: string;
    etat: EtatTravail;
    entree: Json;
    contenu: Contenu;
    resultat: Json;
    erreur: string | null;
    annulation_demandee: boolean;
    reprises: number;
    cree_le: Date;
    cree_par: string;
    commence_le: Date | null;
    termine_le: Date | null;
  };
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesTravaux>;
const enJson = (valeur: Json | Contenu) => sql<never>`${JSON.stringify(valeur)}::jsonb`;

export interface TravailALancer {
  readonly territoireId: string;
  readonly auteur: string;
  /** Nom de l’exécutant dans le registre. */
  readonly genre: string;
  readonly libelle: string;
  readonly entree: Json;
  /** SIREN : le travail ne verra que les lignes de cette collectivité. */
  readonly collectivite?: string | null | undefined;
}

/** Demande un long travail, dans la transaction de ce qui le motive ; il part dès qu’elle est validée. */
export const lancerTravail = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur, genre, libelle, entree, collectivite }: TravailALancer,
): Promise<string> => {
  const id = nouvelId();
  await sql`insert into travail (territoire_id, id, collectivite, genre, libelle, entree, cree_par)
    values (${territoireId}, ${id}, ${collectivite ?? null}, ${genre}, ${libelle}, ${JSON.stringify(entree)}::jsonb, ${auteur})`.execute(
    typer(transaction),
  );
  return id;
};

const versTravail = (
  ligne: Omit<TablesTravaux['travail'], 'territoire_id' | 'entree'>,
): Travail => ({
  id: ligne.id,
  genre: ligne.genre,
  libelle: ligne.libelle,
  etat: ligne.etat,
  collectivite: ligne.collectivite,
  progression: ligne.contenu.progression ?? null,
  total: ligne.contenu.total ?? null,
  message: ligne.contenu.message ?? null,
  resultat: ligne.resultat,
  erreur: ligne.erreur,
  annulationDemandee: ligne.annulation_demandee,
  reprises: ligne.reprises,
  creeLe: ligne.cree_le,
  creePar: ligne.cree_par,
  commenceLe: ligne.commence_le,
  termineLe: ligne.termine_le,
});

/** Où en est un travail ; null s’il n’existe pas (ou n’est pas visible d’ici). */
export const suivreTravail = async <T>(
  transaction: Transaction<T>,
  id: string,
): Promise<Travail | null> => {
  const ligne = await typer(transaction)
    .selectFrom('travail')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return ligne === undefined ? null : versTravail(ligne);
};

/** Les derniers travaux du territoire, le plus récent d’abord. */
export const listerTravaux = async <T>(
  transaction: Transaction<T>,
  combien = 50,
): Promise<readonly Travail[]> => {
  const lignes = await typer(transaction)
    .selectFrom('travail')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(combien)
    .execute();
  return lignes.map(versTravail);
};

/**
 * Demande l’arrêt d’un travail ; il s’arrête à son prochain pas, ou avant de commencer.
 * Refus : `travail-fini`.
 */
export const annulerTravail = async <T>(
  transaction: Transaction<T>,
  id: string,
): Promise<Resultat<null>> => {
  const { numUpdatedRows } = await typer(transaction)
    .updateTable('travail')
    .set({ annulation_demandee: true })
    .where('id', '=', id)
    .where('etat', 'in', ['en-attente', 'en-cours'])
    .executeTakeFirst();
  return numUpdatedRows > 0n
    ? accepter(null)
    : refuser({
        code: 'travail-fini',
        message: 'Ce travail est déjà fini : rechargez la page.',
      });
};

export interface TravailInacheve {
  readonly territoireId: string;
  readonly id: string;
  readonly etat: 'en-attente' | 'en-cours';
}

/** Ce qui reste à faire ou à reprendre, tous territoires confondus. */
export const lireInacheves = async (base: Base): Promise<readonly TravailInacheve[]> => {
  const { rows } = await sql<TravailInacheve>`
    select territoire_id as "territoireId", id, etat from travaux_inacheves()`.execute(
    base as Kysely<unknown>,
  );
  return rows;
};

export interface TravailPris {
  readonly genre: string;
  readonly entree: Json;
  readonly reprise: Json;
  readonly contexte: Contexte;
  /** Il ne se fera pas : annulé avant de commencer, ou interrompu trop de fois. */
  readonly abandon: TravailAbandonne | null;
}

export type TravailAbandonne =
  | { readonly etat: 'echec'; readonly erreur: string }
  | { readonly etat: 'annule' };

export type IssueDeTravail =
  | { readonly etat: 'termine'; readonly resultat: Json }
  | TravailAbandonne;

const renoncer = (annulationDemandee: boolean, reprises: number): TravailAbandonne | null => {
  if (annulationDemandee) return { etat: 'annule' };
  return reprises > REPRISES_MAXIMALES
    ? {
        etat: 'echec',
        erreur: `Ce travail a été interrompu ${reprises} fois. Ce qui était validé est sauf. Recommencez avec un fichier plus petit, ou prévenez votre administrateur.`,
      }
    : null;
};

const enTantQueTravaux = (territoireId: string): Contexte => ({ territoireId, auteur: 'travaux' });

/**
 * Prend un travail (l’appelant tient déjà son verrou) : le marque en cours, compte une reprise s’il
 * l’était déjà. Null s’il n’y a plus rien à faire.
 */
export const prendreTravail = (
  base: Base,
  territoireId: string,
  id: string,
  instant: Date,
): Promise<TravailPris | null> =>
  dansTerritoire<TablesTravaux, TravailPris | null>(
    base,
    enTantQueTravaux(territoireId),
    async (tx) => {
      const ligne = await tx
        .selectFrom('travail')
        .selectAll()
        .where('id', '=', id)
        .where('etat', 'in', ['en-attente', 'en-cours'])
        .forUpdate()
        .executeTakeFirst();
      if (ligne === undefined) return null;
      const reprises = ligne.reprises + (ligne.etat === 'en-cours' ? 1 : 0);
      const abandon = renoncer(ligne.annulation_demandee, reprises);
      if (abandon === null) {
        await tx
          .updateTable('travail')
          .set({ etat: 'en-cours', reprises, commence_le: ligne.commence_le ?? instant })
          .where('id', '=', id)
          .execute();
      }
      return {
        genre: ligne.genre,
        entree: ligne.entree,
        reprise: ligne.contenu.reprise ?? null,
        abandon,
        contexte: {
          territoireId,
          auteur: ligne.cree_par,
          collectivite: ligne.collectivite ?? undefined,
        },
      };
    },
  );

/** Écrit la progression et le point de reprise ; rend vrai si l’arrêt est demandé. */
export const ecrireAvancement = (
  base: Base,
  territoireId: string,
  id: string,
  contenu: Contenu,
): Promise<boolean> =>
  dansTerritoire<TablesTravaux, boolean>(base, enTantQueTravaux(territoireId), async (tx) => {
    const ligne = await tx
      .updateTable('travail')
      .set({ contenu: enJson(contenu) })
      .where('id', '=', id)
      .returning('annulation_demandee')
      .executeTakeFirst();
    return ligne?.annulation_demandee ?? true;
  });

/** Clôt un travail. */
export const cloreTravail = (
  base: Base,
  territoireId: string,
  id: string,
  issue: IssueDeTravail,
  instant: Date,
): Promise<void> =>
  dansTerritoire<TablesTravaux, void>(base, enTantQueTravaux(territoireId), async (tx) => {
    await tx
      .updateTable('travail')
      .set({
        etat: issue.etat,
        termine_le: instant,
        ...(issue.etat === 'termine' ? { resultat: enJson(issue.resultat) } : {}),
        ...(issue.etat === 'echec' ? { erreur: issue.erreur } : {}),
      })
      .where('id', '=', id)
      .execute();
  });
