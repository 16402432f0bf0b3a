import { forfaitsParStrate, type Strate } from '../mecanismes/forfait-strate.ts';
import { facturerAuTarif, tauxDeCouverture } from '../mecanismes/tarif-acte.ts';
import { ecrireMontant } from '../montants/centimes.ts';
import { ecrirePourcentage, regrouper } from '../montants/montant-explique.ts';
import type { Champs } from './champs.ts';
import { lireActes } from './cle-actes.ts';
import { definirForme, ecrireDus, type Forme, rendre } from './forme.ts';

/** Prestation payée à l’acte ; avec « cout_net », le taux de couverture. */
export const TARIF_ACTE: readonly Forme[] = [
  definirForme(
    ['tarifs', 'actes'],
    (champs) => ({
      tarifs: champs.champs('tarifs').tousMontants((type) => `Tarif ${type}`),
      actes: lireActes(champs),
      coutNet: champs.montantOuNull('cout_net', 'Coût net du service'),
    }),
    ({ tarifs, actes, coutNet }) => {
      const facturation = facturerAuTarif(tarifs, actes);
      if (!facturation.ok) return facturation;
      const { factures, total } = facturation.valeur;
      const couverture = coutNet === null ? null : tauxDeCouverture(total, coutNet);
      const valeurs = { factures: ecrireDus(factures), total: ecrireMontant(total.centimes) };
      if (couverture === null) return rendre(total.explication, valeurs);
      return rendre(
        regrouper('Facturation à l’acte', [total.explication, couverture.explication]),
        {
          ...valeurs,
          taux_couverture: ecrirePourcentage(couverture.taux, 2),
        },
      );
    },
  ),
];

const lireStrate = (champs: Champs, rang: number): Strate => ({
  de: champs.nombre('de', 'Borne basse', { absent: '0', min: '0', unite: 'hab.' }).exact,
  a: champs.nombreOuNull('a', 'Borne haute', { min: '0', unite: 'hab.' })?.exact ?? null,
  forfait: champs.montant('forfait', `Forfait de la strate ${rang + 1}`),
});

/** Forfait annuel selon la strate de population. */
export const FORFAIT: readonly Forme[] = [
  definirForme(
    ['strates', 'populations'],
    (champs) => ({
      strates: champs.liste('strates').map(lireStrate),
      populations: [
        ...champs
          .champs('populations')
          .tousNombres((id) => `Population de ${id}`, { min: '0', unite: 'hab.' }),
      ].map(([id, nombre]) => ({ id, nombre })),
    }),
    ({ strates, populations }) => {
      const forfaits = forfaitsParStrate(strates, populations);
      if (!forfaits.ok) return forfaits;
      const { factures, total } = forfaits.valeur;
      return rendre(total.explication, {
        forfaits: ecrireDus(factures),
        total: ecrireMontant(total.centimes),
      });
    },
  ),
];
