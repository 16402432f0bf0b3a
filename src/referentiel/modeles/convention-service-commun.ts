import type { Champ, Modele } from '../../moteurs/document/index.ts';
import {
  EPCI,
  facultatif,
  groupe,
  liste,
  listeRequise,
  REPRESENTANT,
  requis,
  TRIBUNAL,
  texteRequis,
} from './champs-communs.ts';
import { EFFETS_DE_LA_CONVENTION } from './champs-de-la-duree.ts';
import { FINANCES_DU_SERVICE } from './champs-financiers.ts';
import { EXIGENCES_SERVICE_COMMUN } from './exigences-service-commun.ts';
import { TEXTE_CONVENTION_SERVICE_COMMUN } from './textes/convention-service-commun.ts';

const SERVICE_COMMUN = 'CGCT, art. L. 5211-4-2';
const EN_CONVENTION = 'Services communs › Convention';

const PARTIES: Champ = listeRequise(
  'parties',
  'Parties à la convention',
  [
    texteRequis('nom', 'Nom de la personne publique'),
    requis('qualite', 'Qualité', 'choix', {
      choix: [
        { code: 'epci', libelle: 'intercommunalité' },
        { code: 'commune', libelle: 'commune membre' },
        { code: 'etablissement', libelle: 'établissement public rattaché' },
      ],
    }),
    texteRequis('siren', 'Numéro SIREN'),
    texteRequis('adresse', 'Adresse'),
    REPRESENTANT,
    groupe('cst', 'Avis du comité social territorial', [
      {
        nom: 'date',
        libelle: 'Date de l’avis du CST',
        type: 'date',
        requisSi: 'stade <> "projet-cst"',
        article: `${SERVICE_COMMUN} ; CGFP, art. R. 253-7`,
        ou: 'Services communs › Dialogue social',
      },
      facultatif('avis', 'Sens de l’avis', 'texte'),
    ]),
    groupe('deliberation', 'Délibération', [
      {
        nom: 'numero',
        libelle: 'Numéro de la délibération',
        type: 'texte',
        requisSi: 'stade = "signature"',
        ou: 'Services communs › Délibérations',
      },
      {
        nom: 'date',
        libelle: 'Date de la délibération',
        type: 'date',
        requisSi: 'stade = "signature"',
        article: SERVICE_COMMUN,
        ou: 'Services communs › Délibérations',
      },
    ]),
  ],
  { minimum: 2, ou: `${EN_CONVENTION} › Parties`, article: SERVICE_COMMUN },
);

const SERVICE: Champ = groupe(
  'service',
  'Service commun',
  [
    texteRequis('nom', 'Nom du service'),
    listeRequise('missions', 'Missions', [
      texteRequis('intitule', 'Mission'),
      requis('autorite', 'Autorité fonctionnelle pour cette mission', 'choix', {
        article: SERVICE_COMMUN,
        choix: [
          { code: 'maire', libelle: 'maire de la commune pour laquelle la mission est exercée' },
          { code: 'president', libelle: 'président de l’intercommunalité' },
        ],
      }),
    ]),
    requis('exclusions', 'Ce que le service ne fait pas', 'liste-de-textes'),
    requis('actes_reserves', 'Actes que le maire conserve', 'liste-de-textes'),
    liste('taches', 'Partage des tâches', [
      texteRequis('tache', 'Tâche'),
      texteRequis('commune', 'Rôle de la commune'),
      texteRequis('service', 'Rôle du service'),
    ]),
    texteRequis('lieu', 'Lieu d’implantation'),
    texteRequis('horaires', 'Horaires'),
  ],
  { ou: 'Services communs › Fiche du service' },
);

const AGENTS: Champ = groupe(
  'agents',
  'Situation des agents',
  [
    requis('transferes_nb', 'Nombre d’agents transférés (0 s’il n’y en a pas)', 'entier'),
    requis('transferes_etp', 'Équivalents temps plein transférés', 'etp'),
    requis('mad_nb', 'Nombre d’agents mis à disposition (0 s’il n’y en a pas)', 'entier'),
    requis('mad_etp', 'Équivalents temps plein mis à disposition', 'etp'),
    listeRequise('postes', 'Postes du service (sans nom)', [
      texteRequis('intitule', 'Intitulé du poste'),
      texteRequis('categorie', 'Catégorie et cadre d’emplois'),
      texteRequis('origine', 'Employeur d’origine'),
      requis('situation', 'Situation', 'choix', {
        choix: [
          { code: 'transfert', libelle: 'transfert de plein droit' },
          { code: 'mise-a-disposition', libelle: 'mise à disposition de plein droit' },
          { code: 'recrutement', libelle: 'recrutement par le gestionnaire' },
        ],
      }),
      {
        nom: 'quotite',
        libelle: 'Quotité consacrée au service',
        type: 'pourcentage',
        requis: true,
        article: SERVICE_COMMUN,
      },
      requis('etp', 'Équivalent temps plein', 'etp'),
    ]),
  ],
  { ou: 'Services communs › Agents', article: SERVICE_COMMUN },
);

