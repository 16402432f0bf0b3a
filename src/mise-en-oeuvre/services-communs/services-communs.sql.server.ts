import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { ServiceCommun } from './service.ts';
import { type Tx, typer } from './tables-de-services.sql.server.ts';

export const refus = (code: string, message: string, article: string | null = null): Refus => ({
  code,
  message,
  article,
});

const lire = async (
  tx: Tx,
  { territoireId }: Contexte,
  id: string | null,
): Promise<readonly ServiceCommun[]> => {
  const lignes = await tx
    .selectFrom('service_commun')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .$if(id !== null, (requete) => requete.where('id', '=', id ?? ''))
    .orderBy('nom')
    .execute();
  const adhesions = Map.groupBy(
    await tx
      .selectFrom('adhesion')
      .select(['service_id', 'collectivite', 'entree', 'sortie', 'acte'])
      .where('territoire_id', '=', territoireId)
      .$if(id !== null, (requete) => requete.where('service_id', '=', id ?? ''))
      .orderBy('entree')
      .execute(),
    ({ service_id }) => service_id,
  );
  return lignes.map((ligne) => ({
    id: ligne.id,
    service: ligne.service,
    nom: ligne.nom,
    ficheId: ligne.fiche_id,
    ficheCode: ligne.fiche_code,
    gestionnaire: ligne.gestionnaire,
    conventionId: ligne.convention_id,
    ouvertAuxAdhesions: ligne.ouvert_aux_adhesions,
    creeLe: ligne.cree_le,
    adhesions: (adhesions.get(ligne.id) ?? []).map(({ collectivite, entree, sortie, acte }) => ({
      collectivite,
      entree,
      sortie,
      acte,
    })),
  }));
};

/** Les services communs du territoire, par nom, avec leurs adhésions. */
export const lireServicesCommuns = <T>(
  tx: Transaction<T>,
  contexte: Contexte,
): Promise<readonly ServiceCommun[]> => lire(typer(tx), contexte, null);

export const lireServiceCommun = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  id: string,
): Promise<ServiceCommun | null> => (await lire(typer(tx), contexte, id))[0] ?? null;

export interface ServiceACreer {
  readonly service: string;
  readonly nom: string;
  readonly ficheId: string | null;
  readonly ficheCode: string | null;
  readonly gestionnaire: string;
}

/** Crée un service commun. Refus : `fiche-deja-mise-en-oeuvre`. */
export const creerService = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  aCreer: ServiceACreer,
  aujourdhui: Jour,
): Promise<Resultat<string>> => {
  const tx = typer(transaction);
  const id = nouvelId();
  const cree = await tx
    .insertInto('service_commun')
    .values({
      territoire_id: contexte.territoireId,
      id,
      service: aCreer.service,
      nom: aCreer.nom,
      fiche_id: aCreer.ficheId,
      fiche_code: aCreer.ficheCode,
      gestionnaire: aCreer.gestionnaire,
      convention_id: null,
      ouvert_aux_adhesions: true,
      cree_le: aujourdhui,
      cree_par: contexte.auteur,
      version: 1,
    })
    .onConflict((conflit) => conflit.doNothing())
    .returning('id')
    .executeTakeFirst();
  return cree === undefined
    ? refuser(
        refus(
          'fiche-deja-mise-en-oeuvre',
          'Cette fiche a déjà donné naissance à un service commun.',
        ),
      )
    : accepter(id);
};

/** Rattache la convention qui règle le service. */
export const rattacherConvention = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  serviceId: string,
  conventionId: string,
): Promise<void> => {
  await typer(transaction)
    .updateTable('service_commun')
    .set((eb) => ({ convention_id: conventionId, version: eb('version', '+', 1) }))
    .where('territoire_id', '=', territoireId)
    .where('id', '=', serviceId)
    .execute();
};
