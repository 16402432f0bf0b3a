import { mesurerEconomies } from '../mecanismes/economies-d-echelle.ts';
import { ecrireMontant } from '../montants/centimes.ts';
import { regrouper } from '../montants/montant-explique.ts';
import { definirForme, type Forme, rendre } from './forme.ts';

/** Économies d’échelle : avant, contrefactuel, constaté, cumul net de la mise en place. */
export const ECONOMIES: readonly Forme[] = [
  definirForme(
    ['couts_avant', 'couts_constates'],
    (champs) => ({
      coutsAvant: [
        ...champs
          .champs('couts_avant')
          .tousMontants((id) => `Coût avant : ${id}`)
          .values(),
      ],
      miseEnPlace: champs.montant('investissement_initial', 'Coût de mise en place', {
        absent: 0n,
      }),
      evolution: champs.nombre('evolution_reference', 'Évolution de référence', {
        absent: '0',
        auDessusDe: '-1',
      }),
      constates: champs.listeDeMontants(
        'couts_constates',
        (rang) => `Coût constaté en N+${rang + 1}`,
      ),
    }),
    (entree) => {
      const { avant, annees, anneeDeRetour } = mesurerEconomies(entree);
      const explication = regrouper(
        'Économies d’échelle',
        annees.map(({ cumul }) => cumul.explication),
      );
      return rendre(explication, {
        cout_avant_total: ecrireMontant(avant.centimes),
        par_annee: annees.map(({ rang, sansMutualisation, constate, gain, cumul }) => ({
          annee: `N+${rang}`,
          cout_sans_mutualisation: ecrireMontant(sansMutualisation.centimes),
          cout_constate: ecrireMontant(constate.centimes),
          gain: ecrireMontant(gain.centimes),
          gain_cumule_net_de_la_mise_en_place: ecrireMontant(cumul.centimes),
        })),
        annee_retour: anneeDeRetour === null ? null : `N+${anneeDeRetour}`,
      });
    },
  ),
];
