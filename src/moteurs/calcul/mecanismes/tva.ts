import { enEuros } from '../montants/centimes.ts';
import {
  additionner,
  type MontantExplique,
  montantArrondi,
  type NombreExplique,
} from '../montants/montant-explique.ts';
import { multiplier } from '../montants/nombre-exact.ts';

export interface FactureTtc {
  readonly id: string;
  readonly ht: MontantExplique;
  readonly tva: MontantExplique;
  readonly ttc: MontantExplique;
}

/** TVA arrondie au centime par facture ; taux nul hors champ ou exonéré (CGI, art. 261 B). */
export const appliquerTva = (
  factures: ReadonlyMap<string, MontantExplique>,
  taux: NombreExplique,
): readonly FactureTtc[] =>
  [...factures].map(([id, ht]) => {
    const tva = montantArrondi(multiplier(enEuros(ht.centimes), taux.exact), {
      libelle: `TVA de ${id}`,
      formule: 'montant HT × taux',
      operandes: [ht.explication, taux.explication],
    });
    return { id, ht, tva, ttc: additionner(`Montant TTC de ${id}`, [ht, tva]) };
  });
