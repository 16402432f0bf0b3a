import { sql, type Transaction } from 'kysely';
import {
  estForme,
  FORMES_DE_MUTUALISATION,
} from '../../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import type { Contexte } from '../../../socle/base/index.server.ts';
import { contientLesMots } from '../../../socle/recherche/index.server.ts';
import {
  COMBIEN_DE_TROUVAILLES,
  type Question,
  type Trouvaille,
} from '../../../socle/recherche/index.ts';
import type { Redaction } from '../saisie/champs.ts';

interface TablesLues {
  fiche_technique: {
    territoire_id: string;
    id: string;
    code: string;
    titre: string;
    forme: string;
    etat: 'brouillon' | 'prete';
    redaction: Redaction;
    retiree_le: string | null;
  };
}

/** Ce qu’écrit une fiche, ses noms de champs exceptés. */
const TEXTE = sql`concat_ws(' ', code, titre, replace(forme, '-', ' '),
  (select string_agg(champ.value, ' ') from jsonb_each_text(redaction) as champ))`;

/** Les fiches techniques du schéma, par ce qu’elles disent. Une commune ne trouve que les fiches prêtes. */
export const rechercherFiches = async <T>(
  transaction: Transaction<T>,
  { territoireId, collectivite }: Contexte,
  question: Question,
): Promise<readonly Trouvaille[]> => {
  const lignes = await (transaction as unknown as Transaction<TablesLues>)
    .selectFrom('fiche_technique')
    .select(['id', 'code', 'titre', 'forme', 'etat'])
    .where('territoire_id', '=', territoireId)
    .where('retiree_le', 'is', null)
    .where(contientLesMots(question, TEXTE))
    .$if(collectivite !== undefined, (requete) => requete.where('etat', '=', 'prete'))
    .orderBy('code')
    .limit(COMBIEN_DE_TROUVAILLES + 1)
    .execute();
  return lignes.map(({ id, code, titre, forme, etat }) => ({
    cle: id,
    titre: `${code}. ${titre}`,
    detail: `${estForme(forme) ? FORMES_DE_MUTUALISATION[forme] : forme}, ${etat === 'prete' ? 'fiche prête' : 'brouillon'}`,
    chemin: `elaborer/schema/fiches/${id}`,
  }));
};
