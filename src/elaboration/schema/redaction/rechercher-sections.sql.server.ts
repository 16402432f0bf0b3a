import { sql, type Transaction } from 'kysely';
import type { Contexte } from '../../../socle/base/index.server.ts';
import { contientLesMots } from '../../../socle/recherche/index.server.ts';
import { type Question, repondA, type Trouvaille } from '../../../socle/recherche/index.ts';
import { SECTIONS } from './sections.ts';

interface TablesLues {
  section_du_schema: { territoire_id: string; schema_id: string; code: string; redaction: object };
  schema: { territoire_id: string; id: string; clos_le: string | null };
}

const TEXTE = sql`coalesce(
  (select string_agg(champ.value, ' ') from jsonb_each_text(s.redaction) as champ), '')`;

/** Les sections du schéma en cours, par leur titre ou par ce qu’on y a écrit. */
export const rechercherSections = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  question: Question,
): Promise<readonly Trouvaille[]> => {
  const ecrites = await (transaction as unknown as Transaction<TablesLues>)
    .selectFrom('section_du_schema as s')
    .innerJoin('schema as d', (jointure) =>
      jointure.onRef('d.territoire_id', '=', 's.territoire_id').onRef('d.id', '=', 's.schema_id'),
    )
    .select('s.code')
    .where('s.territoire_id', '=', territoireId)
    .where('d.clos_le', 'is', null)
    .where(contientLesMots(question, TEXTE))
    .execute();
  const codes = new Set(ecrites.map(({ code }) => code));
  return SECTIONS.filter(
    ({ code, titre, chapeau }) => codes.has(code) || repondA(question, `${titre} ${chapeau}`),
  ).map(({ code, titre }) => ({
    cle: code,
    titre,
    detail: 'section du schéma',
    chemin: `elaborer/schema/redaction/${code}`,
  }));
};
