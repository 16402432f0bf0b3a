import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';

interface TablesSchema {
  schema: {
    territoire_id: string;
    id: string;
    mandat: string;
    ouvert_le: Jour;
    ouvert_par: string;
    clos_le: Jour | null;
  };
}

/** Le schéma en cours du territoire. */
export interface Schema {
  readonly id: string;
  /** « 2026-2032 ». */
  readonly mandat: string;
  readonly ouvertLe: Jour;
  readonly ouvertPar: string;
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesSchema>;

/** Le schéma en cours, ou null si personne ne l’a encore ouvert. */
export const lireSchema = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
): Promise<Schema | null> =>
  (await typer(transaction)
    .selectFrom('schema')
    .select(['id', 'mandat', 'ouvert_le as ouvertLe', 'ouvert_par as ouvertPar'])
    .where('territoire_id', '=', territoireId)
    .where('clos_le', 'is', null)
    .executeTakeFirst()) ?? null;

/** Ouvre le schéma du mandat, ou rend celui qui est déjà en cours. */
export const ouvrirSchema = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { mandat, aujourdhui }: { readonly mandat: string; readonly aujourdhui: Jour },
): Promise<Schema> => {
  const enCours = await lireSchema(transaction, contexte);
  if (enCours !== null) return enCours;
  await typer(transaction)
    .insertInto('schema')
    .values({
      territoire_id: contexte.territoireId,
      id: nouvelId(),
      mandat,
      ouvert_le: aujourdhui,
      ouvert_par: contexte.auteur,
      clos_le: null,
    })
    .onConflict((conflit) => conflit.doNothing())
    .execute();
  const ouvert = await lireSchema(transaction, contexte);
  if (ouvert === null) throw new Error('Le schéma n’a pas pu être ouvert.');
  return ouvert;
};
