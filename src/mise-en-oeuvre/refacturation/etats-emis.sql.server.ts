import type { Transaction } from 'kysely';
import type { Contexte } from '../../socle/base/index.server.ts';
import type { EtatDeCommune } from './etat.ts';
import { typer } from './tables-de-refacturation.sql.server.ts';

const PART = [
  'id',
  'etat_id as etatId',
  'collectivite',
  'annee',
  'numero',
  'nature',
  'emis_le as emisLe',
  'service_nom as service',
  'part_centimes as partCentimes',
  'appel_centimes as appelCentimes',
] as const;

export type ResumeDEtat = Omit<EtatDeCommune, 'contenu'>;

export interface FiltreDEtats {
  /** SIREN. */
  readonly collectivite?: string | undefined;
  readonly etatId?: string | undefined;
}

/**
 * Les états des communes, du plus récent au plus ancien. Une commune ne voit que les siens : la base
 * filtre d’elle-même.
 */
export const lireEtatsEmis = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  { collectivite, etatId }: FiltreDEtats = {},
): Promise<readonly ResumeDEtat[]> =>
  typer(transaction)
    .selectFrom('part_etat')
    .select(PART)
    .where('territoire_id', '=', territoireId)
    .$if(collectivite !== undefined, (requete) =>
      requete.where('collectivite', '=', collectivite ?? ''),
    )
    .$if(etatId !== undefined, (requete) => requete.where('etat_id', '=', etatId ?? ''))
    .orderBy('annee', 'desc')
    .orderBy('numero', 'desc')
    .execute();

/** L’état d’une commune, entier ; null s’il n’existe pas ou n’est pas le sien. */
export const lireEtatDeCommune = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  id: string,
): Promise<EtatDeCommune | null> =>
  (await typer(transaction)
    .selectFrom('part_etat')
    .select([...PART, 'contenu'])
    .where('territoire_id', '=', territoireId)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;
