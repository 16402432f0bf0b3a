import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { DocumentCompose } from '../../../moteurs/document/index.ts';
import { type Contexte, nouvelId } from '../../../socle/base/index.server.ts';

export type GenreDeVersion = 'copie' | 'rapport' | 'schema-approuve';

interface TablesVersions {
  version_document: {
    territoire_id: string;
    id: string;
    schema_id: string;
    genre: GenreDeVersion;
    numero: number;
    titre: string;
    etablie_le: Jour;
    etablie_par: string;
    empreinte: string;
    contenu: DocumentCompose;
    pdf_id: string;
    docx_id: string;
    odt_id: string;
  };
}

/** Une version gardée du document : elle ne change plus. */
export interface VersionGardee {
  readonly id: string;
  readonly genre: GenreDeVersion;
  readonly numero: number;
  readonly titre: string;
  readonly etablieLe: Jour;
  readonly etabliePar: string;
  /** SHA-256 de l’arbre composé, imprimé dans chaque format. */
  readonly empreinte: string;
  /** Fichiers déposés, par format. */
  readonly fichiers: { readonly pdf: string; readonly docx: string; readonly odt: string };
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesVersions>;

/** Les versions visibles d’ici, la plus récente d’abord. */
export const listerVersions = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  schemaId: string,
): Promise<readonly VersionGardee[]> => {
  const lignes = await typer(transaction)
    .selectFrom('version_document')
    .select([
      'id',
      'genre',
      'numero',
      'titre',
      'etablie_le as etablieLe',
      'etablie_par as etabliePar',
      'empreinte',
      'pdf_id as pdf',
      'docx_id as docx',
      'odt_id as odt',
    ])
    .where('territoire_id', '=', territoireId)
    .where('schema_id', '=', schemaId)
    .orderBy('numero', 'desc')
    .execute();
  return lignes.map(({ pdf, docx, odt, ...version }) => ({
    ...version,
    fichiers: { pdf, docx, odt },
  }));
};

/** Le numéro que prendrait la version suivante ; le verrou tient jusqu’à la fin de la transaction. */
export const reserverNumero = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  schemaId: string,
): Promise<number> => {
  const tx = typer(transaction);
  await sql`select pg_advisory_xact_lock(724240033, hashtext(${schemaId}))`.execute(tx);
  const { dernier } = await tx
    .selectFrom('version_document')
    .select((eb) => eb.fn.max('numero').as('dernier'))
    .where('territoire_id', '=', territoireId)
    .where('schema_id', '=', schemaId)
    .executeTakeFirstOrThrow();
  return Number(dernier ?? 0) + 1;
};

export interface VersionAGarder extends Omit<VersionGardee, 'id' | 'etabliePar'> {
  readonly document: DocumentCompose;
}

/** Garde une version. */
export const garderLigne = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  schemaId: string,
  { document, fichiers, ...version }: VersionAGarder,
): Promise<string> => {
  const id = nouvelId();
  await typer(transaction)
    .insertInto('version_document')
    .values({
      territoire_id: territoireId,
      id,
      schema_id: schemaId,
      genre: version.genre,
      numero: version.numero,
      titre: version.titre,
      etablie_le: version.etablieLe,
      etablie_par: auteur,
      empreinte: version.empreinte,
      contenu: sql<DocumentCompose>`${JSON.stringify(document)}::jsonb`,
      pdf_id: fichiers.pdf,
      docx_id: fichiers.docx,
      odt_id: fichiers.odt,
    })
    .execute();
  return id;
};
