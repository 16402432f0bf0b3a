import type { Champ, Exigence, Modele } from '../../moteurs/document/index.ts';
import { facultatif, liste, listeRequise, requis, texteRequis } from './champs-communs.ts';
import { TEXTE_FICHE_TECHNIQUE } from './textes/fiche-technique.ts';

/** Formes de mutualisation (nomenclature commune). */
const FORMES = [
  { code: 'cooperation', libelle: 'coopération' },
  { code: 'mise-en-reseau', libelle: 'mise en réseau' },
  { code: 'entente', libelle: 'entente' },
  { code: 'groupement-de-commandes', libelle: 'groupement de commandes' },
  { code: 'partage-de-biens', libelle: 'partage de biens' },
  { code: 'prestation', libelle: 'prestation de services' },
  { code: 'convention-de-gestion', libelle: 'convention de gestion' },
  { code: 'mise-a-disposition-individuelle', libelle: 'mise à disposition individuelle' },
  {
    code: 'mise-a-disposition-ascendante',
    libelle: 'mise à disposition de la commune vers l’intercommunalité',
  },
  {
    code: 'mise-a-disposition-descendante',
    libelle: 'mise à disposition de l’intercommunalité vers la commune',
  },
  { code: 'service-unifie', libelle: 'service unifié' },
  { code: 'service-commun', libelle: 'service commun' },
  { code: 'transfert', libelle: 'transfert de compétence' },
] as const;

/** Les champs d’une fiche technique : seule, ou dans le schéma. */
export const CHAMPS_FICHE_TECHNIQUE: readonly Champ[] = [
  texteRequis('champ', 'Champ de compétence'),
  texteRequis('collectivite', 'Collectivité qui porte la fiche'),
  texteRequis('pilote_elu', 'Pilote élu'),
  texteRequis('pilote_technique', 'Pilote technique'),
  texteRequis('version', 'Version de la fiche'),
  requis('constat', 'Constat', 'texte-long'),
  liste('chiffres', 'Chiffres du constat', [
    texteRequis('libelle', 'Indicateur'),
    texteRequis('valeur', 'Valeur, avec son unité'),
    texteRequis('source', 'Source et millésime'),
  ]),
  requis('objectif', 'Objectif', 'texte-long'),
  requis('communes', 'Communes adhérentes', 'liste-de-textes'),
  requis('entree', 'Date d’entrée des premiers adhérents', 'date'),
  requis('missions', 'Missions incluses', 'liste-de-textes'),
  requis('exclusions', 'Missions exclues', 'liste-de-textes'),
  requis('forme', 'Forme juridique', 'choix', { choix: FORMES }),
  texteRequis('fondement', 'Fondement juridique'),
  requis('actes', 'Actes et avis nécessaires', 'liste-de-textes'),
  requis('organisation', 'Organisation cible', 'texte-long'),
  requis('etp_avant', 'ETP avant', 'etp'),
  requis('etp_apres', 'ETP après', 'etp'),
  requis('moyens_humains', 'Moyens humains', 'texte-long'),
  requis('moyens_materiels', 'Moyens matériels et locaux', 'texte-long'),
  requis('cout_avant', 'Coût complet avant (par an)', 'montant'),
  requis('cout_apres', 'Coût complet après (par an)', 'montant'),
  requis('investissement', 'Investissement de départ', 'montant'),
  liste('gains', 'Gain ou surcoût net', [
    texteRequis('annee', 'Année'),
    requis('montant', 'Montant (négatif : surcoût)', 'montant'),
  ]),
  requis('hypotheses', 'Hypothèses', 'texte-long'),
  facultatif('couts_evites', 'Coûts évités', 'texte-long'),
  facultatif('valeur_de_service', 'Valeur de service', 'texte-long'),
  requis('financement', 'Financement et clé', 'texte-long'),
  liste('parts', 'Exemple chiffré par commune', [
    texteRequis('commune', 'Commune'),
    requis('montant', 'Montant', 'montant'),
  ]),
  listeRequise('indicateurs', 'Indicateurs de suivi', [
    texteRequis('libelle', 'Indicateur'),
    texteRequis('initiale', 'Valeur initiale'),
    texteRequis('cible', 'Cible'),
    texteRequis('source', 'Source'),
  ]),
  listeRequise('calendrier', 'Calendrier', [
    texteRequis('etape', 'Étape'),
    requis('echeance', 'Échéance', 'date'),
    texteRequis('responsable', 'Responsable'),
  ]),
  listeRequise('risques', 'Risques', [
    texteRequis('risque', 'Risque'),
    texteRequis('parade', 'Parade'),
    texteRequis('porteur', 'Porteur'),
  ]),
  requis('sortie', 'Sortie et révision', 'texte-long'),
].map((champ) => ({ ...champ, ou: 'Schéma › Fiches techniques' }));

const EXIGENCES: readonly Exigence[] = [
  {
    code: 'fiche-indicateurs',
    refuserSi: 'nombre(indicateurs) < 3 ou nombre(indicateurs) > 6',
    message: 'Une fiche suit de trois à six indicateurs ; celle-ci en a {{nombre(indicateurs)}}.',
    article: null,
    chemin: 'indicateurs',
    ou: 'Schéma › Fiches techniques',
  },
];

/** Fiche technique d’un champ de compétence. */
export const FICHE_TECHNIQUE: Modele = {
  nom: 'fiche-technique',
  version: '2026-1',
  libelle: 'Fiche technique',
  description:
    'Un champ de compétence, en deux à quatre pages lisibles par un conseiller municipal.',
  numerotation: 'decimale',
  titre: 'Fiche technique : {{champ}}',
  sousTitre: 'Version {{version}}',
  auteur: '{{collectivite}}',
  sujet: 'Fiche technique du schéma de mutualisation',
  motsCles: ['mutualisation', 'fiche technique'],
  champs: CHAMPS_FICHE_TECHNIQUE,
  exigences: EXIGENCES,
  texte: TEXTE_FICHE_TECHNIQUE,
};
