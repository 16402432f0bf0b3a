import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import { enregistrerRedaction } from '../conventions/index.server.ts';
import { versionCourante } from '../conventions/index.ts';
import { enregistrerAgents, lireAgentsDuService } from './agents.sql.server.ts';
import { dresserBilan, postesDuService } from './agents.ts';
import { conventionDuService } from './naitre.server.ts';
import { lireServiceCommun } from './services-communs.sql.server.ts';

/**
 * Reporte les agents retenus dans le projet de convention : nombre transféré, postes sans nom.
 * @param laisserAuxCommunes vrai : les agents des communes gardent leurs tâches de guichet
 */
export const reporterLesAgents = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  serviceId: string,
  { laisserAuxCommunes = false }: { readonly laisserAuxCommunes?: boolean } = {},
): Promise<Resultat<null>> => {
  const inconnu: Refus = { code: 'service-inconnu', message: 'Ce service commun n’existe pas.' };
  const service = await lireServiceCommun(tx, contexte, serviceId);
  if (service === null) return refuser(inconnu);
  const convention = await conventionDuService(tx, contexte, service);
  if (convention === null) return refuser(inconnu);
  const lus = await lireAgentsDuService(tx, contexte, serviceId);
  const agents = laisserAuxCommunes
    ? lus.map((agent) =>
        agent.collectivite === service.gestionnaire
          ? agent
          : { ...agent, situation: 'non-concerne' as const },
      )
    : lus;
  if (laisserAuxCommunes) await enregistrerAgents(tx, contexte, serviceId, agents);
  const noms = new Map(
    (await lireCollectivites(tx)).map(({ siren, nom }) => [siren, nom] as const),
  );
  const { contenu, revision } = versionCourante(convention);
  const reporte = await enregistrerRedaction(tx, contexte, convention.id, {
    contenu: {
      ...contenu,
      transferes: dresserBilan(agents).transferes.nombre,
      postes: postesDuService(agents, (siren) => noms.get(siren) ?? siren),
    },
    revision,
    motif: 'Agents reportés des effectifs',
  });
  return reporte.ok ? accepter(null) : reporte;
};
