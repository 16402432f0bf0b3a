import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { AgentDuService, SituationDAgent } from './agents.ts';
import type { FicheDImpact } from './fiche-impact.ts';
import { type Adhesion, adhereLe, chevauche, type ServiceCommun } from './service.ts';

interface TablesServices {
  service_commun: {
    territoire_id: string;
    id: string;
    service: string;
    nom: string;
    fiche_id: string | null;
    fiche_code: string | null;
    gestionnaire: string;
    convention_id: string | null;
    ouvert_aux_adhesions: boolean;
    cree_le: Jour;
    cree_par: string;
    version: number;
  };
  adhesion: {
    territoire_id: string;
    service_id: string;
    collectivite: string;
    entree: Jour;
    sortie: Jour | null;
    acte: string;
  };
  agent_du_service: {
    territoire_id: string;
    service_id: string;
    collectivite: string;
    matricule: string;
    metier: string;
    categorie: string;
    situation: SituationDAgent;
    quotite: number;
    etp_centiemes: number;
    cout_centimes: bigint;
    source: object;
  };
  fiche_impact: {
    territoire_id: string;
    service_id: string;
    redaction: FicheDImpact;
    ecrite_par: string;
    version: number;
  };
}
type Tx = Transaction<TablesServices>;
const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;

const refus = (code: string, message: string, article: string | null = null): Refus => ({
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

/** Les agents du service ; une commune ne voit que les siens. */
export const lireAgentsDuService = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  serviceId: string,
): Promise<readonly AgentDuService[]> =>
  (
    await typer(transaction)
      .selectFrom('agent_du_service')
      .selectAll()
      .where('territoire_id', '=', territoireId)
      .where('service_id', '=', serviceId)
      .orderBy('situation')
      .orderBy('collectivite')
      .orderBy('matricule')
      .execute()
  ).map(({ territoire_id: _t, service_id: _s, etp_centiemes, cout_centimes, ...agent }) => ({
    ...agent,
    etpCentiemes: etp_centiemes,
    coutCentimes: cout_centimes,
  }));

/** Remplace les agents du service. */
export const enregistrerAgents = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  serviceId: string,
  agents: readonly AgentDuService[],
): Promise<void> => {
  const tx = typer(transaction);
  await tx
    .deleteFrom('agent_du_service')
    .where('territoire_id', '=', territoireId)
    .where('service_id', '=', serviceId)
    .execute();
  if (agents.length === 0) return;
  await tx
    .insertInto('agent_du_service')
    .values(
      agents.map(({ etpCentiemes, coutCentimes, ...agent }) => ({
        ...agent,
        territoire_id: territoireId,
        service_id: serviceId,
        etp_centiemes: etpCentiemes,
        cout_centimes: coutCentimes,
      })),
    )
    .execute();
};

/** Change la situation d’un agent. */
export const changerSituation = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  serviceId: string,
  agent: Pick<AgentDuService, 'collectivite' | 'matricule' | 'situation'>,
): Promise<void> => {
  await typer(transaction)
    .updateTable('agent_du_service')
    .set({ situation: agent.situation })
    .where('territoire_id', '=', territoireId)
    .where('service_id', '=', serviceId)
    .where('collectivite', '=', agent.collectivite)
    .where('matricule', '=', agent.matricule)
    .where('situation', '!=', agent.situation)
    .execute();
};

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
