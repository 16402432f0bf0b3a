import { reprendre, type Scene } from '../scene.ts';
import { enCentiemes, type FichierADeposer, lireRangees } from './tableurs.ts';

/** Ce que disent les fichiers déposés, recompté sans rien demander à l’application. */
export interface Compte {
  readonly agents: number;
  readonly etpCentiemes: bigint;
  readonly coutCentimes: bigint;
  /** Par code de service : ETP et coût ventilés selon les parts, personnes qui y interviennent. */
  readonly parService: ReadonlyMap<
    string,
    { readonly agents: number; readonly etpCentiemes: bigint; readonly coutCentimes: bigint }
  >;
}

export const DEPOTS_GARDES = [
  'tence',
  'le-chambon',
  'saint-jeures',
  'chenereilles',
  'mazet',
  'communaute',
] as const;

/** La seule cellule changée à l’écran : le service illisible du Mazet. */
const corriger = (service: string): string => (service === 'à voir' ? 'ADS' : service);

type Agent = (colonne: string) => string | number | null;

const lireAgents = (fichier: FichierADeposer): readonly Agent[] => {
  const [entete = [], ...rangees] = lireRangees(fichier.buffer);
  const rangs = new Map(entete.map((titre, rang) => [String(titre), rang]));
  const lire =
    (rangee: (typeof rangees)[number]): Agent =>
    (colonne) =>
      rangee[rangs.get(colonne) ?? -1] ?? null;
  return rangees.map(lire).filter((agent) => /^\d{1,5}$/.test(String(agent('Matricule'))));
};

/** Recompte tous les fichiers déposés : agents, ETP, coûts, et leur ventilation par service. */
export const compterLesFichiers = (scene: Scene): Compte => {
  const parService = new Map<
    string,
    { agents: number; etpCentiemes: bigint; coutCentimes: bigint }
  >();
  const agents = DEPOTS_GARDES.flatMap((cle) =>
    lireAgents(reprendre<FichierADeposer>(scene, `depot:${cle}`)),
  );
  for (const agent of agents) {
    for (const rang of [1, 2, 3]) {
      const service = corriger(String(agent(`Service ${rang}`) ?? ''));
      if (service === '') continue;
      const part = BigInt(String(agent(`Part ${rang}`)));
      const avant = parService.get(service) ?? { agents: 0, etpCentiemes: 0n, coutCentimes: 0n };
      parService.set(service, {
        agents: avant.agents + 1,
        etpCentiemes: avant.etpCentiemes + (enCentiemes(agent('ETP')) * part) / 100n,
        coutCentimes: avant.coutCentimes + (enCentiemes(agent('Coût chargé annuel')) * part) / 100n,
      });
    }
  }
  const somme = (colonne: string) =>
    agents.reduce((cumul, agent) => cumul + enCentiemes(agent(colonne)), 0n);
  return {
    agents: agents.length,
    etpCentiemes: somme('ETP'),
    coutCentimes: somme('Coût chargé annuel'),
    parService,
  };
};
