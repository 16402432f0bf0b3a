import type { Champ, Exigence, Modele } from '../../moteurs/document/index.ts';
import {
  facultatif,
  groupe,
  liste,
  listeRequise,
  requis,
  TRIBUNAL,
  texteRequis,
} from './champs-communs.ts';
import { EXPLICATION } from './champs-financiers.ts';
import { TEXTE_ETAT_REFACTURATION } from './textes/etat-refacturation.ts';

const CHAMPS: readonly Champ[] = [
  ...[
    texteRequis('numero', 'Numéro de l’état'),
    texteRequis('exercice', 'Exercice'),
    requis('nature', 'Nature de l’état', 'choix', {
      choix: [
        { code: 'previsionnel', libelle: 'prévisionnel' },
        { code: 'definitif', libelle: 'définitif' },
        { code: 'rectificatif', libelle: 'rectificatif' },
      ],
    }),
    {
      ...texteRequis('rectifie', 'Numéro de l’état rectifié'),
      requis: false,
      requisSi: 'nature = "rectificatif"',
    },
    groupe('emetteur', 'Émetteur', [texteRequis('nom', 'Nom'), texteRequis('siren', 'SIREN')]),
    groupe('destinataire', 'Destinataire', [
      texteRequis('nom', 'Nom'),
      texteRequis('siren', 'SIREN'),
    ]),
    texteRequis('service', 'Service'),
    texteRequis('convention', 'Convention et article appliqués'),
    listeRequise('postes', 'Coût retenu par poste', [
      texteRequis('libelle', 'Poste'),
      requis('montant', 'Montant', 'montant'),
    ]),
    requis('cout', 'Coût net à répartir', 'montant'),
    texteRequis('formule', 'Formule de répartition'),
    listeRequise('repartition', 'Répartition entre les membres', [
      texteRequis('membre', 'Membre'),
      texteRequis('cle', 'Valeur de clé, avec son unité'),
      requis('part', 'Part', 'montant'),
    ]),
    requis('part', 'Part du destinataire', 'montant'),
    liste('acomptes', 'Acomptes émis', [
      texteRequis('reference', 'Référence'),
      requis('le', 'Émis le', 'date'),
      requis('montant', 'Montant', 'montant'),
    ]),
    requis('solde', 'Solde (négatif : à restituer)', 'montant'),
    texteRequis('imputation', 'Imputation comptable proposée'),
    requis('delai_contestation_jours', 'Délai de contestation (jours)', 'entier'),
    groupe('signataire', 'Certifié conforme par', [
      texteRequis('nom', 'Nom'),
      texteRequis('fonction', 'Fonction'),
    ]),
    facultatif('commentaire', 'Ce qui explique l’évolution', 'texte-long'),
    EXPLICATION,
  ].map((champ): Champ => ({ ...champ, ou: 'Refacturation › États' })),
  TRIBUNAL,
];

const EXIGENCES: readonly Exigence[] = [
  {
    code: 'etat-postes',
    refuserSi: 'somme(postes.montant) <> cout',
    message:
      'Les postes font {{somme(postes.montant)}} pour un coût de {{cout}} : recalculez l’état.',
    article: null,
    chemin: 'cout',
    ou: 'Refacturation › États',
  },
  {
    code: 'etat-parts',
    refuserSi: 'somme(repartition.part) <> cout',
    message:
      'La somme des parts ({{somme(repartition.part)}}) n’égale pas le coût ({{cout}}) : recalculez la répartition.',
    article: null,
    chemin: 'repartition',
    ou: 'Refacturation › États',
  },
  {
    code: 'etat-part',
    pourChaque: 'repartition',
    refuserSi: 'element.membre = destinataire.nom et element.part <> part',
    message:
      'La part de {{element.membre}} est de {{element.part}} dans la répartition et de {{part}} dans l’état : recalculez l’état.',
    article: null,
    chemin: 'part',
    ou: 'Refacturation › États',
  },
  {
    code: 'etat-solde',
    refuserSi:
      '(renseigne(acomptes) et part - somme(acomptes.montant) <> solde) ou (non renseigne(acomptes) et solde <> part)',
    message: 'Le solde doit être la part ({{part}}) moins les acomptes émis : recalculez-le.',
    article: null,
    chemin: 'solde',
    ou: 'Refacturation › États',
  },
];

/** État liquidatif d’une commune, avec l’explication de chaque montant. */
export const ETAT_REFACTURATION: Modele = {
  nom: 'etat-refacturation',
  version: '2026-1',
  libelle: 'État de refacturation',
  description:
    'État liquidatif d’un membre : coût, clé, part, acomptes, solde ; explication complète en annexe.',
  numerotation: 'decimale',
  titre: 'État de refacturation {{exercice}} : {{service}}',
  sousTitre: '{{destinataire.nom}}, état {{nature}} n° {{numero}}',
  auteur: '{{emetteur.nom}}',
  sujet: 'État liquidatif de la participation de {{destinataire.nom}}',
  motsCles: ['refacturation', 'état liquidatif'],
  champs: CHAMPS,
  exigences: EXIGENCES,
  texte: TEXTE_ETAT_REFACTURATION,
};
