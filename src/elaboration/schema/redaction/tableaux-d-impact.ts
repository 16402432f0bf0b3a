import { ecrireMontant } from '../../../moteurs/calcul/index.ts';
import type { EffectifsDeCollectivite } from '../donnees/effectifs.ts';
import { ecrireEtp } from '../fiches/donnees-de-fiche.ts';
import type { FicheTechnique } from '../fiches/fiche.ts';

/** L’impact de toutes les actions sur une personne publique : effectifs (centièmes) et dépenses (centimes). */
export interface ImpactDuSchema {
  readonly collectivite: string;
  readonly etpAvant: number;
  readonly transferts: number;
  readonly creations: number;
  readonly suppressions: number;
  readonly etpApres: number;
  /** Charges de personnel des services concernés par une fiche. */
  readonly depensesAvant: bigint;
  readonly depensesApres: bigint;
  readonly attribution: bigint;
}

const entiers = (valeurs: readonly (number | null)[]): number =>
  valeurs.reduce<number>((total, valeur) => total + (valeur ?? 0), 0);
const centimes = (valeurs: readonly (bigint | null)[]): bigint =>
  valeurs.reduce<bigint>((total, valeur) => total + (valeur ?? 0n), 0n);

/**
 * Les deux volets d’impact qu’exige l’article L. 5211-39-1, sommés sur toutes les fiches : une ligne
 * par collectivité du territoire, à zéro pour celles qu’aucune action ne concerne.
 */
export const dresserImpacts = (
  fiches: readonly FicheTechnique[],
  effectifs: readonly EffectifsDeCollectivite[],
): readonly ImpactDuSchema[] =>
  effectifs.map(({ collectivite, etpCentiemes }) => {
    const impacts = fiches.flatMap(({ impactParPersonnePublique }) =>
      impactParPersonnePublique.filter((impact) => impact.collectivite === collectivite),
    );
    const transferts = entiers(impacts.map((impact) => impact.transfertsCentiemes));
    const creations = entiers(impacts.map((impact) => impact.creationsCentiemes));
    const suppressions = entiers(impacts.map((impact) => impact.suppressionsCentiemes));
    const depensesAvant = centimes(
      fiches.flatMap(({ moyens }) =>
        moyens.parCollectivite
          .filter((ligne) => ligne.collectivite === collectivite)
          .map(({ coutCentimes }) => coutCentimes),
      ),
    );
    return {
      collectivite,
      etpAvant: etpCentiemes,
      transferts,
      creations,
      suppressions,
      etpApres: etpCentiemes + transferts + creations - suppressions,
      depensesAvant,
      depensesApres: depensesAvant + centimes(impacts.map(({ coutCentimes }) => coutCentimes)),
      attribution: centimes(impacts.map(({ attributionCentimes }) => attributionCentimes)),
    };
  });

/** Les lignes du volet « effectifs » du modèle. */
export const lignesEffectifs = (
  impacts: readonly ImpactDuSchema[],
  nommer: (siren: string) => string,
) =>
  impacts.map((impact) => ({
    collectivite: nommer(impact.collectivite),
    etp_avant: ecrireEtp(impact.etpAvant),
    transferts: ecrireEtp(impact.transferts),
    creations: ecrireEtp(impact.creations),
    suppressions: ecrireEtp(impact.suppressions),
    etp_apres: ecrireEtp(impact.etpApres),
  }));

/** Les lignes du volet « dépenses » du modèle. */
export const lignesDepenses = (
  impacts: readonly ImpactDuSchema[],
  nommer: (siren: string) => string,
) =>
  impacts.map((impact) => ({
    collectivite: nommer(impact.collectivite),
    avant: ecrireMontant(impact.depensesAvant),
    apres: ecrireMontant(impact.depensesApres),
    attribution: ecrireMontant(impact.attribution),
  }));
