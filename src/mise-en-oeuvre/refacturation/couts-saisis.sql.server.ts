import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { BaseDeCout } from './budget.ts';
import { typer } from './tables-de-refacturation.sql.server.ts';

export interface CoutSaisi {
  readonly id: string;
  readonly base: BaseDeCout;
  readonly sens: 'depense' | 'recette';
  readonly poste: string;
  readonly libelle: string;
  readonly centimes: bigint;
  readonly saisiLe: Jour;
  readonly saisiPar: string;
}

export const lireCoutsSaisis = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  exerciceId: string,
): Promise<readonly CoutSaisi[]> =>
  typer(transaction)
    .selectFrom('cout')
    .select([
      'id',
      'base',
      'sens',
      'poste',
      'libelle',
      'centimes',
      'saisi_le as saisiLe',
      'saisi_par as saisiPar',
    ])
    .where('territoire_id', '=', territoireId)
    .where('exercice_id', '=', exerciceId)
    .orderBy('id')
    .execute();

export const ajouterCout = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  exerciceId: string,
  cout: Omit<CoutSaisi, 'id' | 'saisiLe' | 'saisiPar'>,
  aujourdhui: Jour,
): Promise<void> => {
  await typer(transaction)
    .insertInto('cout')
    .values({
      ...cout,
      territoire_id: contexte.territoireId,
      exercice_id: exerciceId,
      id: nouvelId(),
      saisi_le: aujourdhui,
      saisi_par: contexte.auteur,
    })
    .execute();
};

export const retirerCout = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  exerciceId: string,
  id: string,
): Promise<void> => {
  await typer(transaction)
    .deleteFrom('cout')
    .where('territoire_id', '=', territoireId)
    .where('exercice_id', '=', exerciceId)
    .where('id', '=', id)
    .execute();
};
