import type { Enregistrement } from '../../moteurs/grille/index.ts';
import table from '../donnees/grilles/inventaire-materiel.schema.json' with { type: 'json' };
import { ETATS_DE_BIEN, OUI_NON } from '../nomenclatures/index.ts';
import { COLLECTIVITE, COLONNES_DE_COLLECTIVITE, composerGrille } from './table-schema.ts';

const completerBien = (e: Enregistrement): void => {
  if (e.lire('partage') === '' && !e.aColonne('partage')) e.ecrire('partage', 'non');
};

/** Inventaire du matériel : un bien par ligne. */
export const GRILLE_INVENTAIRE = composerGrille(table, {
  collectivite: COLLECTIVITE,
  doublons: 'bloquer-suivantes',
  calculees: {
    partage: {
      action: 'reparer',
      regle: 'valeur-deduite',
      valeur: 'non',
      message: 'Colonnes absentes : partage = non, tarif vide.',
    },
    tarif_jour: {
      action: 'reparer',
      regle: 'valeur-deduite',
      valeur: '',
      message: 'Colonnes absentes : partage = non, tarif vide.',
    },
  },
  completer: completerBien,
  colonnes: {
    ...COLONNES_DE_COLLECTIVITE,
    numero_inventaire: {
      nature: 'code',
      synonymes: [
        'N° inv.',
        'N° inventaire',
        'Inventaire',
        'Code inventaire',
        "Numéro d'immobilisation",
        'N° immo',
        'Référence',
        'Code bien',
        'N° bien',
        'Réf.',
        'N° de fiche',
      ],
    },
    designation: {
      synonymes: [
        'Bien',
        'Matériel',
        'Libellé',
        'Équipement',
        'Intitulé',
        'Nom du bien',
        'Description',
        'Désignation du bien',
        'Objet',
        'Libellé du bien',
      ],
    },
    categorie: {
      synonymes: [
        'Type',
        'Famille',
        'Nature',
        'Type de matériel',
        'Catégorie de matériel',
        'Type de bien',
      ],
    },
    date_acquisition: {
      synonymes: [
        'Acquis le',
        "Date d'achat",
        'Achat',
        'Acheté le',
        'Date acq.',
        'Mise en service',
        'Date de mise en service',
        "Année d'achat",
        "Année d'acquisition",
        'Acquisition',
      ],
    },
    valeur_acquisition: {
      nature: 'montant',
      decimales: 2,
      unite: 'ttc',
      synonymes: [
        'Valeur TTC',
        "Prix d'achat",
        "Coût d'achat",
        "Valeur d'achat",
        'Prix',
        'Valeur',
        'Montant TTC',
        "Coût d'acquisition",
        "Valeur d'origine",
        'Prix TTC',
        'Valeur brute',
        "Prix d'acquisition",
      ],
    },
    duree_amortissement: {
      unite: 'an',
      synonymes: [
        'Amort.',
        'Durée amort.',
        'Amortissement',
        'Durée (ans)',
        "Durée d'amort.",
        'Amortissement (ans)',
        'Années amort.',
      ],
    },
    valeur_nette_comptable: {
      nature: 'montant',
      decimales: 2,
      synonymes: [
        'VNC au 31/12/2025',
        'VNC',
        'Valeur nette',
        'VNC 31/12',
        'Valeur résiduelle',
        'VNC fin exercice',
      ],
    },
    etat: {
      nomenclature: ETATS_DE_BIEN,
      synonymes: ['État du matériel', 'État général', 'Condition', 'État constaté', 'État du bien'],
    },
    jours_utilisation_an: {
      unite: 'jour',
      synonymes: [
        'Jours/an',
        'Jours par an',
        "Jours d'utilisation",
        'Utilisation (j/an)',
        'Nb jours',
        'Utilisation',
        'Nb jours/an',
        "Nombre de jours d'utilisation",
        'J/an',
      ],
    },
    mutualisable: {
      nomenclature: OUI_NON,
      synonymes: [
        'Prêtable ?',
        'Mutualisable ?',
        'Prêt possible',
        'À partager',
        'Partageable',
        'Peut être prêté',
        'Prêtable',
        'Mutualisation possible',
        'Accord pour prêt',
      ],
    },
    partage: {
      nomenclature: OUI_NON,
      synonymes: ['Partagé', 'Déjà partagé ?', 'Déjà mutualisé', 'En partage', 'Partagé ?'],
    },
    tarif_jour: {
      nature: 'montant',
      decimales: 2,
      synonymes: [
        'Tarif',
        'Tarif/jour',
        'Prix par jour',
        'Tarif journalier (€)',
        'Location/jour',
        'Tarif jour',
      ],
    },
    permis_requis: {
      synonymes: [
        'Permis',
        'CACES',
        'Permis / CACES',
        'Permis nécessaire',
        'Habilitation',
        'Permis ou CACES',
      ],
    },
    prochain_controle: {
      futur: true,
      synonymes: [
        'Ctrl',
        'Contrôle',
        'Date contrôle',
        'Prochain CT',
        'Contrôle technique',
        'Prochaine vérification',
        'VGP',
        'Date prochain contrôle',
        'Contrôle périodique',
        'Échéance contrôle',
      ],
    },
  },
});
