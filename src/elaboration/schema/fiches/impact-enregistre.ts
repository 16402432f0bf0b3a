import type { ImpactPrevisionnel } from './impact.ts';

/** L’impact tel que la base le garde : les centimes sont des chaînes (JSON ignore les grands entiers). */
export interface ImpactEnregistre
  extends Omit<ImpactPrevisionnel, 'coutCentimes' | 'attributionCentimes'> {
  readonly coutCentimes: string | null;
  readonly attributionCentimes: string | null;
}

const ecrire = (centimes: bigint | null): string | null =>
  centimes === null ? null : String(centimes);
const lire = (texte: string | null): bigint | null => (texte === null ? null : BigInt(texte));

export const ecrireImpacts = (
  impacts: readonly ImpactPrevisionnel[],
): readonly ImpactEnregistre[] =>
  impacts.map((impact) => ({
    collectivite: impact.collectivite,
    transfertsCentiemes: impact.transfertsCentiemes,
    creationsCentiemes: impact.creationsCentiemes,
    suppressionsCentiemes: impact.suppressionsCentiemes,
    coutCentimes: ecrire(impact.coutCentimes),
    attributionCentimes: ecrire(impact.attributionCentimes),
  }));

export const lireImpacts = (
  enregistres: readonly ImpactEnregistre[],
): readonly ImpactPrevisionnel[] =>
  enregistres.map((impact) => ({
    ...impact,
    coutCentimes: lire(impact.coutCentimes),
    attributionCentimes: lire(impact.attributionCentimes),
  }));
