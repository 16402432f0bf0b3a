import {
  type Brut,
  estObjet,
  type Lecture,
  lireTexte,
  normaliser,
} from '../../../moteurs/procedure/index.ts';
import { nommerLesCles } from './cles-de-convention.ts';
import type { AgentConcerne, AgentsConcernes } from './convention.ts';

const AUCUN: AgentsConcernes = { nombre: null, agents: [] };

const lireNombre = (valeur: unknown): number =>
  typeof valeur === 'number'
    ? valeur
    : Number((lireTexte(valeur) ?? 'absent').replace('%', '').replace(',', '.').trim());

/** Pour cent ; une fraction de 0 à 1 est comprise (0,5 = 50 %). */
const lireQuotite = (valeur: unknown, chemin: string, lecture: Lecture): number | null => {
  if (valeur === undefined || valeur === null || valeur === '') return null;
  const quotite = lireNombre(valeur);
  if (quotite > 0 && quotite <= 100) return quotite <= 1 ? quotite * 100 : quotite;
  const message = `Quotité illisible : ${JSON.stringify(valeur)}. Donner un pourcentage entre 0 et 100.`;
  lecture.refuser('valeur-inconnue', message, chemin);
  return null;
};

const lireAgent = (
  brut: unknown,
  rang: number,
  chemin: string,
  lecture: Lecture,
): AgentConcerne | undefined => {
  const ou = `${chemin}[${rang}]`;
  if (typeof brut === 'number') {
    return { libelle: `agent ${rang + 1}`, quotite: lireQuotite(brut, ou, lecture) };
  }
  if (!estObjet(brut)) {
    const message = 'Décrire l’agent par un objet { libelle, quotite }, sans nom.';
    return lecture.refuser('entree-illisible', message, ou);
  }
  return {
    libelle: lireTexte(brut.libelle) ?? lireTexte(brut.poste) ?? `agent ${rang + 1}`,
    quotite: lireQuotite(brut.quotite, `${ou}.quotite`, lecture),
  };
};

const lireAgents = (brut: unknown, chemin: string, lecture: Lecture): AgentsConcernes => {
  if (brut === undefined || brut === null) return AUCUN;
  if (typeof brut === 'number' && Number.isInteger(brut) && brut >= 0) {
    return { nombre: brut, agents: [] };
  }
  if (estObjet(brut) && brut.nombre !== undefined) {
    const { nombre } = lireAgents(brut.nombre, `${chemin}.nombre`, lecture);
    return { ...lireAgents(brut.agents ?? brut.liste, `${chemin}.agents`, lecture), nombre };
  }
  if (!Array.isArray(brut)) {
    const message = 'Donner le nombre d’agents, ou leur liste { libelle, quotite }.';
    lecture.refuser('valeur-inconnue', message, chemin);
    return AUCUN;
  }
  const agents = brut.flatMap((un: unknown, rang) => lireAgent(un, rang, chemin, lecture) ?? []);
  return { nombre: brut.length, agents };
};

const TEMPS_COMPLET = 100;

/** Situation dite par la ligne ; sinon la quotité décide (SC-07 : à temps complet, on est transféré). */
const estTransfere = (agent: unknown): boolean => {
  if (!estObjet(agent)) return false;
  if (typeof agent.transfere === 'boolean') return agent.transfere;
  const dite = lireTexte(agent.situation) ?? lireTexte(agent.mode) ?? lireTexte(agent.statut);
  if (dite !== undefined) return normaliser(dite).startsWith('transf');
  const quotite = lireNombre(agent.quotite);
  return quotite === 1 || quotite === TEMPS_COMPLET;
};

export interface AgentsDeLaConvention {
  readonly transferes: AgentsConcernes;
  readonly misADisposition: AgentsConcernes;
}

/**
 * Agents transférés et mis à disposition : deux clés, un objet `agents` à deux listes, ou une seule
 * liste `agents` dont chaque ligne dit sa `situation` (transfere, mis-a-disposition), ou sa quotité.
 */
export const lireAgentsDeLaConvention = (
  convention: Brut,
  chemin: string,
  lecture: Lecture,
): AgentsDeLaConvention => {
  const { agents } = convention;
  const ou = `${chemin}.agents`;
  if (Array.isArray(agents)) {
    const [transferes, autres] = [
      agents.filter(estTransfere),
      agents.filter((un) => !estTransfere(un)),
    ];
    return {
      transferes: lireAgents(transferes, ou, lecture),
      misADisposition: lireAgents(autres, ou, lecture),
    };
  }
  const groupes: Brut = estObjet(agents) ? nommerLesCles(agents) : {};
  return {
    transferes: lireAgents(
      convention.agentsTransferes ?? groupes.agentsTransferes,
      `${chemin}.agentsTransferes`,
      lecture,
    ),
    misADisposition: lireAgents(
      convention.agentsMisADisposition ?? groupes.agentsMisADisposition,
      `${chemin}.agentsMisADisposition`,
      lecture,
    ),
  };
};
