import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { ContenuPublie } from './publication.ts';

interface TablesPublications {
  publication: {
    territoire_id: string;
    id: string;
    numero: number;
    publiee_le: Jour;
    publiee_par: string;
    contenu: ContenuPublie;
    empreinte: string;
    rapport_id: string | null;
    retiree_le: Jour | null;
    retiree_par: string | null;
    retiree_motif: string | null;
  };
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesPublications>;

/** Une publication, sans son contenu. */
export interface Publication {
  readonly id: string;
  readonly numero: number;
  readonly publieeLe: Jour;
  readonly publieePar: string;
  readonly empreinte: string;
  readonly rapportId: string | null;
  readonly retireeLe: Jour | null;
  readonly retireeMotif: string | null;
}

const COLONNES = [
  'id',
  'numero',
  'publiee_le as publieeLe',
  'publiee_par as publieePar',
  'empreinte',
  'rapport_id as rapportId',
  'retiree_le as retireeLe',
  'retiree_motif as retireeMotif',
] as const;

/** Toutes les publications, la plus récente d’abord. */
export const listerPublications = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
): Promise<readonly Publication[]> =>
  typer(transaction)
    .selectFrom('publication')
    .select(COLONNES)
    .where('territoire_id', '=', territoireId)
    .orderBy('numero', 'desc')
    .execute();

/** La publication en ligne et son contenu, ou null : rien n’est public. */
export const lirePublicationEnLigne = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
): Promise<(Publication & { readonly contenu: ContenuPublie }) | null> =>
  (await typer(transaction)
    .selectFrom('publication')
    .select([...COLONNES, 'contenu'])
    .where('territoire_id', '=', territoireId)
    .where('retiree_le', 'is', null)
    .executeTakeFirst()) ?? null;

const retirerCelleEnLigne = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  motif: string,
  aujourdhui: Jour,
): Promise<boolean> => {
  const { numUpdatedRows } = await typer(transaction)
    .updateTable('publication')
    .set({ retiree_le: aujourdhui, retiree_par: auteur, retiree_motif: motif })
    .where('territoire_id', '=', territoireId)
    .where('retiree_le', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Met une image en ligne, figée ; elle remplace la précédente, qui reste au dossier. */
export const mettreEnLigne = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { contenu, rapportId }: { readonly contenu: ContenuPublie; readonly rapportId: string | null },
  aujourdhui: Jour,
): Promise<{ readonly id: string; readonly numero: number }> => {
  const tx = typer(transaction);
  await sql`select pg_advisory_xact_lock(724240061, hashtext(${contexte.territoireId}))`.execute(
    tx,
  );
  await retirerCelleEnLigne(
    tx,
    contexte,
    'Remplacée par une publication plus récente.',
    aujourdhui,
  );
  const { dernier } = await tx
    .selectFrom('publication')
    .select((eb) => eb.fn.max('numero').as('dernier'))
    .where('territoire_id', '=', contexte.territoireId)
    .executeTakeFirstOrThrow();
  const id = nouvelId();
  const numero = Number(dernier ?? 0) + 1;
  const texte = JSON.stringify(contenu);
  await tx
    .insertInto('publication')
    .values({
      territoire_id: contexte.territoireId,
      id,
      numero,
      publiee_le: aujourdhui,
      publiee_par: contexte.auteur,
      contenu: sql<ContenuPublie>`${texte}::jsonb`,
      empreinte: createHash('sha256').update(texte).digest('hex'),
      rapport_id: rapportId,
      retiree_le: null,
      retiree_par: null,
      retiree_motif: null,
    })
    .execute();
  return { id, numero };
};

/** Retire la publication en ligne. Refus : `motif-absent`, `rien-en-ligne`. */
export const retirerPublication = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  motif: string,
  aujourdhui: Jour,
): Promise<Resultat<null>> => {
  if (motif.trim() === '') {
    return refuser({
      code: 'motif-absent',
      message: 'Écrivez pourquoi la page est retirée : le motif reste au dossier.',
      chemin: 'motif',
    });
  }
  return (await retirerCelleEnLigne(transaction, contexte, motif.trim(), aujourdhui))
    ? accepter(null)
    : refuser({ code: 'rien-en-ligne', message: 'Aucune page n’est en ligne : rien à retirer.' });
};
