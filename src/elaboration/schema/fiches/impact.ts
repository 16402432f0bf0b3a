import type { Refus } from '../../../moteurs/resultat/index.ts';
import type { FormeDeMutualisation } from '../../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { REGIMES } from './formes.ts';
import type { Moyens } from './moyens.ts';

export const ARTICLE_IMPACT = 'CGCT, art. L. 5211-39-1';

/**
 * L’impact prévisionnel d’une action sur une personne publique (CGCT, art. L. 5211-39-1) : zéro est
 * une valeur, null (rien d’écrit) n’en est pas une.
 */
export interface ImpactPrevisionnel {
  /** SIREN. */
  readonly collectivite: string;
  /** ETP reçus (positif) ou cédés (négatif), en centièmes. */
  readonly transfertsCentiemes: number | null;
  readonly creationsCentiemes: number | null;
  readonly suppressionsCentiemes: number | null;
  /** Variation annuelle des dépenses de fonctionnement, en centimes (négatif : économie). */
  readonly coutCentimes: bigint | null;
  /** Effet annuel sur l’attribution de compensation, en centimes. */
  readonly attributionCentimes: bigint | null;
}

/** L’impact tel que les autres pièces le lisent. */
export interface ImpactParPersonnePublique extends ImpactPrevisionnel {
  /** Variation des effectifs : transferts + créations − suppressions ; null si l’une manque. */
  readonly etpCentiemes: number | null;
}

export const etpDeLImpact = (impact: ImpactPrevisionnel): number | null => {
  const { transfertsCentiemes, creationsCentiemes, suppressionsCentiemes } = impact;
  return transfertsCentiemes === null ||
    creationsCentiemes === null ||
    suppressionsCentiemes === null
    ? null
    : transfertsCentiemes + creationsCentiemes - suppressionsCentiemes;
};

const aSesEffectifs = (impact: ImpactPrevisionnel | undefined): boolean =>
  impact !== undefined && etpDeLImpact(impact) !== null;
const aSesDepenses = (impact: ImpactPrevisionnel | undefined): boolean =>
  impact !== undefined && impact.coutCentimes !== null && impact.attributionCentimes !== null;

/** Les personnes publiques sans impact écrit, pour chacun des deux volets qu’exige SCH-04. */
export const impactsManquants = (
  impacts: readonly ImpactPrevisionnel[],
  personnes: readonly string[],
): { readonly effectifs: readonly string[]; readonly depenses: readonly string[] } => {
  const ecrits = new Map(impacts.map((impact) => [impact.collectivite, impact]));
  return {
    effectifs: personnes.filter((siren) => !aSesEffectifs(ecrits.get(siren))),
    depenses: personnes.filter((siren) => !aSesDepenses(ecrits.get(siren))),
  };
};

/**
 * Ce qui interdit de déclarer l’impact complet : une personne publique sans valeur, ou des
 * transferts qui ne s’équilibrent pas (un ETP cédé est un ETP reçu).
 * @param nommer le nom d’une collectivité, par son SIREN
 */
export const controlerImpact = (
  impacts: readonly ImpactPrevisionnel[],
  personnes: readonly string[],
  nommer: (siren: string) => string,
): readonly Refus[] => {
  const manquants = impactsManquants(impacts, personnes);
  const refus = (message: string): Refus => ({ code: 'SCH-04', message, article: ARTICLE_IMPACT });
  const lister = (sirens: readonly string[]) => sirens.map(nommer).join(', ');
  const solde = impacts
    .filter(({ collectivite }) => personnes.includes(collectivite))
    .reduce((total, { transfertsCentiemes }) => total + (transfertsCentiemes ?? 0), 0);
  return [
    ...(manquants.effectifs.length === 0
      ? []
      : [
          refus(
            `Écrivez l’impact sur les effectifs (zéro est admis) de : ${lister(manquants.effectifs)}.`,
          ),
        ]),
    ...(manquants.depenses.length === 0
      ? []
      : [
          refus(
            `Écrivez l’impact sur les dépenses de fonctionnement (zéro est admis) de : ${lister(manquants.depenses)}.`,
          ),
        ]),
    ...(manquants.effectifs.length > 0 || solde === 0
      ? []
      : [
          refus(
            `Les transferts d’ETP ne s’équilibrent pas (solde ${(solde / 100).toFixed(2).replace('.', ',')}) : ce que les communes cèdent doit être reçu.`,
          ),
        ]),
  ];
};

/**
 * L’impact que les données proposent : quand la forme change l’employeur, les agents entièrement
 * affectés au service passent, avec leur coût, à l’intercommunalité. La pilote corrige ensuite.
 */
export const proposerImpact = (
  forme: FormeDeMutualisation,
  moyens: Moyens,
  epci: string,
  membres: readonly string[],
): readonly ImpactPrevisionnel[] => {
  const actuels = new Map(moyens.parCollectivite.map((ligne) => [ligne.collectivite, ligne]));
  const { transfereLesAgents } = REGIMES[forme];
  const cedes = membres
    .filter((siren) => siren !== epci)
    .map((collectivite) => {
      const ligne = transfereLesAgents ? actuels.get(collectivite) : undefined;
      return {
        collectivite,
        etp: ligne?.etpEntierCentiemes ?? 0,
        cout: ligne?.coutEntierCentimes ?? 0n,
      };
    });
  const ecrire = (collectivite: string, etp: number, cout: bigint): ImpactPrevisionnel => ({
    collectivite,
    transfertsCentiemes: etp,
    creationsCentiemes: 0,
    suppressionsCentiemes: 0,
    coutCentimes: cout,
    attributionCentimes: 0n,
  });
  const etpRecus = cedes.reduce((total, { etp }) => total + etp, 0);
  const coutRecu = cedes.reduce((total, { cout }) => total + cout, 0n);
  return [
    ecrire(epci, etpRecus, coutRecu),
    ...cedes.map(({ collectivite, etp, cout }) =>
      ecrire(collectivite, etp === 0 ? 0 : -etp, -cout),
    ),
  ];
};
