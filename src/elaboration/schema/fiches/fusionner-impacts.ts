import type { ImpactPrevisionnel } from './impact.ts';

type ChampDImpact = Exclude<keyof ImpactPrevisionnel, 'collectivite'>;

const CHAMPS = [
  'transfertsCentiemes',
  'creationsCentiemes',
  'suppressionsCentiemes',
  'coutCentimes',
  'attributionCentimes',
] as const satisfies readonly ChampDImpact[];

/** Une valeur que deux personnes ont changée différemment. */
export interface ConflitDImpact {
  readonly collectivite: string;
  readonly champ: ChampDImpact;
}

export interface FusionDImpacts {
  /** En cas de conflit, la valeur envoyée. */
  readonly impacts: readonly ImpactPrevisionnel[];
  readonly conflits: readonly ConflitDImpact[];
  /** SIREN des personnes publiques dont une valeur vient de l’autre personne. */
  readonly reprises: readonly string[];
}

const RIEN: Omit<ImpactPrevisionnel, 'collectivite'> = {
  transfertsCentiemes: null,
  creationsCentiemes: null,
  suppressionsCentiemes: null,
  coutCentimes: null,
  attributionCentimes: null,
};

const ranger = (impacts: readonly ImpactPrevisionnel[]) =>
  new Map(impacts.map((impact) => [impact.collectivite, impact]));

/**
 * Comparaison à trois voies, valeur par valeur : ce que la page montrait, ce qui est en ligne, ce qu’on
 * envoie. Chacun sa commune : tout est gardé. La même case, différemment : un conflit. Une personne
 * publique ajoutée entre-temps, que la page ne montrait pas, garde ce qui est en ligne.
 */
export const fusionnerImpacts = (
  lus: readonly ImpactPrevisionnel[],
  enLigne: readonly ImpactPrevisionnel[],
  votre: readonly ImpactPrevisionnel[],
): FusionDImpacts => {
  const [parLu, parEnLigne] = [ranger(lus), ranger(enLigne)];
  const conflits: ConflitDImpact[] = [];
  const reprises = new Set<string>();
  const impacts = votre.map((envoye) => {
    const { collectivite } = envoye;
    const lu = parLu.get(collectivite) ?? { collectivite, ...RIEN };
    const ecrit = parEnLigne.get(collectivite) ?? lu;
    const garderEnLigne = CHAMPS.filter((champ) => {
      if (ecrit[champ] === envoye[champ] || ecrit[champ] === lu[champ]) return false;
      if (envoye[champ] === lu[champ]) return true;
      conflits.push({ collectivite, champ });
      return false;
    });
    if (garderEnLigne.length > 0) reprises.add(collectivite);
    return {
      ...envoye,
      ...Object.fromEntries(garderEnLigne.map((champ) => [champ, ecrit[champ]])),
    };
  });
  return { impacts, conflits, reprises: [...reprises] };
};
