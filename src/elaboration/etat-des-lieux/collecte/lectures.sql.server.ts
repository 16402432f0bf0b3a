import { sql, type Transaction } from 'kysely';
import type { Contexte } from '../../../socle/base/index.server.ts';
import type { FichierRendu } from './lire-fichier.server.ts';

interface TablesLectures {
  fichier_en_lecture: {
    territoire_id: string;
    id: string;
    collectivite: string | null;
    travail_id: string;
    contenu: Buffer;
  };
  depot_de_grille: {
    territoire_id: string;
    id: string;
    grille: string;
    collectivite: string | null;
    fichier: string;
    etat: string;
  };
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesLectures>;

/** Un fichier qui attend sa lecture. */
export interface FichierALire extends Pick<FichierRendu, 'grille' | 'nom' | 'octets'> {
  /** SIREN ; null si le fichier porte plusieurs collectivités. */
  readonly collectivite: string | null;
}

/** Garde les octets d’un dépôt le temps de sa lecture. */
export const garderLeTempsDeLire = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  depotId: string,
  {
    collectivite,
    travailId,
    octets,
  }: {
    readonly collectivite: string | null;
    readonly travailId: string;
    readonly octets: Uint8Array;
  },
): Promise<void> => {
  await typer(transaction)
    .insertInto('fichier_en_lecture')
    .values({
      territoire_id: territoireId,
      id: depotId,
      collectivite,
      travail_id: travailId,
      contenu: Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength),
    })
    .execute();
};

/** Le fichier d’un dépôt encore à lire ; null s’il est déjà lu, abandonné ou remplacé. */
export const lireFichierALire = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  depotId: string,
): Promise<FichierALire | null> => {
  const ligne = await typer(transaction)
    .selectFrom('fichier_en_lecture as f')
    .innerJoin('depot_de_grille as d', (jointure) =>
      jointure.onRef('d.territoire_id', '=', 'f.territoire_id').onRef('d.id', '=', 'f.id'),
    )
    .select(['d.grille', 'd.collectivite', 'd.fichier as nom', 'f.contenu as octets'])
    .where('f.territoire_id', '=', territoireId)
    .where('f.id', '=', depotId)
    .where('d.etat', '=', 'en-lecture')
    .executeTakeFirst();
  return ligne ?? null;
};

/** Le travail qui lit un dépôt ; null s’il n’est pas (ou plus) à lire. */
export const trouverTravailDeLecture = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  depotId: string,
): Promise<string | null> =>
  (
    await typer(transaction)
      .selectFrom('fichier_en_lecture')
      .select('travail_id')
      .where('territoire_id', '=', territoireId)
      .where('id', '=', depotId)
      .executeTakeFirst()
  )?.travail_id ?? null;

/** Oublie les octets des dépôts qui ne sont plus à lire : lus, refusés, abandonnés ou remplacés. */
export const oublierFichiersLus = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
): Promise<void> => {
  await typer(transaction)
    .deleteFrom('fichier_en_lecture')
    .where('territoire_id', '=', territoireId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('depot_de_grille as d')
            .select(sql`1`.as('un'))
            .whereRef('d.territoire_id', '=', 'fichier_en_lecture.territoire_id')
            .whereRef('d.id', '=', 'fichier_en_lecture.id')
            .where('d.etat', '=', 'en-lecture'),
        ),
      ),
    )
    .execute();
};
