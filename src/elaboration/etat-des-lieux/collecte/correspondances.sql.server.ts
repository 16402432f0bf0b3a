import type { Transaction } from 'kysely';
import type { Contexte } from '../../../socle/base/index.server.ts';
import type { Correspondance } from './correspondance.ts';

interface TablesCorrespondances {
  correspondance: {
    territoire_id: string;
    grille: string;
    champ: string;
    lue: string;
    collectivite: string;
    valeur: string;
    est_partagee: boolean;
    apprise_par: string;
  };
}

type Tx = Transaction<TablesCorrespondances>;
const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;

/** Les correspondances apprises qui valent pour une collectivité ; les siennes l’emportent. */
export const lireCorrespondances = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  grille: string,
  collectivite: string | null,
): Promise<readonly Correspondance[]> => {
  const lignes = await typer(transaction)
    .selectFrom('correspondance')
    .select(['champ', 'lue', 'valeur', 'est_partagee', 'collectivite'])
    .where('territoire_id', '=', contexte.territoireId)
    .where('grille', '=', grille)
    .where((eb) =>
      eb.or([eb('est_partagee', '=', true), eb('collectivite', '=', collectivite ?? '')]),
    )
    .orderBy('est_partagee', 'desc')
    .orderBy('champ')
    .orderBy('lue')
    .execute();
  const parLue = new Map(
    lignes.map(({ champ, lue, valeur }) => [`${champ}/${lue}`, { champ, lue, valeur }]),
  );
  return [...parLue.values()];
};

/** Retient des correspondances ; celle du service de l’EPCI sert à tout le territoire. */
export const apprendreCorrespondances = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  grille: string,
  collectivite: string,
  apprises: readonly Correspondance[],
): Promise<void> => {
  if (apprises.length === 0) return;
  const estPartagee = contexte.collectivite === undefined;
  await typer(transaction)
    .insertInto('correspondance')
    .values(
      apprises.map(({ champ, lue, valeur }) => ({
        territoire_id: contexte.territoireId,
        grille,
        champ,
        lue,
        collectivite,
        valeur,
        est_partagee: estPartagee,
        apprise_par: contexte.auteur,
      })),
    )
    .onConflict((conflit) =>
      conflit
        .columns(['territoire_id', 'grille', 'champ', 'lue', 'collectivite'])
        .doUpdateSet((eb) => ({
          valeur: eb.ref('excluded.valeur'),
          apprise_par: eb.ref('excluded.apprise_par'),
        })),
    )
    .execute();
};
