import { enEuros } from '../montants/centimes.ts';
import {
  additionner,
  type MontantExplique,
  montantArrondi,
  type NombreExplique,
  soustraire,
} from '../montants/montant-explique.ts';
import { ajouter, multiplier, puissance, UN } from '../montants/nombre-exact.ts';

export interface AnneeDEconomies {
  /** 1 pour N+1. */
  readonly rang: number;
  readonly sansMutualisation: MontantExplique;
  readonly constate: MontantExplique;
  readonly gain: MontantExplique;
  /** Gains cumulés moins la mise en place. */
  readonly cumul: MontantExplique;
}

export interface Economies {
  readonly avant: MontantExplique;
  readonly annees: readonly AnneeDEconomies[];
  /** Première année où le cumul n’est plus négatif. */
  readonly anneeDeRetour: number | null;
}

/**
 * Avant / après : le coût évité est un contrefactuel (coût d’avant × (1 + évolution)^k, évolution
 * choisie et affichée) ; gain = contrefactuel − constaté ; cumul net de la mise en place.
 */
export const mesurerEconomies = (demande: {
  readonly coutsAvant: readonly MontantExplique[];
  readonly miseEnPlace: MontantExplique;
  readonly evolution: NombreExplique;
  readonly constates: readonly MontantExplique[];
}): Economies => {
  const { coutsAvant, miseEnPlace, evolution, constates } = demande;
  const avant = additionner('Coût avant mutualisation', coutsAvant);
  const hausse = ajouter(UN, evolution.exact);
  const gains: MontantExplique[] = [];
  const annees = constates.map((constate, place): AnneeDEconomies => {
    const rang = place + 1;
    const sansMutualisation = montantArrondi(
      multiplier(enEuros(avant.centimes), puissance(hausse, rang)),
      {
        libelle: `Coût sans mutualisation en N+${rang}`,
        formule: `coût avant × (1 + évolution de référence)^${rang}`,
        operandes: [avant.explication, evolution.explication],
      },
    );
    const gain = soustraire(`Gain de N+${rang}`, sansMutualisation, [constate]);
    gains.push(gain);
    const cumul = soustraire(
      `Gain cumulé net de la mise en place en N+${rang}`,
      additionner(`Gains cumulés jusqu’à N+${rang}`, [...gains]),
      [miseEnPlace],
    );
    return { rang, sansMutualisation, constate, gain, cumul };
  });
  const anneeDeRetour = annees.find(({ cumul }) => cumul.centimes >= 0n)?.rang ?? null;
  return { avant, annees, anneeDeRetour };
};
