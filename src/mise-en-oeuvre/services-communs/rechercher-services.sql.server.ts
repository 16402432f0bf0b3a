import { sql, type Transaction } from 'kysely';
import type { Contexte } from '../../socle/base/index.server.ts';
import { contientLesMots } from '../../socle/recherche/index.server.ts';
import {
  COMBIEN_DE_TROUVAILLES,
  type Question,
  type Trouvaille,
} from '../../socle/recherche/index.ts';

interface TablesLues {
  service_commun: {
    territoire_id: string;
    id: string;
    service: string;
    nom: string;
    fiche_code: string | null;
  };
}

/** Les services communs, par leur nom ou leur code. */
export const rechercherServices = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  question: Question,
): Promise<readonly Trouvaille[]> => {
  const lignes = await (transaction as unknown as Transaction<TablesLues>)
    .selectFrom('service_commun')
    .select(['id', 'nom', 'fiche_code as ficheCode'])
    .where('territoire_id', '=', territoireId)
    .where(
      contientLesMots(question, sql`concat_ws(' ', 'service commun', nom, service, fiche_code)`),
    )
    .orderBy('nom')
    .limit(COMBIEN_DE_TROUVAILLES + 1)
    .execute();
  return lignes.map(({ id, nom, ficheCode }) => ({
    cle: id,
    titre: nom,
    detail: ficheCode === null ? 'service commun' : `service commun né de la fiche ${ficheCode}`,
    chemin: `mettre-en-oeuvre/services-communs/${id}`,
  }));
};
