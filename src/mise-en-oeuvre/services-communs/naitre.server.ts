import { lireEffectifs } from '../../elaboration/etat-des-lieux/index.server.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import { creerConvention, lireConventions } from '../conventions/index.server.ts';
import {
  type Convention,
  conventionsEnVigueur,
  estEnVigueur,
  priseDEffet,
} from '../conventions/index.ts';
import { enregistrerAdhesions } from './adhesions.sql.server.ts';
import { enregistrerAgents } from './agents.sql.server.ts';
import { proposerAgents } from './agents.ts';
import { contenuInitial, type FicheDOrigine, partiesDe } from './contenu-initial.ts';
import { enregistrerFicheDImpact } from './fiche-impact.sql.server.ts';
import { preremplirFiche } from './fiche-impact.ts';
import { type ServiceCommun, statutLe } from './service.ts';
import {
  creerService,
  lireServiceCommun,
  rattacherConvention,
} from './services-communs.sql.server.ts';

export interface Naissance {
  readonly serviceId: string;
  readonly conventionId: string;
}

/**
 * Met en œuvre une fiche technique : le service, ses agents tirés des effectifs, sa fiche d’impact
 * préremplie et son projet de convention, dans la même transaction.
 * Refus : `fiche-deja-mise-en-oeuvre`, `perimetre-vide` (SC-01).
 */
export const naitreDeLaFiche = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  fiche: FicheDOrigine,
  aujourdhui: Jour,
): Promise<Resultat<Naissance>> => {
  const collectivites = await lireCollectivites(tx);
  const gestionnaire = collectivites.find(({ type }) => type === 'epci')?.siren ?? '';
  const parties = partiesDe(fiche.perimetre, collectivites);
  if (parties.length < 2)
    return refuser({
      code: 'perimetre-vide',
      message: 'La fiche ne nomme aucune commune : complétez son périmètre d’abord.',
      article: 'CGCT, art. L. 5211-4-2',
    });
  const cree = await creerService(
    tx,
    contexte,
    {
      service: fiche.service,
      nom: fiche.titre,
      ficheId: fiche.id,
      ficheCode: fiche.code,
      gestionnaire,
    },
    aujourdhui,
  );
  if (!cree.ok) return cree;
  const serviceId = cree.valeur;
  const agents = proposerAgents(await lireEffectifs(tx, contexte), {
    service: fiche.service,
    participants: fiche.perimetre,
    gestionnaire,
  });
  await enregistrerAgents(tx, contexte, serviceId, agents);
  const noms = new Map(collectivites.map(({ siren, nom }) => [siren, nom]));
  await enregistrerFicheDImpact(tx, contexte, serviceId, {
    fiche: preremplirFiche(agents, {
      gestionnaire,
      nommer: (siren) => noms.get(siren) ?? siren,
      redacteur: contexte.auteur,
    }),
    version: 0,
  });
  const conventionId = await creerConvention(
    tx,
    contexte,
    {
      sorte: 'service-commun',
      titre: fiche.titre,
      objetId: serviceId,
      contenu: contenuInitial(fiche, { gestionnaire, agents, collectivites, aujourdhui }),
      parties,
    },
    aujourdhui,
  );
  await rattacherConvention(tx, contexte, serviceId, conventionId);
  return accepter({ serviceId, conventionId });
};

type ServiceConventionne = Pick<ServiceCommun, 'id' | 'conventionId'>;

const conventionsDuService = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  service: ServiceConventionne,
): Promise<readonly Convention[]> =>
  (await lireConventions(tx, contexte)).filter(
    ({ objetId, id }) => objetId === service.id || id === service.conventionId,
  );

/** La dernière convention d’un service, signée ou non : celle qu’il suit, ou le dernier avenant. */
export const conventionDuService = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  service: ServiceConventionne,
): Promise<Convention | null> => (await conventionsDuService(tx, contexte, service)).at(-1) ?? null;

/** La convention d’un service qui produit ses effets ce jour-là, avenants compris ; ou null. */
export const conventionEnVigueur = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  service: ServiceConventionne,
  le: Jour,
): Promise<Convention | null> =>
  conventionsEnVigueur(await conventionsDuService(tx, contexte, service), le)[0] ?? null;

/** Les communes parties à la convention en vigueur qui n’ont pas encore d’adhésion enregistrée. */
export const adhesionsAOuvrir = (
  service: ServiceCommun,
  convention: Convention | null,
  aujourdhui: Jour,
): readonly string[] => {
  const effet = convention === null ? null : priseDEffet(convention);
  if (convention === null || effet === null || !estEnVigueur(convention, aujourdhui)) return [];
  return convention.parties.flatMap(({ qualite, siren }) =>
    qualite === 'commune' &&
    statutLe(service.adhesions, siren, aujourdhui).statut === 'non-adherent'
      ? [siren]
      : [],
  );
};

/** Ouvre les adhésions des communes signataires, à la date d’effet de la convention. */
export const ouvrirAdhesions = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  serviceId: string,
  aujourdhui: Jour,
): Promise<Resultat<null>> => {
  const service = await lireServiceCommun(tx, contexte, serviceId);
  const inconnu: Refus = { code: 'service-inconnu', message: 'Ce service commun n’existe pas.' };
  if (service === null) return refuser(inconnu);
  const convention = await conventionEnVigueur(tx, contexte, service, aujourdhui);
  const aOuvrir = adhesionsAOuvrir(service, convention, aujourdhui);
  const effet = convention === null ? null : priseDEffet(convention);
  if (effet === null || aOuvrir.length === 0)
    return refuser({
      code: 'rien-a-ouvrir',
      message:
        'Aucune adhésion n’attend : les communes adhèrent à la prise d’effet de la convention qu’elles ont signée.',
      article: 'CGCT, art. L. 5211-4-2',
    });
  return enregistrerAdhesions(
    tx,
    contexte,
    serviceId,
    aOuvrir.map((collectivite) => ({
      collectivite,
      entree: effet,
      sortie: null,
      acte: `Convention « ${convention?.titre ?? ''} »`,
    })),
  );
};
