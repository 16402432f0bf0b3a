import type { Explication } from '../../socle/ui/index.ui.ts';

/** La part d’une commune dans un service commun, jusqu’aux cellules. */
export const PART_DE_POUILLY: Explication = {
  libelle: 'Part de Pouilly-sous-Charlieu',
  valeur: '11518.23',
  unite: '€',
  formule: 'montant × clé ÷ somme des clés, plus forts restes',
  article: 'CGCT, art. L. 5211-4-2',
  arrondi: { exact: '11518.2312…', regle: 'plus-forts-restes', rang: 2 },
  operandes: [
    {
      libelle: 'Montant à répartir',
      valeur: '104302.50',
      unite: '€',
      formule: 'somme des opérandes',
      operandes: [
        {
          libelle: 'Charges de personnel',
          valeur: '92110.00',
          unite: '€',
          source: {
            type: 'cellule',
            fichier: 'budget-services-2025.csv',
            feuille: null,
            cellule: 'E14',
          },
        },
        {
          libelle: 'Logiciel d’instruction',
          valeur: '12192.50',
          unite: '€',
          source: { type: 'saisie', auteur: 'Camille Berthier', date: '2026-02-03' },
        },
      ],
    },
    {
      libelle: 'Population municipale de Pouilly-sous-Charlieu',
      valeur: '2584',
      unite: 'hab.',
      source: { type: 'donnee', nom: 'INSEE, populations de référence', millesime: '2025' },
    },
    {
      libelle: 'Population des communes adhérentes',
      valeur: '23400',
      unite: 'hab.',
      source: { type: 'donnee', nom: 'INSEE, populations de référence', millesime: '2025' },
    },
    {
      libelle: 'Clé retenue',
      valeur: 'population municipale',
      unite: null,
      source: { type: 'acte', convention: 'Instruction du droit des sols', version: 2 },
    },
  ],
};
