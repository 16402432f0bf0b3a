import type { NoeudExplique } from '../montants/explication.ts';
import { montantCalcule } from '../montants/montant-explique.ts';
import type { Repartition } from './repartition.ts';
import type { Du } from './tarif-acte.ts';

/**
 * Service gratuit : rien n’est refacturé, mais chaque membre voit la valeur du service rendu (sa part
 * si le coût était réparti).
 */
export const rendreGratuit = (valorisation: Repartition, motif: string): readonly Du[] =>
  valorisation.parts.map(({ id, libelle, explication }) => {
    const operandes: readonly NoeudExplique[] = [explication];
    const montant = montantCalcule(0n, {
      libelle: `Refacturation à ${libelle}`,
      formule: `${motif} : rien n’est refacturé, la valeur est affichée`,
      operandes,
    });
    return { id, libelle, montant };
  });
