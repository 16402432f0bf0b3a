/** Ce que la grille RH dit d’un agent, sous son matricule. */
export interface AgentLu {
  readonly collectivite: string;
  readonly matricule: string;
  readonly metier: string;
  readonly categorie: string;
  readonly etpCentiemes: number;
  readonly coutCentimes: bigint;
  readonly affectations: readonly { readonly service: string; readonly part: number }[];
  readonly source: object;
}

export const SITUATIONS = {
  transfert: 'Transféré de plein droit (toutes ses fonctions sont dans le service)',
  'mise-a-disposition': 'Mis à disposition de plein droit, pour sa quotité',
  'du-gestionnaire': 'Déjà agent du gestionnaire',
  'non-concerne': 'Non concerné : ses tâches restent à la commune',
} as const;
export type SituationDAgent = keyof typeof SITUATIONS;
export const estSituation = (texte: string): texte is SituationDAgent =>
  Object.hasOwn(SITUATIONS, texte);

export interface AgentDuService {
  readonly collectivite: string;
  readonly matricule: string;
  readonly metier: string;
  readonly categorie: string;
  readonly situation: SituationDAgent;
  /** Pour cent du temps de l’agent consacré au service. */
  readonly quotite: number;
  /** Centièmes d’ETP consacrés au service. */
  readonly etpCentiemes: number;
  /** Coût chargé annuel de l’agent, toutes tâches comprises. */
  readonly coutCentimes: bigint;
  readonly source: object;
}

/**
 * Ce que la loi fait de chaque agent (CGCT, art. L. 5211-4-2) : à 100 % dans le service, transfert ;
 * à temps partagé, mise à disposition ; déjà chez le gestionnaire, sans changement.
 */
export const situationDeDroit = (
  collectivite: string,
  quotite: number,
  gestionnaire: string,
): SituationDAgent => {
  if (collectivite === gestionnaire) return 'du-gestionnaire';
  return quotite >= 100 ? 'transfert' : 'mise-a-disposition';
};

/** Les agents des participants qui travaillent au service, avec la situation que la loi leur donne. */
export const proposerAgents = (
  agents: readonly AgentLu[],
  {
    service,
    participants,
    gestionnaire,
  }: { service: string; participants: readonly string[]; gestionnaire: string },
): readonly AgentDuService[] => {
  const admis = new Set([...participants, gestionnaire]);
  return agents.flatMap((agent) => {
    const part = agent.affectations
      .filter((affectation) => affectation.service === service)
      .reduce((somme, affectation) => somme + affectation.part, 0);
    if (part <= 0 || !admis.has(agent.collectivite)) return [];
    const { collectivite, matricule, metier, categorie, coutCentimes, source } = agent;
    return {
      collectivite,
      matricule,
      metier,
      categorie,
      situation: situationDeDroit(collectivite, part, gestionnaire),
      quotite: part,
      etpCentiemes: Math.round((agent.etpCentiemes * part) / 100),
      coutCentimes,
      source,
    };
  });
};

/** Une situation que le droit n’admet pas, dite à l’écran. */
export const defautDeSituation = ({
  situation,
  quotite,
}: Pick<AgentDuService, 'situation' | 'quotite'>): string | null => {
  if (situation === 'transfert' && quotite < 100)
    return 'À temps partagé, l’agent est mis à disposition et non transféré (SC-08).';
  if (situation === 'mise-a-disposition' && quotite >= 100)
    return 'À 100 % dans le service, l’agent est transféré de plein droit (SC-07).';
  return null;
};

const somme = (agents: readonly AgentDuService[]): number =>
  agents.reduce((total, { etpCentiemes }) => total + etpCentiemes, 0);

export interface BilanDesAgents {
  readonly transferes: { readonly nombre: number; readonly etpCentiemes: number };
  readonly misADisposition: { readonly nombre: number; readonly etpCentiemes: number };
  readonly duGestionnaire: { readonly nombre: number; readonly etpCentiemes: number };
  readonly nonConcernes: number;
}

export const dresserBilan = (agents: readonly AgentDuService[]): BilanDesAgents => {
  const de = (situation: SituationDAgent) => {
    const siens = agents.filter((agent) => agent.situation === situation);
    return { nombre: siens.length, etpCentiemes: somme(siens) };
  };
  return {
    transferes: de('transfert'),
    misADisposition: de('mise-a-disposition'),
    duGestionnaire: de('du-gestionnaire'),
    nonConcernes: de('non-concerne').nombre,
  };
};

/** Les postes du service, sans nom ni matricule, tels que la convention les annexe. */
export const postesDuService = (
  agents: readonly AgentDuService[],
  nommer: (siren: string) => string,
) =>
  agents.flatMap(({ situation, metier, categorie, collectivite, quotite, etpCentiemes }) =>
    situation === 'non-concerne'
      ? []
      : [
          {
            intitule: metier,
            categorie: `Catégorie ${categorie}`,
            origine: nommer(collectivite),
            situation: situation === 'du-gestionnaire' ? ('recrutement' as const) : situation,
            quotite,
            etpCentiemes,
          },
        ],
  );

/** Les agents des participants qui ne travaillent pas au service, comptés par catégorie. */
export const autresParCategorie = (
  effectifs: readonly Pick<AgentLu, 'collectivite' | 'matricule' | 'categorie'>[],
  agents: readonly Pick<AgentDuService, 'collectivite' | 'matricule'>[],
  participants: readonly string[],
): ReadonlyMap<string, number> => {
  const cle = ({ collectivite, matricule }: Pick<AgentLu, 'collectivite' | 'matricule'>) =>
    `${collectivite} ${matricule}`;
  const duService = new Set(agents.map(cle));
  const admis = new Set(participants);
  const autres = new Map<string, number>();
  for (const agent of effectifs) {
    if (!admis.has(agent.collectivite) || duService.has(cle(agent))) continue;
    autres.set(agent.categorie, (autres.get(agent.categorie) ?? 0) + 1);
  }
  return autres;
};
