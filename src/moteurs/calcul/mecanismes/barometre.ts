import type { NoeudExplique } from '../montants/explication.ts';
import { expliquerPourcentage, type NombreExplique } from '../montants/montant-explique.ts';
import {
  comparer,
  diviser,
  ecrireArrondi,
  ecrireExact,
  exact,
  multiplier,
  totaliser,
} from '../montants/nombre-exact.ts';

export interface Reponses {
  readonly libelle: string;
  readonly nombre: NombreExplique;
  /** De 0 à 100 ; une réponse est favorable au-dessus de 50. */
  readonly points: NombreExplique;
}

export interface Barometre {
  /** Null sans effectif connu. */
  readonly participation: NoeudExplique | null;
  readonly favorables: NoeudExplique;
  readonly score: NoeudExplique;
}

const CINQUANTE = exact(50n);

/**
 * Baromètre : participation, part favorable, score sur 100. Null sous le seuil d’anonymat (ou sans
 * réponse) : rien n’est calculé, donc rien ne peut fuir, pas même par l’explication.
 */
export const lireBarometre = (demande: {
  readonly effectif: NombreExplique | null;
  readonly repondants: NombreExplique;
  readonly reponses: readonly Reponses[];
  readonly seuil: NombreExplique;
}): Barometre | null => {
  const { effectif, repondants, reponses, seuil } = demande;
  if (repondants.exact.n === 0n || comparer(repondants.exact, seuil.exact) < 0) return null;
  const favorables = reponses.filter(({ points }) => comparer(points.exact, CINQUANTE) > 0);
  const partFavorable = diviser(
    totaliser(favorables.map(({ nombre }) => nombre.exact)),
    repondants.exact,
  );
  const score = diviser(
    totaliser(reponses.map(({ nombre, points }) => multiplier(nombre.exact, points.exact))),
    repondants.exact,
  );
  return {
    participation:
      effectif === null || effectif.exact.n === 0n
        ? null
        : expliquerPourcentage(diviser(repondants.exact, effectif.exact), 1, {
            libelle: 'Taux de participation',
            formule: 'répondants ÷ effectif',
            operandes: [repondants.explication, effectif.explication],
          }),
    favorables: expliquerPourcentage(partFavorable, 1, {
      libelle: 'Part favorable',
      formule: 'réponses favorables ÷ répondants',
      operandes: [...favorables.map(({ nombre }) => nombre.explication), repondants.explication],
    }),
    score: {
      libelle: 'Score',
      valeur: ecrireArrondi(score, 1),
      unite: '/ 100',
      formule: 'Σ (réponses × points) ÷ répondants',
      article: null,
      operandes: [
        ...reponses.flatMap(({ nombre, points }) => [nombre.explication, points.explication]),
        repondants.explication,
      ],
      source: { type: 'calcul' },
      arrondi: { exact: ecrireExact(score, 4), regle: 'decimales', rang: null },
    },
  };
};
