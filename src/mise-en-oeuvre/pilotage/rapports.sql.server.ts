import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { DocumentCompose } from '../../moteurs/document/index.ts';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { RedactionDuRapport } from './rapport.ts';

export type GenreDeVersion = 'copie' | 'definitif';

interface TablesRapports {
  rapport_annuel: {
    territoire_id: string;
    annee: number;
    redaction: RedactionDuRapport;
    version: number;
    modifie_le: Jour;
    modifie_par: string;
  };
  version_rapport: {
    territoire_id: string;
    id: string;
    annee: number;
    numero: number;
    genre: GenreDeVersion;
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

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesRapports>;
const enJson = <V>(valeur: V) => sql<V>`${JSON.stringify(valeur)}::jsonb`;

export interface RapportEnCours {
  readonly redaction: RedactionDuRapport;
  /** 0 tant que rien n’est enregistré. */
  readonly version: number;
  readonly modifiePar: string;
  readonly modifieLe: Jour;
}

/** La rédaction en cours du rapport d’une année, ou null. */
export const lireRapport = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  annee: number,
): Promise<RapportEnCours | null> =>
  (await typer(transaction)
    .selectFrom('rapport_annuel')
    .select(['redaction', 'version', 'modifie_par as modifiePar', 'modifie_le as modifieLe'])
    .where('territoire_id', '=', territoireId)
    .where('annee', '=', annee)
    .executeTakeFirst()) ?? null;

/**
 * Enregistre la rédaction, si personne ne l’a changée depuis la version lue (0 : première écriture).
 * Refus : `rapport-change`.
 */
export const enregistrerRapport = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  { annee, version, redaction }: { annee: number; version: number; redaction: RedactionDuRapport },
  aujourdhui: Jour,
): Promise<Resultat<null>> => {
  const ligne = {
    redaction: enJson(redaction),
    modifie_le: aujourdhui,
    modifie_par: auteur,
  };
  const tx = typer(transaction);
  const ecrites =
    version === 0
      ? (
          await tx
            .insertInto('rapport_annuel')
            .values({ territoire_id: territoireId, annee, version: 1, ...ligne })
            .onConflict((conflit) => conflit.doNothing())
            .returning('annee')
            .execute()
        ).length
      : (
          await tx
            .updateTable('rapport_annuel')
            .set((eb) => ({ ...ligne, version: eb('version', '+', 1) }))
            .where('territoire_id', '=', territoireId)
            .where('annee', '=', annee)
            .where('version', '=', version)
            .returning('annee')
            .execute()
        ).length;
  return ecrites > 0
    ? accepter(null)
    : refuser({
        code: 'rapport-change',
        message:
          'Quelqu’un a enregistré ce rapport pendant que vous l’écriviez. Votre texte est ci-dessous : relisez ce qui a changé, puis enregistrez de nouveau.',
      });
};

/** Une version gardée du rapport : elle ne change plus. */
export interface VersionDeRapport {
  readonly id: string;
  readonly annee: number;
  readonly numero: number;
  readonly genre: GenreDeVersion;
  readonly titre: string;
  readonly etablieLe: Jour;
  readonly etabliePar: string;
  /** SHA-256 de l’arbre composé, imprimé dans chaque format. */
  readonly empreinte: string;
  readonly fichiers: { readonly pdf: string; readonly docx: string; readonly odt: string };
}

/** Les versions gardées, la plus récente d’abord ; d’une année si elle est donnée. */
export const listerVersionsDeRapport = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  annee?: number,
): Promise<readonly VersionDeRapport[]> => {
  const lignes = await typer(transaction)
    .selectFrom('version_rapport')
    .select([
      'id',
      'annee',
      'numero',
      'genre',
      'titre',
      'etablie_le as etablieLe',
      'etablie_par as etabliePar',
      'empreinte',
      'pdf_id as pdf',
      'docx_id as docx',
      'odt_id as odt',
    ])
    .where('territoire_id', '=', territoireId)
    .$if(annee !== undefined, (requete) => requete.where('annee', '=', annee ?? 0))
    .orderBy('annee', 'desc')
    .orderBy('numero', 'desc')
    .execute();
  return lignes.map(({ pdf, docx, odt, ...version }) => ({
    ...version,
    fichiers: { pdf, docx, odt },
  }));
};

/** Le numéro que prendrait la version suivante ; le verrou tient jusqu’à la fin de la transaction. */
export const reserverNumeroDeRapport = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  annee: number,
): Promise<number> => {
  const tx = typer(transaction);
  await sql`select pg_advisory_xact_lock(724240060, hashtext(${`${territoireId} ${annee}`}))`.execute(
    tx,
  );
  const { dernier } = await tx
    .selectFrom('version_rapport')
    .select((eb) => eb.fn.max('numero').as('dernier'))
    .where('territoire_id', '=', territoireId)
    .where('annee', '=', annee)
    .executeTakeFirstOrThrow();
  return Number(dernier ?? 0) + 1;
};

/** Garde une version. @returns son identifiant */
export const garderVersionDeRapport = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  version: Omit<VersionDeRapport, 'id' | 'etabliePar'> & { readonly document: DocumentCompose },
): Promise<string> => {
  const id = nouvelId();
  await typer(transaction)
    .insertInto('version_rapport')
    .values({
      territoire_id: territoireId,
      id,
      annee: version.annee,
      numero: version.numero,
      genre: version.genre,
      titre: version.titre,
      etablie_le: version.etablieLe,
      etablie_par: auteur,
      empreinte: version.empreinte,
      contenu: enJson(version.document),
      pdf_id: version.fichiers.pdf,
      docx_id: version.fichiers.docx,
      odt_id: version.fichiers.odt,
    })
    .execute();
  return id;
};
