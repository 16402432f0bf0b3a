import type { Transaction } from 'kysely';
import { type Contexte, nouvelId } from '../../../socle/base/index.server.ts';

type Valeurs = Readonly<Record<string, string>>;

interface TablesGabarits {
  gabarit_remis: {
    territoire_id: string;
    id: string;
    grille: string;
    collectivite: string;
    remis_par: string;
    empreinte: string;
    contenu: { readonly lignes: readonly Valeurs[] };
  };
}

type Tx = Transaction<TablesGabarits>;
const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;

/** Le dernier gabarit remis à une collectivité : la base de la comparaison. Null si aucun. */
export const lireDernierGabarit = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  grille: string,
  collectivite: string,
): Promise<{ readonly id: string; readonly empreinte: string } | null> =>
  (await typer(transaction)
    .selectFrom('gabarit_remis')
    .select(['id', 'empreinte'])
    .where('territoire_id', '=', contexte.territoireId)
    .where('grille', '=', grille)
    .where('collectivite', '=', collectivite)
    .orderBy('id', 'desc')
    .executeTakeFirst()) ?? null;

/** Les lignes que portait un gabarit. */
export const lireLignesDuGabarit = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
): Promise<readonly Valeurs[]> => {
  const ligne = await typer(transaction)
    .selectFrom('gabarit_remis')
    .select('contenu')
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', id)
    .executeTakeFirst();
  return ligne?.contenu.lignes ?? [];
};

/** Garde ce que portait un gabarit au moment où il est remis (une fois par contenu). */
export const noterGabarit = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  gabarit: {
    readonly grille: string;
    readonly collectivite: string;
    readonly empreinte: string;
    readonly lignes: readonly Valeurs[];
  },
): Promise<string> => {
  const { grille, collectivite, empreinte, lignes } = gabarit;
  const dernier = await lireDernierGabarit(transaction, contexte, grille, collectivite);
  if (dernier?.empreinte === empreinte) return dernier.id;
  const id = nouvelId();
  await typer(transaction)
    .insertInto('gabarit_remis')
    .values({
      territoire_id: contexte.territoireId,
      id,
      grille,
      collectivite,
      remis_par: contexte.auteur,
      empreinte,
      contenu: { lignes },
    })
    .execute();
  return id;
};
