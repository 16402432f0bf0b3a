import type { Champ } from '../../moteurs/document/index.ts';
import { facultatif, groupe, liste, listeRequise, requis, texteRequis } from './champs-communs.ts';

const PAYANT = 'finances.regime <> "gratuit"';
const A_CLE = 'finances.regime = "cle" ou finances.regime = "mixte"';
const A_TARIF =
  'finances.regime = "acte" ou finances.regime = "forfait" ou finances.regime = "mixte"';

/** Les finances d’un service commun : liberté conventionnelle, mais tout doit être écrit (SC-13). */
export const FINANCES_DU_SERVICE: Champ = groupe(
  'finances',
  'Finances du service',
  [
    requis('annee', 'Exercice de référence', 'texte'),
    requis('regime', 'Régime financier', 'choix', {
      choix: [
        { code: 'gratuit', libelle: 'gratuité' },
        { code: 'acte', libelle: 'tarif à l’acte' },
        { code: 'forfait', libelle: 'forfait' },
        { code: 'cle', libelle: 'clé de répartition' },
        { code: 'mixte', libelle: 'part fixe et part variable' },
      ],
    }),
    listeRequise('postes', 'Coût du service par poste', [
      texteRequis('libelle', 'Poste de dépense'),
      requis('montant', 'Montant', 'montant'),
    ]),
    facultatif('recettes', 'Recettes déduites', 'montant'),
    { nom: 'structure_taux', libelle: 'Taux des frais de structure', type: 'pourcentage' },
    {
      nom: 'structure_assiette',
      libelle: 'Assiette des frais de structure',
      type: 'texte',
      requisSi: 'finances.structure_taux > 0',
    },
    requis('cout_previsionnel', 'Coût net prévisionnel', 'montant'),
    {
      nom: 'cles',
      libelle: 'Clés de répartition',
      type: 'liste',
      requisSi: A_CLE,
      champs: [
        texteRequis('libelle', 'Clé'),
        requis('ponderation', 'Pondération', 'pourcentage'),
        texteRequis('source', 'Source'),
        texteRequis('millesime', 'Millésime'),
      ],
    },
    {
      nom: 'tarifs',
      libelle: 'Tarifs',
      type: 'liste',
      requisSi: A_TARIF,
      champs: [texteRequis('acte', 'Acte ou forfait'), requis('tarif', 'Tarif', 'montant')],
    },
    {
      nom: 'simulation',
      libelle: 'Simulation par membre',
      type: 'liste',
      requisSi: PAYANT,
      champs: [
        texteRequis('membre', 'Membre'),
        requis('part', 'Part', 'pourcentage'),
        requis('montant', 'Montant', 'montant'),
      ],
    },
    { nom: 'arrondi', libelle: 'Arrondi', type: 'texte', requisSi: PAYANT },
    {
      nom: 'previsionnel_avant',
      libelle: 'Prévisionnel notifié avant le',
      type: 'texte',
      requisSi: PAYANT,
    },
    { nom: 'acomptes_nombre', libelle: 'Nombre d’acomptes', type: 'entier', requisSi: PAYANT },
    { nom: 'acomptes_taux', libelle: 'Taux des acomptes', type: 'pourcentage', requisSi: PAYANT },
    { nom: 'definitif_avant', libelle: 'État définitif avant le', type: 'texte', requisSi: PAYANT },
    {
      nom: 'delai_contestation_jours',
      libelle: 'Délai de contestation (jours)',
      type: 'entier',
      requisSi: PAYANT,
    },
    {
      nom: 'delai_paiement_jours',
      libelle: 'Délai de paiement (jours)',
      type: 'entier',
      requisSi: PAYANT,
    },
    facultatif('plafond', 'Plafond, plancher ou lissage', 'texte-long'),
    facultatif('imputation_ac', 'Imputation sur l’attribution de compensation', 'booleen'),
    {
      nom: 'imputation_base',
      libelle: 'Somme de base imputée',
      type: 'montant',
      requisSi: 'finances.imputation_ac',
    },
  ],
  { ou: 'Refacturation › Coûts et clés' },
);

/** L’explication d’un montant, étape par étape (contrat des montants expliqués, mis à plat). */
export const EXPLICATION: Champ = listeRequise('explication', 'Explication du calcul', [
  texteRequis('libelle', 'Étape'),
  facultatif('formule', 'Formule', 'texte'),
  texteRequis('valeur', 'Résultat, avec son unité'),
  facultatif('article', 'Article', 'texte'),
  facultatif('arrondi', 'Arrondi', 'texte'),
  liste('operandes', 'Opérandes', [
    texteRequis('libelle', 'Opérande'),
    texteRequis('valeur', 'Valeur, avec son unité'),
    texteRequis('source', 'Source'),
  ]),
]);
