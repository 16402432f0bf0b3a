import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { lireCollectivites } from '../../../socle/territoire/index.server.ts';
import { type AgentDuSchema, moyensDuService } from '../donnees/effectifs.ts';
import { lireAgents } from '../donnees/lire-donnees.server.ts';
import { lireSchema } from '../schema.sql.server.ts';
import {
  construireFiche,
  type FicheTechnique,
  type MoyensDeLaFiche,
  personnesPubliques,
} from './fiche.ts';
import { type FicheLue, lireMoyensFiges, listerFiches, trouverFiche } from './fiches.sql.server.ts';
import { comparerMoyens, type EcartDeMoyens, limiterAuPerimetre, type Moyens } from './moyens.ts';

/** Les moyens que les données donnent aujourd’hui à une fiche. */
export const moyensActuels = (
  fiche: Pick<FicheLue, 'service' | 'perimetre'>,
  agents: readonly AgentDuSchema[],
  epci: string,
): Moyens =>
  limiterAuPerimetre(
    moyensDuService(agents, fiche.service),
    personnesPubliques(epci, fiche.perimetre),
  );

const moyensDe = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  fiche: FicheLue,
  actuels: () => Moyens,
): Promise<MoyensDeLaFiche> => {
  const { totauxFiges } = fiche;
  if (totauxFiges === null) return { ...actuels(), figesLe: null };
  const parCollectivite = await lireMoyensFiges(transaction, contexte, fiche.id);
  return { ...totauxFiges, parCollectivite };
};

const lireSirenDeLEpci = async <T>(transaction: Transaction<T>): Promise<string> =>
  (await lireCollectivites(transaction)).find(({ type }) => type === 'epci')?.siren ?? '';

/** Les fiches techniques du schéma en cours, par code, avec leurs moyens (vivants ou figés). */
export const lireFiches = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
): Promise<readonly FicheTechnique[]> => {
  const schema = await lireSchema(transaction, contexte);
  if (schema === null) return [];
  const lues = await listerFiches(transaction, contexte, schema.id);
  const epci = await lireSirenDeLEpci(transaction);
  const agents = lues.some(({ totauxFiges }) => totauxFiges === null)
    ? await lireAgents(transaction, contexte)
    : [];
  const fiches: FicheTechnique[] = [];
  for (const fiche of lues) {
    const moyens = await moyensDe(transaction, contexte, fiche, () =>
      moyensActuels(fiche, agents, epci),
    );
    fiches.push(construireFiche(fiche, moyens));
  }
  return fiches;
};

/** Une fiche technique, ou null si elle n’existe pas dans ce territoire. */
export const lireFiche = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
): Promise<FicheTechnique | null> =>
  (await lireFicheEtEcarts(transaction, contexte, id))?.fiche ?? null;

/** Une fiche, ce que les données disent aujourd’hui, et ce qui a changé depuis qu’elle est figée. */
export interface FicheEtEcarts {
  readonly fiche: FicheTechnique;
  readonly actuels: Moyens;
  readonly ecarts: readonly EcartDeMoyens[];
}

export const lireFicheEtEcarts = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
): Promise<FicheEtEcarts | null> => {
  const lue = await trouverFiche(transaction, contexte, id);
  if (lue === null) return null;
  const epci = await lireSirenDeLEpci(transaction);
  const actuels = moyensActuels(lue, await lireAgents(transaction, contexte), epci);
  const moyens = await moyensDe(transaction, contexte, lue, () => actuels);
  return {
    fiche: construireFiche(lue, moyens),
    actuels,
    ecarts: moyens.figesLe === null ? [] : comparerMoyens(moyens, actuels),
  };
};
