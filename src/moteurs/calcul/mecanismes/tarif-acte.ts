import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { enEuros } from '../montants/centimes.ts';
import type { NoeudExplique } from '../montants/explication.ts';
import {
  additionner,
  expliquerPourcentage,
  type MontantExplique,
  montantArrondi,
} from '../montants/montant-explique.ts';
import { type Exact, exact, multiplier } from '../montants/nombre-exact.ts';
import { type ActesDeMembre, refuserActesInconnus } from './equivalents-actes.ts';

/** Ce qui est dû par un membre. */
export interface Du {
  readonly id: string;
  readonly libelle: string;
  readonly montant: MontantExplique;
}

export interface FacturesAuTarif {
  readonly factures: readonly Du[];
  readonly total: MontantExplique;
}

/**
 * Mode TARIF : prix unitaire × quantité, chaque ligne arrondie au centime. La somme des factures
 * n’est pas contrainte par le coût : voir `tauxDeCouverture`.
 */
export const facturerAuTarif = (
  tarifs: ReadonlyMap<string, MontantExplique>,
  actes: readonly ActesDeMembre[],
): Resultat<FacturesAuTarif, readonly Refus[]> => {
  const refus = refuserActesInconnus(actes, tarifs, 'tarifs');
  if (refus.length > 0) return refuser(refus);
  const factures = actes.map(({ id, libelle = id, nombres }) => {
    const lignes = nombres.flatMap(({ type, nombre }) => {
      const tarif = tarifs.get(type);
      return tarif === undefined
        ? []
        : [
            montantArrondi(multiplier(enEuros(tarif.centimes), nombre.exact), {
              libelle: `${type} de ${libelle}`,
              formule: 'tarif × nombre',
              operandes: [tarif.explication, nombre.explication],
            }),
          ];
    });
    return { id, libelle, montant: additionner(`Facture de ${libelle}`, lignes) };
  });
  const total = additionner(
    'Total des factures',
    factures.map(({ montant }) => montant),
  );
  return accepter({ factures, total });
};

/** Recettes ÷ coût net ; null si le coût est nul. */
export const tauxDeCouverture = (
  recettes: MontantExplique,
  coutNet: MontantExplique,
): { readonly taux: Exact; readonly explication: NoeudExplique } | null => {
  if (coutNet.centimes === 0n) return null;
  const taux = exact(recettes.centimes, coutNet.centimes);
  return {
    taux,
    explication: expliquerPourcentage(taux, 2, {
      libelle: 'Taux de couverture',
      formule: 'recettes ÷ coût net',
      operandes: [recettes.explication, coutNet.explication],
    }),
  };
};
