import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { Contexte } from '../../../socle/base/index.server.ts';
import type { Redaction } from '../saisie/champs.ts';

interface TablesSections {
  section_du_schema: {
    territoire_id: string;
    schema_id: string;
    code: string;
    redaction: Redaction;
    version: number;
    modifiee_le: Jour;
    modifiee_par: string;
  };
}

/** Ce qui est rédigé d’une section. */
export interface SectionRedigee {
  readonly code: string;
  readonly redaction: Redaction;
  readonly version: number;
  readonly modifieeLe: Jour;
  readonly modifieePar: string;
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesSections>;
const COLONNES = [
  'code',
  'redaction',
  'version',
  'modifiee_le as modifieeLe',
  'modifiee_par as modifieePar',
] as const;

/** Les sections déjà rédigées. */
export const lireSections = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  schemaId: string,
): Promise<readonly SectionRedigee[]> =>
  typer(transaction)
    .selectFrom('section_du_schema')
    .select(COLONNES)
    .where('territoire_id', '=', territoireId)
    .where('schema_id', '=', schemaId)
    .execute();

/** Une section relue sous verrou ; null si rien n’y est encore écrit. */
export const relireSection = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  schemaId: string,
  code: string,
): Promise<SectionRedigee | null> => {
  const tx = typer(transaction);
  // Deux premières écritures simultanées : le verrou tient aussi quand la ligne n’existe pas encore.
  await sql`select pg_advisory_xact_lock(724240032, hashtext(${`${schemaId}/${code}`}))`.execute(
    tx,
  );
  return (
    (await tx
      .selectFrom('section_du_schema')
      .select(COLONNES)
      .where('territoire_id', '=', territoireId)
      .where('schema_id', '=', schemaId)
      .where('code', '=', code)
      .executeTakeFirst()) ?? null
  );
};

/** Écrit une section relue sous verrou ; sa version avance d’un. */
export const ecrireSection = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  schemaId: string,
  { code, redaction }: Pick<SectionRedigee, 'code' | 'redaction'>,
  aujourdhui: Jour,
): Promise<void> => {
  const json = sql<Redaction>`${JSON.stringify(redaction)}::jsonb`;
  await typer(transaction)
    .insertInto('section_du_schema')
    .values({
      territoire_id: territoireId,
      schema_id: schemaId,
      code,
      redaction: json,
      version: 1,
      modifiee_le: aujourdhui,
      modifiee_par: auteur,
    })
    .onConflict((conflit) =>
      conflit.columns(['territoire_id', 'schema_id', 'code']).doUpdateSet((eb) => ({
        redaction: json,
        version: eb('section_du_schema.version', '+', 1),
        modifiee_le: aujourdhui,
        modifiee_par: auteur,
      })),
    )
    .execute();
};
