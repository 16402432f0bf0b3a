import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import {
  type FormatGarde,
  type NatureDeDocument,
  typer,
} from './tables-de-convention.sql.server.ts';

export interface DocumentGarde {
  readonly id: string;
  readonly version: number;
  readonly nature: NatureDeDocument;
  readonly format: FormatGarde;
  readonly fichierId: string;
  readonly empreinte: string;
  readonly gardeLe: Jour;
}

/** Les documents gardés d’une convention, le plus récent d’abord. */
export const lireDocuments = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  conventionId: string,
): Promise<readonly DocumentGarde[]> =>
  typer(transaction)
    .selectFrom('document_convention')
    .select([
      'id',
      'numero_version as version',
      'nature',
      'format',
      'fichier_id as fichierId',
      'empreinte',
      'garde_le as gardeLe',
    ])
    .where('territoire_id', '=', territoireId)
    .where('convention_id', '=', conventionId)
    .orderBy('id', 'desc')
    .execute();

/** Garde un document ; sans effet si cette version l’a déjà dans ce format. */
export const noterDocument = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  conventionId: string,
  document: Omit<DocumentGarde, 'id'>,
): Promise<void> => {
  await typer(transaction)
    .insertInto('document_convention')
    .values({
      territoire_id: territoireId,
      convention_id: conventionId,
      id: nouvelId(),
      numero_version: document.version,
      nature: document.nature,
      format: document.format,
      fichier_id: document.fichierId,
      empreinte: document.empreinte,
      garde_le: document.gardeLe,
    })
    .onConflict((conflit) => conflit.doNothing())
    .execute();
};
