import type { Champ, Exigence, Modele } from '../../moteurs/document/index.ts';
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
import { FINANCES_DU_SERVICE } from './champs-financiers.ts';
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

const EFFETS: readonly Champ[] = [
  groupe('effet', 'Prise d’effet', [requis('date', 'Date d’effet', 'date')], {
    ou: `${EN_CONVENTION} › Durée`,
  }),
  groupe(
    'duree',
    'Durée',
    [
      requis('type', 'Durée', 'choix', {
        choix: [
          { code: 'determinee', libelle: 'déterminée' },
          { code: 'sans-limite', libelle: 'sans limite' },
        ],
      }),
      {
        nom: 'ans',
        libelle: 'Nombre d’années',
        type: 'entier',
        requisSi: 'duree.type = "determinee"',
      },
      {
        nom: 'reconduction',
        libelle: 'Reconduction',
        type: 'choix',
        requisSi: 'duree.type = "determinee"',
        choix: [
          { code: 'expresse', libelle: 'expresse' },
          { code: 'tacite', libelle: 'tacite' },
          { code: 'aucune', libelle: 'aucune' },
        ],
      },
      {
        nom: 'reconduction_maximum',
        libelle: 'Nombre maximal de reconductions tacites',
        type: 'entier',
        requisSi: 'duree.reconduction = "tacite"',
      },
    ],
    { ou: `${EN_CONVENTION} › Durée` },
  ),
  groupe(
    'adhesion',
    'Adhésions ultérieures',
    [
      requis('preavis_mois', 'Préavis d’adhésion (mois)', 'entier'),
      texteRequis('date', 'Jour d’effet des adhésions (« 1er janvier »)'),
    ],
    { ou: `${EN_CONVENTION} › Membres` },
  ),
  groupe('preavis', 'Retrait', [requis('mois', 'Préavis de retrait (mois)', 'entier')], {
    ou: `${EN_CONVENTION} › Sortie`,
  }),
  groupe(
    'sortie',
    'Conséquences d’un retrait',
    [
      requis('agents', 'Sort des agents', 'texte-long'),
      requis('biens', 'Sort des biens, logiciels et données', 'texte-long'),
      requis('charges_residuelles_mois', 'Charges résiduelles (mois)', 'entier'),
    ],
    { ou: `${EN_CONVENTION} › Sortie` },
  ),
];

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
  ...EFFETS,
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

const EXIGENCES: readonly Exigence[] = [
  {
    code: 'SC-01',
    refuserSi: 'non contient(parties.qualite, "epci") ou non contient(parties.qualite, "commune")',
    message:
      'Un service commun réunit l’intercommunalité et au moins une commune membre : ajoutez la partie qui manque.',
    article: SERVICE_COMMUN,
    chemin: 'parties',
  },
  {
    code: 'SC-05',
    pourChaque: 'parties',
    refuserSi: 'element.cst.date < fiche_impact.date',
    message:
      'L’avis du comité social ({{element.nom}}, {{element.cst.date}}) précède la fiche d’impact ({{fiche_impact.date}}) : la fiche se fige d’abord, puis le comité est saisi.',
    article: SERVICE_COMMUN,
    chemin: 'cst.date',
    ou: 'Services communs › Dialogue social',
  },
  {
    code: 'SC-12',
    pourChaque: 'parties',
    refuserSi:
      'element.deliberation.date < element.cst.date ou element.deliberation.date > effet.date',
    message:
      'La délibération ({{element.nom}}) doit suivre l’avis du comité social et précéder la date d’effet : corrigez les dates.',
    article: SERVICE_COMMUN,
    chemin: 'deliberation.date',
    ou: 'Services communs › Délibérations',
  },
  {
    code: 'SC-09',
    refuserSi: 'agents.transferes_etp > agents.transferes_nb ou agents.mad_etp > agents.mad_nb',
    message:
      'Il y a plus d’équivalents temps plein que d’agents : corrigez les effectifs transférés ou mis à disposition.',
    article: SERVICE_COMMUN,
    chemin: 'agents',
  },
  {
    code: 'SC-07',
    pourChaque: 'agents.postes',
    refuserSi: 'element.situation = "transfert" et element.quotite < 100',
    message:
      'Le poste « {{element.intitule}} » n’est affecté au service qu’à {{element.quotite}} : l’agent est mis à disposition, et non transféré.',
    article: SERVICE_COMMUN,
    chemin: 'situation',
  },
  {
    code: 'SC-08',
    pourChaque: 'agents.postes',
    refuserSi:
      'element.situation = "mise-a-disposition" et (element.quotite >= 100 ou element.quotite <= 0)',
    message:
      'Le poste « {{element.intitule}} » est mis à disposition pour {{element.quotite}} : à 100 %, l’agent est transféré de plein droit ; à 0 %, il n’est pas concerné.',
    article: SERVICE_COMMUN,
    chemin: 'quotite',
  },
  {
    code: 'SC-14',
    refuserSi: 'finances.imputation_ac et epci.regime_fiscal <> "FPU"',
    message:
      'L’imputation sur l’attribution de compensation est réservée aux intercommunalités à fiscalité professionnelle unique : choisissez un remboursement.',
    article: `${SERVICE_COMMUN} ; CGI, art. 1609 nonies C`,
    chemin: 'finances.imputation_ac',
  },
  {
    code: 'cles-100',
    refuserSi: 'renseigne(finances.cles) et somme(finances.cles.ponderation) <> 100',
    message:
      'Les pondérations des clés font {{somme(finances.cles.ponderation)}} au lieu de 100 % : corrigez-les.',
    article: null,
    chemin: 'finances.cles',
    ou: 'Refacturation › Clés',
  },
  {
    code: 'annexe-financiere',
    refuserSi:
      'renseigne(finances.simulation) et somme(finances.simulation.montant) <> finances.cout_previsionnel',
    message:
      'La simulation répartit {{somme(finances.simulation.montant)}} pour un coût de {{finances.cout_previsionnel}} : recalculez-la.',
    article: null,
    chemin: 'finances.simulation',
    ou: 'Refacturation › Simulation',
  },
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
  exigences: EXIGENCES,
  texte: TEXTE_CONVENTION_SERVICE_COMMUN,
};
