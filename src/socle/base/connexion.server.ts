import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { composerUuidv7 } from './identifiant.ts';

// Un jour reste un jour (texte AAAA-MM-JJ), un grand entier reste exact (bigint).
pg.types.setTypeParser(pg.types.builtins.DATE, (texte) => texte);
pg.types.setTypeParser(pg.types.builtins.INT8, (texte) => BigInt(texte));

/** Base sans type : chaque tranche la voit avec ses propres tables (`base.withTables<…>()`). */
export type Base = Kysely<unknown>;

/** Nouvel identifiant UUIDv7. */
export const nouvelId = (): string => composerUuidv7(Date.now(), randomBytes(10));

/**
 * Ouvre la base avec le rôle applicatif, sans privilège : la sécurité par ligne s’applique toujours.
 * @param url adresse PostgreSQL (embarqué ou serveur)
 */
export const ouvrirBase = (url: string, { connexions = 10 } = {}): Base => {
  const pool = new pg.Pool({
    connectionString: url,
    max: connexions,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    onConnect: async (client: pg.ClientBase) => {
      // Coupée en plein travail, une connexion le dit deux fois : à la requête, qui échoue, et ici.
      client.on('error', () => undefined);
      await client.query('set role ensemblier_app');
    },
  });
  // Une connexion inactive coupée (base arrêtée) ne doit pas tuer le serveur : la requête suivante le dira.
  pool.on('error', () => undefined);
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
};

/** Qui agit, pour quel territoire, limité ou non à une collectivité. */
export interface Contexte {
  readonly territoireId: string;
  /** Nom lisible de l’auteur, gardé au journal. */
  readonly auteur: string;
  /** SIREN : la transaction ne voit alors que les lignes propres à cette collectivité. */
  readonly collectivite?: string | undefined;
  /** Le rôle de la personne, que la base vérifie aussi ; absent pour le travail du serveur lui-même. */
  readonly role?: string | undefined;
  /** Vrai pour une demande qui ne fait que lire (GET) : la base y refuse toute écriture. */
  readonly lectureSeule?: boolean | undefined;
}

const ouvrirTransaction = (base: Base, { lectureSeule }: Contexte) =>
  lectureSeule === true ? base.transaction().setAccessMode('read only') : base.transaction();

/**
 * Une transaction cloisonnée : tout ce qui suit ne voit et n’écrit que le territoire donné.
 * L’appelant reçoit la transaction typée par les tables de sa tranche.
 */
export const dansTerritoire = <Tables, Valeur>(
  base: Base,
  contexte: Contexte,
  travail: (tx: Transaction<Tables>) => Promise<Valeur>,
): Promise<Valeur> =>
  ouvrirTransaction(base, contexte).execute(async (tx) => {
    await sql`select set_config('app.territoire', ${contexte.territoireId}, true),
      set_config('app.auteur', ${contexte.auteur}, true),
      set_config('app.collectivite', ${contexte.collectivite ?? ''}, true),
      set_config('app.role', ${contexte.role ?? ''}, true)`.execute(tx);
    return travail(tx as unknown as Transaction<Tables>);
  });
