import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { Contexte } from '../../../socle/base/index.server.ts';
import { contientLesMots } from '../../../socle/recherche/index.server.ts';
import {
  COMBIEN_DE_TROUVAILLES,
  type Question,
  type Trouvaille,
} from '../../../socle/recherche/index.ts';
import { formaterJour } from '../../../socle/ui/index.ts';

interface TablesLues {
  campagne: {
    territoire_id: string;
    id: string;
    grille: string;
    titre: string;
    consigne: string;
    echeance: Jour;
    close_le: Jour | null;
  };
  attente_de_grille: { territoire_id: string; campagne_id: string; collectivite: string };
}

/**
 * Les campagnes de collecte, par leur titre ou leur consigne. Une commune ne trouve que celles qui
 * attendent quelque chose d’elle, et arrive sur sa propre grille.
 */
export const rechercherCampagnes = async <T>(
  transaction: Transaction<T>,
  { territoireId, collectivite }: Contexte,
  question: Question,
): Promise<readonly Trouvaille[]> => {
  const lignes = await (transaction as unknown as Transaction<TablesLues>)
    .selectFrom('campagne as c')
    .select(['c.id', 'c.grille', 'c.titre', 'c.echeance', 'c.close_le as closeLe'])
    .where('c.territoire_id', '=', territoireId)
    .where(contientLesMots(question, sql`concat_ws(' ', c.titre, c.consigne)`))
    .$if(collectivite !== undefined, (requete) =>
      requete.where((constructeur) =>
        constructeur.exists(
          constructeur
            .selectFrom('attente_de_grille as a')
            .select('a.campagne_id')
            .whereRef('a.territoire_id', '=', 'c.territoire_id')
            .whereRef('a.campagne_id', '=', 'c.id')
            .where('a.collectivite', '=', collectivite ?? ''),
        ),
      ),
    )
    .orderBy('c.id', 'desc')
    .limit(COMBIEN_DE_TROUVAILLES + 1)
    .execute();
  return lignes.map(({ id, grille, titre, echeance, closeLe }) => ({
    cle: id,
    titre,
    detail:
      closeLe === null
        ? `à rendre avant le ${formaterJour(echeance)}`
        : `close le ${formaterJour(closeLe)}`,
    chemin: `elaborer/collecte/${grille}${collectivite === undefined ? '' : `/${collectivite}`}`,
  }));
};
