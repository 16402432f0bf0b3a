import type { NoeudExplique } from '../montants/explication.ts';
import {
  additionner,
  expliquerPourcentage,
  type MontantExplique,
  type NombreExplique,
} from '../montants/montant-explique.ts';
import { diviser, type Exact, exact, multiplier, totaliser } from '../montants/nombre-exact.ts';

/** Un rapport (1 = 100 %) et son explication. */
export interface RapportExplique {
  readonly rapport: Exact;
  readonly explication: NoeudExplique;
}

/** Avancement du schéma : Σ (poids × avancement) ÷ Σ poids ; null si les poids sont tous nuls. */
export const avancementPondere = (
  actions: readonly {
    readonly libelle: string;
    readonly poids: NombreExplique;
    /** De 0 à 100. */
    readonly avancement: NombreExplique;
  }[],
): RapportExplique | null => {
  const poids = totaliser(actions.map((action) => action.poids.exact));
  if (poids.n === 0n) return null;
  const faits = totaliser(
    actions.map((action) => multiplier(action.poids.exact, action.avancement.exact)),
  );
  const rapport = diviser(faits, multiplier(poids, exact(100n)));
  return {
    rapport,
    explication: expliquerPourcentage(rapport, 2, {
      libelle: 'Avancement du schéma',
      formule: 'Σ (poids × avancement) ÷ Σ poids',
      operandes: actions.flatMap((action) => [
        action.poids.explication,
        action.avancement.explication,
      ]),
    }),
  };
};

/**
 * Coefficient de mutualisation interne : rémunération des services fonctionnels de l’EPCI ÷ (EPCI +
 * communes). Indicateur local, pas un calcul de dotation. Null si personne n’est rémunéré.
 */
export const coefficientDeMutualisation = (
  epci: MontantExplique,
  communes: MontantExplique,
): RapportExplique | null => {
  const ensemble = additionner('Rémunération de l’EPCI et des communes', [epci, communes]);
  if (ensemble.centimes === 0n) return null;
  const rapport = exact(epci.centimes, ensemble.centimes);
  return {
    rapport,
    explication: expliquerPourcentage(rapport, 2, {
      libelle: 'Coefficient de mutualisation interne',
      formule: 'rémunération EPCI ÷ (EPCI + communes)',
      operandes: [epci.explication, ensemble.explication],
    }),
  };
};
