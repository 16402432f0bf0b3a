import { sql, type Transaction } from 'kysely';
import type { Contexte } from '../../socle/base/index.server.ts';
import { contientLesMots, vautLeMontant } from '../../socle/recherche/index.server.ts';
import {
  COMBIEN_DE_TROUVAILLES,
  type Question,
  type Trouvaille,
} from '../../socle/recherche/index.ts';
import { formaterMontantEuros } from '../../socle/ui/index.ts';
import { ecrireAppel, referenceDe } from './ecritures.ts';
import { NATURES, type NatureDEtat } from './entrees.ts';
import type { ContenuDePart } from './etat.ts';

interface TablesLues {
  part_etat: {
    territoire_id: string;
    id: string;
    annee: number;
    numero: number;
    nature: NatureDEtat;
    service_nom: string;
    part_centimes: bigint;
    appel_centimes: bigint;
    contenu: ContenuDePart;
  };
}

const NOM = sql<string>`contenu -> 'destinataire' ->> 'nom'`;
const TEXTE = sql`concat_ws(' ', 'état', annee, nature, service_nom,
  annee || '-' || lpad(numero::text, 4, '0'), ${NOM})`;

/**
 * Les états de refacturation : par commune, service, année, référence, ou par un montant (la part ou
 * l’appel, au signe près). Une commune ne trouve que les siens.
 */
export const rechercherEtats = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  question: Question,
): Promise<readonly Trouvaille[]> => {
  const lignes = await (transaction as unknown as Transaction<TablesLues>)
    .selectFrom('part_etat')
    .select(['id', 'annee', 'numero', 'nature', NOM.as('nom')])
    .select(['service_nom as service', 'part_centimes as part', 'appel_centimes as appel'])
    .where('territoire_id', '=', territoireId)
    .where((constructeur) =>
      constructeur.or([
        contientLesMots(question, TEXTE),
        vautLeMontant(question, [sql`part_centimes`, sql`appel_centimes`]),
      ]),
    )
    .orderBy('annee', 'desc')
    .orderBy('numero', 'desc')
    .limit(COMBIEN_DE_TROUVAILLES + 1)
    .execute();
  return lignes.map(({ id, nom, service, part, appel, ...etat }) => ({
    cle: id,
    titre: `${nom}, ${service} ${etat.annee}`,
    detail: `état ${NATURES[etat.nature]} n° ${referenceDe(etat)} : part ${formaterMontantEuros(part)}, demandé ${ecrireAppel(appel)}`,
    chemin: `mettre-en-oeuvre/refacturation/etats/${id}`,
  }));
};
