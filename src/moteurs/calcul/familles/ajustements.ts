import { repartirEntreBornes } from '../mecanismes/bornes.ts';
import { lisser } from '../mecanismes/lissage.ts';
import { ecrireMontant } from '../montants/centimes.ts';
import { additionner, regrouper } from '../montants/montant-explique.ts';
import {
  definirForme,
  ecrireDus,
  ecrireParts,
  type Forme,
  lireMontantEtPas,
  lirePas,
  rendre,
} from './forme.ts';

/** Plafonds et planchers par membre, redistribués aux autres. */
export const PLAFOND_PLANCHER: readonly Forme[] = [
  definirForme(
    ['montant', 'cle'],
    (champs) => ({
      ...lireMontantEtPas(champs),
      cles: champs.clesDeRepartition('cle'),
      plafonds: champs.champsOuVides('plafonds').tousMontants((id) => `Plafond de ${id}`),
      planchers: champs.champsOuVides('planchers').tousMontants((id) => `Plancher de ${id}`),
    }),
    (entree) => {
      const resultat = repartirEntreBornes(entree);
      if (!resultat.ok) return resultat;
      const { avant, parts } = resultat.valeur;
      const somme = additionner(
        'Somme des parts',
        parts.map(({ montant }) => montant),
      );
      return rendre(regrouper('Plafonds et planchers', [somme.explication, avant.explication]), {
        parts_avant: ecrireParts(avant.parts),
        parts: ecrireDus(parts),
        somme: ecrireMontant(somme.centimes),
      });
    },
  ),
];

/** De la situation actuelle à la clé cible, sur plusieurs années. */
export const LISSAGE: readonly Forme[] = [
  definirForme(
    ['situation_initiale', 'cle_cible', 'duree_ans'],
    (champs) => {
      const situation = champs
        .champs('situation_initiale')
        .tousMontants((id) => `Situation actuelle de ${id}`);
      return {
        situation,
        montant:
          champs.montantOuNull('montant', 'Montant à répartir chaque année') ??
          additionner('Total de la situation actuelle', [...situation.values()]),
        cles: champs.clesDeRepartition('cle_cible'),
        duree: champs.entier('duree_ans', { min: 1, max: 100 }),
        pas: lirePas(champs),
      };
    },
    (entree) => {
      const resultat = lisser(entree);
      if (!resultat.ok) return resultat;
      const { cible, annees } = resultat.valeur;
      const explication = regrouper('Lissage', [
        cible.explication,
        ...annees.map(({ repartition }) => repartition.explication),
      ]);
      return rendre(explication, {
        cible: ecrireParts(cible.parts),
        par_annee: Object.fromEntries(
          annees.map(({ rang, repartition }) => [`N+${rang}`, ecrireParts(repartition.parts)]),
        ),
      });
    },
  ),
];
