import { imputerSurAc } from '../mecanismes/attribution-de-compensation.ts';
import { evaluerTransfert } from '../mecanismes/transfert-de-charges.ts';
import { ecrireMontant } from '../montants/centimes.ts';
import { regrouper } from '../montants/montant-explique.ts';
import type { Champs } from './champs.ts';
import { definirForme, type Forme, rendre } from './forme.ts';

/** Imputation d’un service commun sur l’attribution de compensation. */
export const IMPUTATION_AC: readonly Forme[] = [
  definirForme(
    ['ac_avant', 'charge_service_commun'],
    (champs) => ({
      avant: champs
        .champs('ac_avant')
        .tousMontants((id) => `Attribution de compensation de ${id} avant imputation`),
      charges: champs
        .champs('charge_service_commun')
        .tousMontants((id) => `Charge de service commun de ${id}`),
    }),
    ({ avant, charges }) => {
      const resultat = imputerSurAc(avant, charges);
      if (!resultat.ok) return resultat;
      const { communes, totalAvant, totalApres } = resultat.valeur;
      const explication = regrouper('Attributions de compensation', [
        totalAvant.explication,
        totalApres.explication,
        ...communes.map(({ versementMensuel }) => versementMensuel.explication),
      ]);
      return rendre(explication, {
        ac_apres: Object.fromEntries(
          communes.map(({ id, apres }) => [id, ecrireMontant(apres.centimes)]),
        ),
        ac_negatives: communes.filter(({ estNegative }) => estNegative).map(({ id }) => id),
        total_avant: ecrireMontant(totalAvant.centimes),
        total_apres: ecrireMontant(totalApres.centimes),
        ...Object.fromEntries(
          communes.map(({ id, estNegative, versementMensuel }) => [
            estNegative ? `versement_mensuel_${id}_vers_epci` : `versement_mensuel_epci_vers_${id}`,
            ecrireMontant(versementMensuel.centimes),
          ]),
        ),
        douziemes: Object.fromEntries(
          communes.map(({ id, douziemes }) => [
            id,
            douziemes.map(({ centimes }) => ecrireMontant(centimes)),
          ]),
        ),
      });
    },
  ),
];

const lireEquipement = (champs: Champs) => {
  const cles = ['cout_acquisition', 'subventions', 'frais_financiers', 'entretien_annuel'] as const;
  champs.decrire(...cles, 'duree_vie_ans');
  if (![...cles, 'duree_vie_ans'].some((cle) => champs.a(cle))) return null;
  const lire = (cle: string, libelle: string) =>
    champs.montant(cle, libelle, { absent: 0n, positif: true });
  return {
    acquisition: champs.montant('cout_acquisition', 'Coût d’acquisition', { positif: true }),
    subventions: lire('subventions', 'Subventions reçues'),
    fraisFinanciers: lire('frais_financiers', 'Frais financiers'),
    entretienAnnuel: lire('entretien_annuel', 'Entretien annuel'),
    duree: champs.nombre('duree_vie_ans', 'Durée normale d’utilisation', {
      auDessusDe: '0',
      unite: 'ans',
    }),
  };
};

/** Évaluation d’un transfert par la CLECT ; la période est celle de « fonctionnement_N_ca ». */
export const CLECT: readonly Forme[] = ['fonctionnement*', 'cout_acquisition'].map((racine) =>
  definirForme(
    [racine],
    (champs) => {
      const periode = champs.cles().find((cle) => /^fonctionnement(_|$)/.test(cle));
      return {
        equipement: lireEquipement(champs),
        fonctionnement:
          periode === undefined
            ? []
            : champs.listeDeMontants(periode, (rang) => `Fonctionnement, exercice ${rang + 1}`),
        recettes: champs.montantOuNull('recettes_moyennes', 'Recettes moyennes'),
      };
    },
    (entree) => {
      const { coutMoyenAnnualise, fonctionnementMoyen, chargeNette } = evaluerTransfert(entree);
      return rendre(chargeNette.explication, {
        cout_moyen_annualise: ecrireMontant(coutMoyenAnnualise.centimes),
        fonctionnement_moyen: ecrireMontant(fonctionnementMoyen.centimes),
        charge_nette_transferee: ecrireMontant(chargeNette.centimes),
      });
    },
  ),
);
