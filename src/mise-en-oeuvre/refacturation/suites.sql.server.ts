import { sql, type Transaction } from 'kysely';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { EtatDeCommune } from './etat.ts';
import type { SuiteDEtat } from './suites.ts';
import { typer } from './tables-de-refacturation.sql.server.ts';

/** Ce qui a suivi un état, dans l’ordre. */
export const lireSuites = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  partIds: readonly string[],
): Promise<readonly SuiteDEtat[]> =>
  partIds.length === 0
    ? []
    : typer(transaction)
        .selectFrom('suite_etat')
        .select(['id', 'part_id as partId', 'geste', 'motif', 'le', 'par'])
        .where('territoire_id', '=', territoireId)
        .where('part_id', 'in', partIds)
        .orderBy('id')
        .execute();

/** Une suite à la fois par état : ce qui se décide est ce qui s’enregistre. */
export const verrouillerSuites = async <T>(
  transaction: Transaction<T>,
  partId: string,
): Promise<void> => {
  await sql`select pg_advisory_xact_lock(724240051, hashtext(${partId}))`.execute(transaction);
};

export const ajouterSuite = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  part: Pick<EtatDeCommune, 'id' | 'collectivite'>,
  { geste, motif, le }: Pick<SuiteDEtat, 'geste' | 'motif' | 'le'>,
): Promise<void> => {
  await typer(transaction)
    .insertInto('suite_etat')
    .values({
      territoire_id: contexte.territoireId,
      id: nouvelId(),
      part_id: part.id,
      collectivite: part.collectivite,
      geste,
      motif,
      le,
      par: contexte.auteur,
    })
    .execute();
};
