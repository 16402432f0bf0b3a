import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Contexte } from '../../socle/base/index.server.ts';

interface TablesLues {
  convention: { territoire_id: string; id: string; titre: string };
  partie_convention: { territoire_id: string; convention_id: string; siren: string };
  document_convention: {
    territoire_id: string;
    convention_id: string;
    id: string;
    numero_version: number;
    nature: 'convention' | 'fiche-impact';
    format: 'pdf' | 'docx' | 'odt';
    garde_le: Jour;
  };
}

/** Un document signé à remettre à une commune partie. */
export interface ConventionARemettre {
  readonly conventionId: string;
  readonly documentId: string;
  readonly titre: string;
  readonly version: number;
  readonly gardeLe: Jour;
}

/**
 * Les conventions signées dont cette collectivité est partie, par titre : leur PDF gardé, dernière
 * version signée.
 * @param collectivite SIREN
 */
export const lireConventionsSigneesDe = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  collectivite: string,
): Promise<readonly ConventionARemettre[]> =>
  (transaction as unknown as Transaction<TablesLues>)
    .selectFrom('document_convention as d')
    .innerJoin('convention as c', (jointure) =>
      jointure
        .onRef('c.territoire_id', '=', 'd.territoire_id')
        .onRef('c.id', '=', 'd.convention_id'),
    )
    .innerJoin('partie_convention as p', (jointure) =>
      jointure
        .onRef('p.territoire_id', '=', 'd.territoire_id')
        .onRef('p.convention_id', '=', 'd.convention_id'),
    )
    .distinctOn(['c.titre', 'c.id'])
    .select([
      'c.id as conventionId',
      'd.id as documentId',
      'c.titre',
      'd.numero_version as version',
      'd.garde_le as gardeLe',
    ])
    .where('d.territoire_id', '=', territoireId)
    .where('d.nature', '=', 'convention')
    .where('d.format', '=', 'pdf')
    .where('p.siren', '=', collectivite)
    .orderBy('c.titre')
    .orderBy('c.id')
    .orderBy('d.numero_version', 'desc')
    .execute();
