import { sql, type Transaction } from 'kysely';
import type { Contexte } from '../../socle/base/index.server.ts';
import { contientLesMots } from '../../socle/recherche/index.server.ts';
import {
  COMBIEN_DE_TROUVAILLES,
  type Question,
  repondA,
  type Trouvaille,
} from '../../socle/recherche/index.ts';
import { lireConventionsSigneesDe } from './documents-de-commune.sql.server.ts';
import { SORTES } from './sortes.ts';

interface TablesLues {
  convention: { territoire_id: string; id: string; sorte: keyof typeof SORTES; titre: string };
  partie_convention: { territoire_id: string; convention_id: string; nom: string };
}

const TEXTE = sql`concat_ws(' ', 'convention', c.titre, replace(c.sorte, '-', ' '),
  (select string_agg(p.nom, ' ') from partie_convention as p
   where p.territoire_id = c.territoire_id and p.convention_id = c.id))`;

/** Les documents signés dont la collectivité est partie : tout ce qu’une commune voit d’une convention. */
const rechercherLesSiennes = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  collectivite: string,
  question: Question,
): Promise<readonly Trouvaille[]> =>
  (await lireConventionsSigneesDe(transaction, contexte, collectivite))
    .filter(({ titre }) => repondA(question, `convention ${titre}`))
    .map(({ conventionId, documentId, titre, version }) => ({
      cle: documentId,
      titre,
      detail: `convention signée, version ${version} (PDF)`,
      chemin: `mettre-en-oeuvre/conventions/${conventionId}/gardes/${documentId}`,
    }));

/** Les conventions, par leur titre, leur sorte ou leurs parties. */
export const rechercherConventions = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  question: Question,
): Promise<readonly Trouvaille[]> => {
  if (contexte.collectivite !== undefined) {
    return rechercherLesSiennes(transaction, contexte, contexte.collectivite, question);
  }
  const lignes = await (transaction as unknown as Transaction<TablesLues>)
    .selectFrom('convention as c')
    .select(['c.id', 'c.titre', 'c.sorte'])
    .where('c.territoire_id', '=', contexte.territoireId)
    .where(contientLesMots(question, TEXTE))
    .orderBy('c.titre')
    .limit(COMBIEN_DE_TROUVAILLES + 1)
    .execute();
  return lignes.map(({ id, titre, sorte }) => ({
    cle: id,
    titre,
    detail: SORTES[sorte].libelle.toLowerCase(),
    chemin: `mettre-en-oeuvre/conventions/${id}`,
  }));
};
