import type { Transaction } from 'kysely';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Contexte } from '../../socle/base/index.server.ts';
import type { FicheDImpact } from './fiche-impact.ts';
import { refus } from './services-communs.sql.server.ts';
import { typer } from './tables-de-services.sql.server.ts';

export const lireFicheDImpact = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  serviceId: string,
): Promise<{ readonly fiche: FicheDImpact; readonly version: number } | null> => {
  const ligne = await typer(transaction)
    .selectFrom('fiche_impact')
    .select(['redaction', 'version'])
    .where('territoire_id', '=', territoireId)
    .where('service_id', '=', serviceId)
    .executeTakeFirst();
  return ligne === undefined ? null : { fiche: ligne.redaction, version: ligne.version };
};

/** La fiche a changé depuis qu’on l’a lue : le texte en ligne accompagne le refus. */
export interface FicheChangee extends Refus {
  readonly enLigne: FicheDImpact;
}

/** Écrit la fiche d’impact si personne ne l’a changée. Refus : `fiche-changee`. */
export const enregistrerFicheDImpact = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  serviceId: string,
  { fiche, version }: { fiche: FicheDImpact; version: number },
): Promise<Resultat<null, FicheChangee | Refus>> => {
  const tx = typer(transaction);
  const { territoireId } = contexte;
  if (version === 0) {
    await tx
      .insertInto('fiche_impact')
      .values({
        territoire_id: territoireId,
        service_id: serviceId,
        redaction: fiche,
        ecrite_par: contexte.auteur,
        version: 1,
      })
      .onConflict((conflit) => conflit.doNothing())
      .execute();
    return accepter(null);
  }
  const { numUpdatedRows } = await tx
    .updateTable('fiche_impact')
    .set({ redaction: fiche, ecrite_par: contexte.auteur, version: version + 1 })
    .where('territoire_id', '=', territoireId)
    .where('service_id', '=', serviceId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return accepter(null);
  const enLigne = await lireFicheDImpact(transaction, contexte, serviceId);
  const changee: Refus = refus(
    'fiche-changee',
    'Quelqu’un a modifié la fiche pendant que vous écriviez. Rien n’a été remplacé : comparez, puis enregistrez de nouveau.',
  );
  return refuser(enLigne === null ? changee : { ...changee, enLigne: enLigne.fiche });
};
