import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Question } from './question.ts';

/**
 * Vrai si ce texte porte tous les mots cherchés, sans accents ni casse ; faux sans mot à chercher.
 * Les mots n’ont que des lettres et des chiffres : aucun joker ne s’y glisse.
 * @param texte expression SQL de type texte, jamais nulle
 */
export const contientLesMots = (
  { mots }: Question,
  texte: RawBuilder<unknown>,
): RawBuilder<SqlBool> =>
  mots.length === 0
    ? sql<SqlBool>`false`
    : sql<SqlBool>`(${sql.join(
        mots.map((mot) => sql`sans_accents(${texte}) like ${`%${mot}%`}`),
        sql` and `,
      )})`;

/** Vrai si l’un de ces montants en centimes est celui cherché, au signe près. */
export const vautLeMontant = (
  { montant }: Question,
  centimes: readonly RawBuilder<unknown>[],
): RawBuilder<SqlBool> =>
  montant === null
    ? sql<SqlBool>`false`
    : sql<SqlBool>`(${sql.join(
        centimes.map(
          (colonne) =>
            sql`abs(${colonne}) between ${String(montant.de)}::bigint and ${String(montant.a)}::bigint`,
        ),
        sql` or `,
      )})`;
