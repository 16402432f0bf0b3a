import { lireEffectifs } from '../../elaboration/etat-des-lieux/index.server.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { DocumentCompose } from '../../moteurs/document/index.ts';
import { type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { composerModele } from '../../referentiel/modeles/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import {
  type Convention,
  faitsRetenus,
  LIBELLES_DE_SENS,
  versionCourante,
} from '../conventions/index.ts';
import { lireAgentsDuService } from './agents.sql.server.ts';
import { type AgentDuService, autresParCategorie } from './agents.ts';
import { lireFicheDImpact } from './fiche-impact.sql.server.ts';
import { donneesDeLaFiche, type FicheDImpact, famillesDePostes } from './fiche-impact.ts';
import { conventionDuService } from './naitre.server.ts';
import type { ServiceCommun } from './service.ts';

/**
 * La version que porte le document et les avis qui la visent : ceux de la fiche figée si le texte est
 * resté le même ; sinon la version suivante, qu’aucun comité n’a encore lue.
 */
const situerVersion = (convention: Convention, fiche: FicheDImpact) => {
  const faits = faitsRetenus(convention);
  const figee = faits.findLast(({ type }) => type === 'fiche-impact');
  if (figee === undefined || JSON.stringify(figee.donnees.fiche) !== JSON.stringify(fiche)) {
    const figees = convention.evenements.filter(({ type }) => type === 'fiche-impact').length;
    return { version: String(figees + 1), avis: [] };
  }
  const noms = new Map(convention.parties.map(({ siren, nom }) => [siren, nom]));
  return {
    version: String(figee.donnees.version),
    avis: faits
      .filter(({ type, le }) => type === 'avis-cst' && le >= figee.le)
      .map(({ le, siren, donnees }) => ({
        instance: `Comité social territorial, ${noms.get(siren ?? '') ?? 'commun'}`,
        le,
        sens: LIBELLES_DE_SENS[String(donnees.sens)] ?? String(donnees.sens),
      })),
  };
};

const familles = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  agents: readonly AgentDuService[],
  participants: readonly string[],
) =>
  famillesDePostes(
    agents,
    autresParCategorie(await lireEffectifs(tx, contexte), agents, participants),
  );

/**
 * Compose la fiche d’impact d’un service, telle qu’elle est écrite aujourd’hui.
 * Refus : `fiche-absente`, `convention-absente`, ou ce qui manque au document (rubrique vide, famille de
 * moins de cinq agents…), avec l’endroit où l’écrire.
 */
export const composerFicheDImpact = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  service: ServiceCommun,
  aujourdhui: Jour,
): Promise<Resultat<DocumentCompose, readonly Refus[]>> => {
  const lue = await lireFicheDImpact(tx, contexte, service.id);
  if (lue === null)
    return refuser([
      { code: 'fiche-absente', message: 'Ce service n’a pas encore de fiche d’impact.' },
    ]);
  const convention = await conventionDuService(tx, contexte, service);
  if (convention === null)
    return refuser([
      {
        code: 'convention-absente',
        message: 'La fiche s’annexe à une convention : ce service n’en a pas encore.',
        article: 'CGCT, art. L. 5211-4-2',
      },
    ]);
  const { parties } = convention;
  const agents = await lireAgentsDuService(tx, contexte, service.id);
  const sirens = parties.map(({ siren }) => siren);
  const { version, avis } = situerVersion(convention, lue.fiche);
  const donnees = donneesDeLaFiche(lue.fiche, {
    service: service.nom,
    collectivite: parties.find(({ siren }) => siren === service.gestionnaire)?.nom ?? '',
    parties: parties.map(({ nom }) => nom),
    effet: versionCourante(convention).contenu.effetLe,
    version,
    familles: await familles(tx, contexte, agents, sirens),
    avis,
  });
  return composerModele('fiche-impact', donnees, { le: aujourdhui, version });
};
