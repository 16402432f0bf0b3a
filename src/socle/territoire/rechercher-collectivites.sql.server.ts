import { sql, type Transaction } from 'kysely';
import { contientLesMots } from '../recherche/index.server.ts';
import { COMBIEN_DE_TROUVAILLES, type Question, type Trouvaille } from '../recherche/index.ts';

interface TablesLues {
  collectivite: {
    siren: string;
    code_insee: string | null;
    code_postal: string | null;
    nom: string;
    type: 'commune' | 'epci';
  };
}

const situer = (codePostal: string | null, codeInsee: string | null): string =>
  codePostal === null ? `commune, code INSEE ${codeInsee ?? 'inconnu'}` : `commune, ${codePostal}`;

/** Les collectivités du territoire : par leur nom, leur SIREN, leur code INSEE ou leur code postal. */
export const rechercherCollectivites = async <T>(
  transaction: Transaction<T>,
  question: Question,
): Promise<readonly Trouvaille[]> => {
  const lignes = await (transaction as unknown as Transaction<TablesLues>)
    .selectFrom('collectivite')
    .select(['siren', 'nom', 'type', 'code_postal', 'code_insee'])
    .where(contientLesMots(question, sql`concat_ws(' ', nom, siren, code_insee, code_postal)`))
    .orderBy('type', 'desc')
    .orderBy('nom')
    .limit(COMBIEN_DE_TROUVAILLES + 1)
    .execute();
  return lignes.map(({ siren, nom, type, code_postal, code_insee }) => ({
    cle: siren,
    titre: nom,
    detail: type === 'epci' ? 'intercommunalité' : situer(code_postal, code_insee),
    chemin: `territoire#${siren}`,
  }));
};
