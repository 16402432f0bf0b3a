import type { AxeDeCroisement } from '../../moteurs/grille/index.ts';
import tableAds from '../donnees/grilles/prestations-ads.schema.json' with { type: 'json' };
import tableHeures from '../donnees/grilles/prestations-heures.schema.json' with { type: 'json' };
import { SERVICES, TYPES_D_ACTES } from '../nomenclatures/index.ts';
import {
  COLLECTIVITE,
  COLONNES_DE_COLLECTIVITE,
  composerGrille,
  type ExtensionDeColonne,
} from './table-schema.ts';

export const PERIODE: Readonly<Record<string, ExtensionDeColonne>> = {
  annee: {
    nature: 'annee',
    synonymes: [
      'An',
      'Exercice',
      'Année civile',
      "Année d'instruction",
      'Millésime',
      'Période annuelle',
    ],
  },
  mois: {
    nature: 'mois',
    synonymes: [
      'Mois civil',
      'Période',
      'N° mois',
      'Mois concerné',
      "Mois d'instruction",
      'Date',
      'Mois et année',
    ],
  },
};

const AXE_DES_MOIS: AxeDeCroisement = { champ: 'mois', nature: 'mois' };
const AXE_DES_COLLECTIVITES: AxeDeCroisement = { champ: 'collectivite', nature: 'collectivite' };

/** Actes d’urbanisme instruits : une ligne par commune, mois et type ; une absence de ligne vaut zéro. */
export const GRILLE_PRESTATIONS_ADS = composerGrille(tableAds, {
  collectivite: COLLECTIVITE,
  croisement: {
    valeur: 'nombre',
    axes: [
      AXE_DES_MOIS,
      { champ: 'type_acte', nature: 'nomenclature', nomenclature: TYPES_D_ACTES.nom },
      AXE_DES_COLLECTIVITES,
    ],
    zeroVautAbsence: true,
  },
  colonnes: {
    ...COLONNES_DE_COLLECTIVITE,
    ...PERIODE,
    type_acte: {
      nomenclature: TYPES_D_ACTES,
      recopiee: true,
      synonymes: [
        'Type',
        'Acte',
        'Type acte',
        'Nature',
        "Nature de l'acte",
        'Type de dossier',
        "Type d'autorisation",
        'Dossier',
        'Autorisation',
        'Code acte',
        'Nature du dossier',
      ],
    },
    nombre: {
      unite: 'acte',
      synonymes: [
        'Nb',
        'Nombre de dossiers',
        "Nombre d'actes",
        'Quantité',
        'Nb actes',
        'Nb dossiers',
        'Effectif',
        'Nbre',
        'Volume',
      ],
    },
  },
});

/** Heures d’intervention des services communs, par commune et par mois. */
export const GRILLE_PRESTATIONS_HEURES = composerGrille(tableHeures, {
  collectivite: COLLECTIVITE,
  croisement: {
    valeur: 'heures',
    axes: [
      AXE_DES_MOIS,
      { champ: 'service', nature: 'nomenclature', nomenclature: SERVICES.nom },
      AXE_DES_COLLECTIVITES,
    ],
    zeroVautAbsence: true,
  },
  colonnes: {
    ...COLONNES_DE_COLLECTIVITE,
    ...PERIODE,
    service: {
      nomenclature: SERVICES,
      recopiee: true,
      synonymes: ['Service commun', 'Prestation', 'Domaine', 'Code service', 'Mission'],
    },
    heures: {
      nature: 'heures',
      synonymes: [
        "Nombre d'heures",
        'Nb heures',
        'Nb h',
        "Heures d'intervention",
        'Temps passé',
        'Durée',
        'Volume horaire',
        'H',
      ],
    },
  },
});
