import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { Releve, ReleveAInscrire } from './indicateurs.ts';

interface TablesReleves {
  releve_indicateur: {
    territoire_id: string;
    id: string;
    action_id: string;
    indicateur: string;
    le: Jour;
    /** `numeric` : écrit et relu en texte. */
    valeur: string;
    commentaire: string;
    saisi_par: string;
  };
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesReleves>;

/** Les relevés du territoire, ou d’une action. */
export const lireReleves = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  actionId?: string,
): Promise<readonly Releve[]> => {
  const lignes = await typer(transaction)
    .selectFrom('releve_indicateur')
    .select(['id', 'action_id as actionId', 'indicateur', 'le', 'valeur', 'commentaire'])
    .where('territoire_id', '=', territoireId)
    .$if(actionId !== undefined, (requete) => requete.where('action_id', '=', actionId ?? ''))
    .orderBy('le')
    .execute();
  return lignes.map((ligne) => ({ ...ligne, valeur: Number(ligne.valeur) }));
};

/** Inscrit un relevé ; un second relevé du même indicateur, le même jour, remplace le premier. */
export const inscrireReleve = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  actionId: string,
  releve: ReleveAInscrire,
): Promise<void> => {
  await typer(transaction)
    .insertInto('releve_indicateur')
    .values({
      territoire_id: territoireId,
      id: nouvelId(),
      action_id: actionId,
      indicateur: releve.indicateur,
      le: releve.le,
      valeur: String(releve.valeur),
      commentaire: releve.commentaire,
      saisi_par: auteur,
    })
    .onConflict((conflit) =>
      conflit.columns(['territoire_id', 'action_id', 'indicateur', 'le']).doUpdateSet((eb) => ({
        valeur: eb.ref('excluded.valeur'),
        commentaire: eb.ref('excluded.commentaire'),
        saisi_par: eb.ref('excluded.saisi_par'),
      })),
    )
    .execute();
};
