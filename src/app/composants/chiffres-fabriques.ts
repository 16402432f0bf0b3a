/** Valeurs fabriquées pour montrer les graphiques. */

export const AGES = [
  { libelle: '60 et +', femmes: 21, hommes: 17, accent: true },
  { libelle: '55-59', femmes: 38, hommes: 36, accent: true },
  { libelle: '50-54', femmes: 44, hommes: 31 },
  { libelle: '45-49', femmes: 39, hommes: 30 },
  { libelle: '40-44', femmes: 33, hommes: 24 },
  { libelle: '35-39', femmes: 22, hommes: 19 },
  { libelle: '30-34', femmes: 14, hommes: 13 },
  { libelle: '− de 30', femmes: 9, hommes: 10 },
];

export const SERIES = [
  { cle: 'A', libelle: 'Catégorie A', teinte: 1 },
  { cle: 'B', libelle: 'Catégorie B', teinte: 2 },
  { cle: 'C', libelle: 'Catégorie C', teinte: 3 },
];

export const CATEGORIES = [
  { cle: 'epci', libelle: 'Communauté', valeurs: [12, 24, 61] },
  { cle: '42052', libelle: 'Charlieu', valeurs: [4, 11, 48] },
  { cle: '42177', libelle: 'Pouilly-sous-Charlieu', valeurs: [1, 6, 30] },
  { cle: '42015', libelle: 'Belmont-de-la-Loire', valeurs: [0, 3, 19] },
];

export const ANNEES = ['2021', '2022', '2023', '2024', '2025'];
export const COURBES = [
  { cle: 'permis', libelle: 'Permis', teinte: 1, valeurs: [142, 187, 176, 151, 139] },
  { cle: 'declarations', libelle: 'Déclarations', teinte: 2, valeurs: [388, 421, null, 402, 436] },
];

export const VOIRIE = [
  { cle: '42052', libelle: 'Charlieu', valeur: 9.4, repere: 3.1 },
  { cle: '42177', libelle: 'Pouilly-sous-Charlieu', valeur: 5.2, repere: 3.1, accent: true },
  { cle: '42026', libelle: 'Briennon', valeur: 3.8, repere: 3.1 },
  { cle: '42338', libelle: 'Vougy', valeur: 0.8, repere: 3.1 },
];
