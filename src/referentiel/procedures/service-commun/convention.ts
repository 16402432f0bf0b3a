import type { Jour } from '../../../moteurs/calendrier/index.ts';

/**
 * Place d’un signataire au regard de SC-01. `presume` : le territoire ne donne pas les SIREN de ses
 * communes, l’appartenance n’a pas pu être vérifiée.
 */
export type QualiteDeMembre = 'epci' | 'commune' | 'etablissement' | 'presume' | 'hors-champ';

export interface MembreDuService {
  /** SIREN, ou code INSEE si le territoire ne donne pas le SIREN. */
  readonly id: string;
  readonly nom: string;
  readonly qualite: QualiteDeMembre;
}

/** Un poste concerné, sans nom ; quotité en pour cent du temps de l’agent, null si elle n’est pas écrite. */
export interface AgentConcerne {
  readonly libelle: string;
  readonly quotite: number | null;
}

export interface AgentsConcernes {
  /** Nombre écrit dans la convention, ou longueur de la liste ; null s’il n’est pas écrit. */
  readonly nombre: number | null;
  readonly agents: readonly AgentConcerne[];
}

export interface MissionDuService {
  readonly nom: string;
  readonly autorite: 'maire' | 'president' | null;
  readonly competenceTransferee: boolean;
  readonly centreDeGestion: boolean;
}

export interface ConventionDeServiceCommun {
  readonly version: string | null;
  readonly membres: readonly MembreDuService[];
  readonly gestionnaire: string | null;
  /** Vrai si une délibération communautaire expresse et motivée choisit la commune gestionnaire. */
  readonly designationGestionnaire: boolean;
  readonly transferes: AgentsConcernes;
  readonly misADisposition: AgentsConcernes;
  readonly missions: readonly MissionDuService[];
  /** À qui la convention prévoit de déléguer la signature ; null si elle n’en dit rien. */
  readonly delegataire: string | null;
  readonly regimeFinancier: string | null;
  readonly imputationAc: boolean;
  /** Codes des clauses présentes. */
  readonly clauses: readonly string[];
  /** Codes des annexes ; null si la liste n’est pas donnée. */
  readonly annexes: readonly string[] | null;
  readonly dateEffet: Jour | null;
}

/** Champs attendus dans l’entrée, pour la documentation. */
export const CHAMPS_DE_LA_CONVENTION = [
  { nom: 'version', libelle: 'Version soumise aux conseils (texte)' },
  { nom: 'membres', libelle: 'Participants : SIREN, ou { siren, nom, qualite }' },
  { nom: 'gestionnaire', libelle: 'SIREN du gestionnaire (« epci » est compris)' },
  {
    nom: 'designationGestionnaire',
    libelle: 'true si une délibération communautaire motivée choisit la commune gestionnaire',
  },
  { nom: 'agentsTransferes', libelle: 'Nombre, ou liste de { libelle, quotite }' },
  { nom: 'agentsMisADisposition', libelle: 'Nombre, ou liste de { libelle, quotite } (en %)' },
  {
    nom: 'missions',
    libelle: 'Liste de { nom, autorite, competenceTransferee?, centreDeGestion? }',
  },
  {
    nom: 'autoriteFonctionnelle',
    libelle: 'Par mission : { "instruction": "maire" } ou liste de { mission, autorite }',
  },
  {
    nom: 'delegataire',
    libelle: 'Bénéficiaire d’une délégation de signature (« chef-de-service »)',
  },
  { nom: 'regimeFinancier', libelle: 'gratuit, acte, forfait, cle ou mixte' },
  { nom: 'imputationAC', libelle: 'true si le coût est imputé sur l’attribution de compensation' },
  {
    nom: 'clauses',
    libelle: 'Clauses présentes : duree, preavis, agents, biens, contrats, couts, regularisation…',
  },
  { nom: 'annexes', libelle: 'Annexes jointes : fiche-impact, accords (ou accords-neant)' },
  { nom: 'dateEffet', libelle: 'Date d’effet prévue (AAAA-MM-JJ)' },
] as const;
