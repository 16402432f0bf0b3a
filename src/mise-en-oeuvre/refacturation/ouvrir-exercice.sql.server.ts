import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import { typer } from './tables-de-refacturation.sql.server.ts';

export interface Exercice {
  readonly id: string;
  readonly serviceId: string;
  readonly annee: number;
}

const EXERCICE = ['id', 'service_id as serviceId', 'annee'] as const;

/** L’exercice d’un service, ouvert s’il ne l’était pas. */
export const ouvrirExercice = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { serviceId, annee }: { serviceId: string; annee: number },
  aujourdhui: Jour,
): Promise<Exercice> => {
  const tx = typer(transaction);
  await tx
    .insertInto('exercice_service')
    .values({
      territoire_id: contexte.territoireId,
      id: nouvelId(),
      service_id: serviceId,
      annee,
      ouvert_le: aujourdhui,
      ouvert_par: contexte.auteur,
    })
    .onConflict((conflit) => conflit.doNothing())
    .execute();
  return tx
    .selectFrom('exercice_service')
    .select(EXERCICE)
    .where('territoire_id', '=', contexte.territoireId)
    .where('service_id', '=', serviceId)
    .where('annee', '=', annee)
    .executeTakeFirstOrThrow();
};

export const lireExercices = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
): Promise<readonly Exercice[]> =>
  typer(transaction)
    .selectFrom('exercice_service')
    .select(EXERCICE)
    .where('territoire_id', '=', territoireId)
    .orderBy('annee', 'desc')
    .execute();

/** Verrouille l’exercice : une seule émission à la fois. */
export const verrouillerExercice = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  exerciceId: string,
): Promise<void> => {
  await typer(transaction)
    .selectFrom('exercice_service')
    .select('id')
    .where('territoire_id', '=', territoireId)
    .where('id', '=', exerciceId)
    .forUpdate()
    .execute();
};
