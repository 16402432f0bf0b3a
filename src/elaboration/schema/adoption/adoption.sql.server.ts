import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { type Contexte, nouvelId } from '../../../socle/base/index.server.ts';
import type { EvenementAAjouter } from './decider.ts';
import type { DetailsDEvenement, EvenementDAdoption, TypeDEvenement } from './evenements.ts';
import type { Saisine } from './saisine.ts';

interface TablesAdoption {
  evenement_adoption: {
    territoire_id: string;
    id: string;
    schema_id: string;
    type: TypeDEvenement;
    le: Jour;
    collectivite: string | null;
    details: DetailsDEvenement;
    fichier_id: string | null;
    annule: string | null;
    motif: string | null;
    saisi_le: Jour;
    saisi_par: string;
  };
  saisine: {
    territoire_id: string;
    id: string;
    evenement_id: string;
    collectivite: string;
    version_id: string;
    recue_le: Jour;
    echeance: Jour;
    tacite_le: Jour;
    article: string;
    preuve: string;
    courriel_id: string | null;
  };
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesAdoption>;

/** Une seule écriture à la fois sur un registre : à prendre avant de le relire pour décider. */
export const verrouillerRegistre = async <T>(
  transaction: Transaction<T>,
  schemaId: string,
): Promise<void> => {
  await sql`select pg_advisory_xact_lock(724240031, hashtext(${schemaId}))`.execute(
    typer(transaction),
  );
};

/** Le registre, dans l’ordre des saisies ; une commune n’y voit que ce qui la regarde. */
export const lireEvenements = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  schemaId: string,
): Promise<readonly EvenementDAdoption[]> => {
  const lignes = await typer(transaction)
    .selectFrom('evenement_adoption')
    .select([
      'id',
      'type',
      'le',
      'collectivite',
      'details',
      'fichier_id as fichierId',
      'annule',
      'motif',
      'saisi_le as saisiLe',
      'saisi_par as saisiPar',
    ])
    .where('territoire_id', '=', territoireId)
    .where('schema_id', '=', schemaId)
    .orderBy('id')
    .execute();
  return lignes;
};

/** Ajoute un événement au registre. */
export const ajouterEvenement = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  schemaId: string,
  evenement: EvenementAAjouter,
  { aujourdhui, fichierId = null }: { aujourdhui: Jour; fichierId?: string | null },
): Promise<string> => {
  const id = nouvelId();
  await typer(transaction)
    .insertInto('evenement_adoption')
    .values({
      territoire_id: territoireId,
      id,
      schema_id: schemaId,
      type: evenement.type,
      le: evenement.le,
      collectivite: evenement.collectivite,
      details: sql<DetailsDEvenement>`${JSON.stringify(evenement.details)}::jsonb`,
      fichier_id: fichierId,
      annule: evenement.annule ?? null,
      motif: evenement.motif ?? null,
      saisi_le: aujourdhui,
      saisi_par: auteur,
    })
    .execute();
  return id;
};

/** Fige une saisine. */
export const ajouterSaisine = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  saisine: Omit<Saisine, 'id'>,
): Promise<void> => {
  await typer(transaction)
    .insertInto('saisine')
    .values({
      territoire_id: territoireId,
      id: nouvelId(),
      evenement_id: saisine.evenementId,
      collectivite: saisine.collectivite,
      version_id: saisine.versionId,
      recue_le: saisine.recueLe,
      echeance: saisine.echeance,
      tacite_le: saisine.taciteLe,
      article: saisine.article,
      preuve: saisine.preuve,
      courriel_id: saisine.courrielId,
    })
    .execute();
};

/** Les saisines du schéma (celles qu’une annulation a levées comprises : le registre le dit). */
export const lireSaisines = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  schemaId: string,
): Promise<readonly Saisine[]> =>
  typer(transaction)
    .selectFrom('saisine')
    .innerJoin('evenement_adoption', (jointure) =>
      jointure
        .onRef('evenement_adoption.territoire_id', '=', 'saisine.territoire_id')
        .onRef('evenement_adoption.id', '=', 'saisine.evenement_id'),
    )
    .select([
      'saisine.id',
      'saisine.evenement_id as evenementId',
      'saisine.collectivite',
      'saisine.version_id as versionId',
      'saisine.recue_le as recueLe',
      'saisine.echeance',
      'saisine.tacite_le as taciteLe',
      'saisine.article',
      'saisine.preuve',
      'saisine.courriel_id as courrielId',
    ])
    .where('saisine.territoire_id', '=', territoireId)
    .where('evenement_adoption.schema_id', '=', schemaId)
    .orderBy('saisine.id')
    .execute();
