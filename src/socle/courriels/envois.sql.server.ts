import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { type Courriel, masquer, typer, versCourriel } from './courriels.sql.server.ts';

/** Des courriels semblables : de même genre, écrits le même jour. */
export interface Envoi {
  readonly genre: string;
  readonly jour: Jour;
  readonly courriels: readonly Courriel[];
  /** Combien ne sont pas encore partis. */
  readonly enAttente: number;
}

/** Une page de la boîte d’envoi, et ce qu’il reste à transmettre dans toute la boîte. */
export interface PageDEnvois {
  readonly envois: readonly Envoi[];
  readonly pages: number;
  readonly enAttente: number;
  /** Le dernier courriel écrit : un geste d’ensemble ne touche pas à ce qui arrive après. */
  readonly dernier: string | null;
}

/** Le jour de Paris où le courriel a été écrit. */
const JOUR = sql<Jour>`(cree_le at time zone 'Europe/Paris')::date`;

/** La boîte d’envoi groupée par courriels semblables, le groupe le plus récent d’abord. */
export const lireEnvois = async <T>(
  transaction: Transaction<T>,
  { page, parPage = 8 }: { readonly page: number; readonly parPage?: number },
): Promise<PageDEnvois> => {
  const tx = typer(transaction);
  const groupes = await tx
    .selectFrom('courriel')
    .select(({ fn }) => [
      'genre',
      JOUR.as('jour'),
      fn.countAll<bigint>().filterWhere('etat', '<>', 'envoye').as('enAttente'),
      sql<string>`max(id::text)`.as('dernier'),
    ])
    .groupBy(['genre', JOUR])
    .orderBy(sql`max(id::text)`, 'desc')
    .execute();
  const montres = groupes.slice((page - 1) * parPage, page * parPage);
  const envois: Envoi[] = [];
  for (const { genre, jour, enAttente } of montres) {
    const lignes = await tx
      .selectFrom('courriel')
      .selectAll()
      .where('genre', '=', genre)
      .where(JOUR, '=', jour)
      .orderBy('etat')
      .orderBy('destinataire')
      .execute();
    envois.push({
      genre,
      jour,
      enAttente: Number(enAttente),
      courriels: lignes.map(versCourriel),
    });
  }
  return {
    envois,
    pages: Math.max(1, Math.ceil(groupes.length / parPage)),
    enAttente: groupes.reduce((somme, groupe) => somme + Number(groupe.enAttente), 0),
    dernier: groupes[0]?.dernier ?? null,
  };
};

/**
 * Note comme transmis à la main tout ce qui attend, dans un groupe ou dans toute la boîte.
 * @param jusqua dernier courriel que la personne a vu : ceux écrits depuis restent à transmettre
 * @returns combien ont changé d’état
 */
export const marquerTousTransmis = async <T>(
  transaction: Transaction<T>,
  {
    groupe,
    jusqua,
  }: {
    readonly groupe: { readonly genre: string; readonly jour: string } | null;
    readonly jusqua: string;
  },
  instant: Date,
): Promise<number> => {
  const tx = typer(transaction);
  const lignes = await tx
    .selectFrom('courriel')
    .select(['id', 'contenu'])
    .where('etat', '<>', 'envoye')
    .where(sql<string>`id::text`, '<=', jusqua)
    .$if(groupe !== null, (requete) =>
      requete
        .where('genre', '=', groupe?.genre ?? '')
        .where(sql<string>`${JOUR}::text`, '=', groupe?.jour ?? ''),
    )
    .forUpdate()
    .execute();
  for (const { id, contenu } of lignes) {
    await tx
      .updateTable('courriel')
      .set({ etat: 'envoye', moyen: 'a-la-main', envoye_le: instant, contenu: masquer(contenu) })
      .where('id', '=', id)
      .execute();
  }
  return lignes.length;
};
