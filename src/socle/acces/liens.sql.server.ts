import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Base, nouvelId } from '../base/index.server.ts';
import { echeanceDuLien, type LienAJuger } from './lien-personnel.ts';

interface TablesLiens {
  lien_personnel: {
    territoire_id: string;
    id: string;
    collectivite: string;
    empreinte: string;
    destinataire: string | null;
    expire_le: Jour;
    cree_le: Jour;
    cree_par: string;
    revoque_le: Jour | null;
    revoque_par: string | null;
    dernier_usage_le: Jour | null;
  };
}

/** Un lien personnel tel qu’on le montre : jamais son jeton. */
export interface LienPersonnel extends LienAJuger {
  readonly id: string;
  readonly destinataire: string | null;
  readonly creeLe: Jour;
  readonly revoquePar: string | null;
  readonly dernierUsageLe: Jour | null;
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesLiens>;

const empreinteDe = (jeton: string): string => createHash('sha256').update(jeton).digest('hex');

export interface LienACreer {
  readonly territoireId: string;
  /** SIREN de la commune (ou de l’EPCI, qui rend aussi ses grilles). */
  readonly collectivite: string;
  readonly destinataire?: string | null | undefined;
  readonly auteur: string;
  readonly aujourdhui: Jour;
  /** Durée en jours ; 90 par défaut. */
  readonly jours?: number | undefined;
}

/**
 * Crée un lien personnel. Le jeton (32 octets tirés au hasard) n’est rendu qu’ici : la base n’en garde
 * que l’empreinte.
 */
export const creerLien = async <T>(
  transaction: Transaction<T>,
  { territoireId, collectivite, destinataire, auteur, aujourdhui, jours }: LienACreer,
): Promise<{ readonly id: string; readonly jeton: string; readonly expireLe: Jour }> => {
  const jeton = randomBytes(32).toString('base64url');
  const id = nouvelId();
  const expireLe = echeanceDuLien(aujourdhui, jours);
  await typer(transaction)
    .insertInto('lien_personnel')
    .values({
      territoire_id: territoireId,
      id,
      collectivite,
      empreinte: empreinteDe(jeton),
      destinataire: destinataire || null,
      expire_le: expireLe,
      cree_le: aujourdhui,
      cree_par: auteur,
      revoque_le: null,
      revoque_par: null,
      dernier_usage_le: null,
    })
    .execute();
  return { id, jeton, expireLe };
};

/** Retire un lien : il n’ouvre plus rien. Refus : `lien-inconnu`. */
export const revoquerLien = async <T>(
  transaction: Transaction<T>,
  id: string,
  auteur: string,
  aujourdhui: Jour,
): Promise<Resultat<null>> => {
  const { numUpdatedRows } = await typer(transaction)
    .updateTable('lien_personnel')
    .set({ revoque_le: aujourdhui, revoque_par: auteur })
    .where('id', '=', id)
    .where('revoque_le', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return accepter(null);
  return refuser({
    code: 'lien-inconnu',
    message: 'Ce lien n’existe plus ou est déjà retiré : rechargez la page.',
  });
};

/** Les liens du territoire, par collectivité, le plus récent d’abord. */
export const listerLiens = async <T>(
  transaction: Transaction<T>,
): Promise<readonly LienPersonnel[]> =>
  typer(transaction)
    .selectFrom('lien_personnel')
    .select([
      'id',
      'collectivite',
      'destinataire',
      'expire_le as expireLe',
      'cree_le as creeLe',
      'cree_par as creePar',
      'revoque_le as revoqueLe',
      'revoque_par as revoquePar',
      'dernier_usage_le as dernierUsageLe',
    ])
    .orderBy('collectivite')
    .orderBy('id', 'desc')
    .execute();

/** Le lien qui correspond à ce jeton, où qu’il soit ; null s’il n’existe pas. */
export const trouverLien = async (
  base: Base,
  jeton: string,
): Promise<(LienAJuger & { readonly territoireId: string; readonly id: string }) | null> => {
  const { rows } = await sql<LienAJuger & { territoireId: string; id: string }>`
    select territoire_id as "territoireId", id, collectivite, expire_le as "expireLe",
      revoque_le as "revoqueLe", cree_par as "creePar"
    from lien_par_empreinte(${empreinteDe(jeton)})`.execute(base as Kysely<unknown>);
  return rows[0] ?? null;
};

/** Note que le lien a servi ce jour (une écriture par jour au plus). */
export const noterUsage = async (base: Base, jeton: string, aujourdhui: Jour): Promise<void> => {
  await sql`select noter_usage_du_lien(${empreinteDe(jeton)}, ${aujourdhui}::date)`.execute(
    base as Kysely<unknown>,
  );
};
