import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Contexte } from '../../socle/base/index.server.ts';
import { type Adhesion, adhereLe, chevauche } from './service.ts';
import { lireServiceCommun, refus } from './services-communs.sql.server.ts';
import { typer } from './tables-de-services.sql.server.ts';

/**
 * Enregistre des adhésions. Refus : `adhesion-chevauche` (rien n’est écrit).
 */
export const enregistrerAdhesions = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  serviceId: string,
  adhesions: readonly Adhesion[],
): Promise<Resultat<null>> => {
  const tx = typer(transaction);
  await tx
    .selectFrom('service_commun')
    .select('id')
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', serviceId)
    .forUpdate()
    .execute();
  const service = await lireServiceCommun(transaction, contexte, serviceId);
  if (service === null) return refuser(refus('service-inconnu', 'Ce service commun n’existe pas.'));
  const retenues = [...service.adhesions];
  for (const adhesion of adhesions) {
    if (adhesion.sortie !== null && adhesion.sortie < adhesion.entree)
      return refuser(refus('dates-inversees', 'La sortie précède l’entrée : vérifiez les dates.'));
    if (chevauche(retenues, adhesion))
      return refuser(
        refus('adhesion-chevauche', 'Cette commune adhère déjà au service à cette date.'),
      );
    retenues.push(adhesion);
  }
  if (adhesions.length > 0)
    await tx
      .insertInto('adhesion')
      .values(
        adhesions.map((adhesion) => ({
          ...adhesion,
          territoire_id: contexte.territoireId,
          service_id: serviceId,
        })),
      )
      .execute();
  return accepter(null);
};

/** Date la sortie d’une commune. Refus : `pas-adherente`. */
export const enregistrerSortie = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  serviceId: string,
  { collectivite, sortie, acte }: { collectivite: string; sortie: Jour; acte: string },
): Promise<Resultat<null>> => {
  const service = await lireServiceCommun(transaction, contexte, serviceId);
  const enCours = service?.adhesions.find(
    (adhesion) =>
      adhesion.collectivite === collectivite &&
      adhesion.sortie === null &&
      adhereLe(adhesion, sortie),
  );
  if (enCours === undefined)
    return refuser(
      refus(
        'pas-adherente',
        'Cette commune n’adhère pas au service à cette date : vérifiez le jour.',
      ),
    );
  await typer(transaction)
    .updateTable('adhesion')
    .set({ sortie, acte: acte === '' ? enCours.acte : acte })
    .where('territoire_id', '=', contexte.territoireId)
    .where('service_id', '=', serviceId)
    .where('collectivite', '=', collectivite)
    .where('entree', '=', enCours.entree)
    .execute();
  return accepter(null);
};