const CHAMPS: readonly Champ[] = [
  requis('stade', 'Stade du document', 'choix', {
    ou: EN_CONVENTION,
    choix: [
      { code: 'projet-cst', libelle: 'projet soumis aux comités sociaux territoriaux' },
      { code: 'projet-deliberation', libelle: 'projet soumis aux assemblées' },
      { code: 'signature', libelle: 'version à signer' },
    ],
  }),
  EPCI,
  PARTIES,
  requis('contexte', 'Situation actuelle et motifs', 'texte-long', {
    ou: `${EN_CONVENTION} › Préambule`,
  }),
  requis('objectifs', 'Objectifs', 'liste-de-textes', { ou: `${EN_CONVENTION} › Préambule` }),
  facultatif('schema', 'Délibération approuvant le schéma de mutualisation', 'texte'),
  SERVICE,
  groupe(
    'gestionnaire',
    'Gestionnaire du service',
    [
      requis('type', 'Gestionnaire', 'choix', {
        choix: [
          { code: 'epci', libelle: 'l’intercommunalité' },
          { code: 'commune', libelle: 'une commune' },
        ],
      }),
      texteRequis('nom', 'Nom du gestionnaire'),
      {
        nom: 'deliberation',
        libelle: 'Délibération communautaire qui choisit la commune gestionnaire',
        type: 'texte',
        requisSi: 'gestionnaire.type = "commune"',
        article: SERVICE_COMMUN,
      },
    ],
    { ou: `${EN_CONVENTION} › Gestionnaire` },
  ),
  AGENTS,
  requis('delegation_signature', 'Délégation de signature au chef du service', 'booleen', {
    ou: EN_CONVENTION,
  }),
  liste(
    'moyens',
    'Moyens matériels',
    [
      texteRequis('designation', 'Désignation'),
      texteRequis('proprietaire', 'Propriétaire'),
      texteRequis('regime', 'Régime (mise à disposition, achat…)'),
    ],
    { ou: 'Services communs › Fiche du service' },
  ),
  liste(
    'engagements',
    'Engagements de service',
    [texteRequis('indicateur', 'Indicateur'), texteRequis('cible', 'Cible')],
    { ou: 'Services communs › Fiche du service' },
  ),
  FINANCES_DU_SERVICE,
  groupe(
    'suivi',
    'Comité de suivi',
    [texteRequis('composition', 'Composition'), texteRequis('frequence', 'Fréquence minimale')],
    { ou: `${EN_CONVENTION} › Suivi` },
  ),
  groupe(
    'donnees_personnelles',
    'Données personnelles',
    [
      texteRequis('responsable', 'Responsable de traitement'),
      texteRequis('role', 'Rôle des autres parties'),
    ],
    { ou: `${EN_CONVENTION} › Données personnelles` },
  ),
  ...EFFETS_DE_LA_CONVENTION,
  groupe(
    'fiche_impact',
    'Fiche d’impact annexée',
    [
      requis('date', 'Date où la fiche a été figée', 'date'),
      texteRequis('version', 'Version de la fiche'),
    ],
    { ou: 'Changement › Fiches d’impact', article: SERVICE_COMMUN },
  ),
  {
    nom: 'accords',
    libelle: 'Accords collectifs conclus',
    type: 'liste-de-textes',
    ou: 'Services communs › Dialogue social',
  },
  TRIBUNAL,
  groupe('signature', 'Signature', [texteRequis('lieu', 'Lieu de signature')], {
    ou: EN_CONVENTION,
  }),
];

/** Convention de service commun (CGCT, art. L. 5211-4-2). */
export const CONVENTION_SERVICE_COMMUN: Modele = {
  nom: 'convention-service-commun',
  version: '2026-1',
  libelle: 'Convention de service commun',
  description:
    'Convention complète, clauses fondées sur le code, annexes : fiche d’impact, postes, finances, moyens, accords.',
  numerotation: 'articles',
  titre: 'Convention de service commun « {{service.nom}} »',
  sousTitre: 'Entre {{joindre(parties.nom, ", ", " et ")}}',
  auteur: '{{epci.nom}}',
  sujet: 'Service commun (CGCT, art. L. 5211-4-2) : {{stade}}',
  motsCles: ['mutualisation', 'service commun', 'convention', 'L. 5211-4-2'],
  champs: CHAMPS,
  exigences: EXIGENCES_SERVICE_COMMUN,
  texte: TEXTE_CONVENTION_SERVICE_COMMUN,
};
