import type { Champ, Exigence, Modele } from '../../moteurs/document/index.ts';
import {
  EPCI,
  facultatif,
  groupe,
  liste,
  listeRequise,
  requis,
  texteRequis,
} from './champs-communs.ts';
import { CHAMPS_FICHE_TECHNIQUE } from './fiche-technique.ts';
import { TEXTE_SCHEMA_MUTUALISATION } from './textes/schema-mutualisation.ts';

const SCHEMA = 'CGCT, art. L. 5211-39-1';

const CONTEXTE: readonly Champ[] = [
  texteRequis('mandat', 'Mandat (« 2026-2032 »)', { ou: 'Schéma › Cadre' }),
  requis('editorial', 'Éditorial', 'texte-long', { ou: 'Schéma › Éditorial' }),
  groupe(
    'president',
    'Présidence',
    [texteRequis('nom', 'Prénom et nom'), texteRequis('fonction', 'Fonction')],
    { ou: 'Réglages › Territoire' },
  ),
  requis('cadre', 'Cadre, objet et méthode', 'texte-long', { ou: 'Schéma › Cadre' }),
  groupe(
    'territoire',
    'Territoire',
    [
      texteRequis('millesime', 'Millésime et source des populations'),
      listeRequise('communes', 'Communes membres', [
        texteRequis('nom', 'Commune'),
        texteRequis('code_insee', 'Code INSEE'),
        requis('population', 'Population municipale', 'entier'),
      ]),
      facultatif('carte', 'Carte du territoire', 'svg'),
    ],
    { ou: 'Réglages › Territoire' },
  ),
  listeRequise(
    'concertation',
    'Concertation menée',
    [
      texteRequis('etape', 'Instance ou étape'),
      texteRequis('quand', 'Dates'),
      texteRequis('participants', 'Participants'),
    ],
    { ou: 'Instances' },
  ),
];

const ETAT_DES_LIEUX: readonly Champ[] = [
  listeRequise(
    'effectifs',
    'Effectifs par collectivité',
    [
      texteRequis('collectivite', 'Collectivité'),
      requis('agents', 'Agents', 'entier'),
      requis('etp', 'ETP', 'etp'),
      requis('part_55', 'Part des agents de 55 ans et plus', 'pourcentage'),
    ],
    { ou: 'État des lieux › Effectifs' },
  ),
  requis('lecture_effectifs', 'Lecture des effectifs', 'texte-long', {
    ou: 'État des lieux › Effectifs',
  }),
  facultatif('pyramide', 'Pyramide des âges', 'svg'),
  facultatif('pyramide_lecture', 'Phrase de lecture de la pyramide', 'texte'),
  listeRequise(
    'services',
    'Activité et coût par service',
    [
      texteRequis('service', 'Service'),
      texteRequis('activite', 'Activité, avec son unité'),
      requis('etp', 'ETP', 'etp'),
      requis('cout', 'Coût annuel', 'montant'),
    ],
    { ou: 'État des lieux › Activité' },
  ),
  requis('materiels', 'Moyens matériels et potentiel de partage', 'texte-long', {
    ou: 'État des lieux › Matériels',
  }),
  liste(
    'existant',
    'Mutualisations existantes',
    [
      texteRequis('objet', 'Objet'),
      texteRequis('forme', 'Forme'),
      texteRequis('membres', 'Membres'),
      texteRequis('bilan', 'Bilan'),
    ],
    { ou: 'État des lieux › Documents' },
  ),
  requis('attentes', 'Attentes et orientations', 'texte-long', { ou: 'Orientations' }),
  requis('charte', 'Principes de la charte', 'liste-de-textes', { ou: 'Orientations › Charte' }),
];

const DECISIONS: readonly Champ[] = [
  listeRequise(
    'perimetres',
    'Décisions de périmètre',
    [
      texteRequis('champ', 'Champ de compétence'),
      texteRequis('forme', 'Forme'),
      requis('communes', 'Nombre de communes', 'entier'),
      requis('decision', 'Décision', 'choix', {
        choix: [
          { code: 'retenu', libelle: 'retenu' },
          { code: 'differe', libelle: 'différé' },
          { code: 'ecarte', libelle: 'écarté' },
        ],
      }),
      texteRequis('motif', 'Motif'),
    ],
    { ou: 'Périmètres' },
  ),
  listeRequise('fiches', 'Fiches techniques', CHAMPS_FICHE_TECHNIQUE, {
    ou: 'Schéma › Fiches techniques',
  }),
  facultatif('organigramme', 'Organigramme cible', 'svg'),
  facultatif('organigramme_lecture', 'Ce que montre l’organigramme', 'texte'),
  listeRequise(
    'impact_effectifs',
    'Impact prévisionnel sur les effectifs',
    [
      texteRequis('collectivite', 'Collectivité'),
      requis('etp_avant', 'ETP avant', 'etp'),
      requis('transferts', 'ETP transférés (négatif : cédés)', 'nombre'),
      requis('creations', 'ETP créés', 'etp'),
      requis('suppressions', 'ETP supprimés', 'etp'),
      requis('etp_apres', 'ETP après', 'etp'),
    ],
    { ou: 'Schéma › Impacts', article: SCHEMA },
  ),
  listeRequise(
    'impact_depenses',
    'Impact prévisionnel sur les dépenses de fonctionnement',
    [
      texteRequis('collectivite', 'Collectivité'),
      requis('avant', 'Dépenses avant', 'montant'),
      requis('apres', 'Dépenses après', 'montant'),
      requis('attribution', 'Effet sur l’attribution de compensation', 'montant'),
    ],
    { ou: 'Schéma › Impacts', article: SCHEMA },
  ),
  requis('hypotheses_impact', 'Hypothèses des impacts', 'texte-long', { ou: 'Schéma › Impacts' }),
  listeRequise(
    'calendrier',
    'Calendrier du schéma',
    [
      texteRequis('etape', 'Étape'),
      requis('echeance', 'Échéance', 'date'),
      texteRequis('responsable', 'Responsable'),
    ],
    { ou: 'Schéma › Calendrier' },
  ),
  requis('suivi', 'Gouvernance et suivi', 'texte-long', { ou: 'Schéma › Suivi' }),
  liste(
    'avis',
    'Avis des communes',
    [
      texteRequis('commune', 'Commune'),
      texteRequis('sens', 'Sens de l’avis'),
      requis('le', 'Date', 'date'),
      facultatif('reserves', 'Réserves', 'texte'),
    ],
    { ou: 'Schéma › Avis des communes' },
  ),
  liste(
    'glossaire',
    'Glossaire',
    [texteRequis('terme', 'Terme'), texteRequis('definition', 'Définition')],
    { ou: 'Schéma › Annexes' },
  ),
];

const EXIGENCES: readonly Exigence[] = [
  {
    code: 'SCH-04',
    pourChaque: 'impact_effectifs',
    refuserSi:
      'element.etp_avant + element.transferts + element.creations - element.suppressions <> element.etp_apres',
    message:
      'Impact sur les effectifs de {{element.collectivite}} : avant, transferts, créations et suppressions ne donnent pas {{element.etp_apres}}. Corrigez la ligne.',
    article: SCHEMA,
    chemin: 'etp_apres',
    ou: 'Schéma › Impacts',
  },
  {
    code: 'SCH-04',
    pourChaque: 'impact_effectifs',
    refuserSi: 'non contient(impact_depenses.collectivite, element.collectivite)',
    message:
      'L’impact sur les dépenses de fonctionnement de {{element.collectivite}} manque : ajoutez sa ligne (zéro est admis).',
    article: SCHEMA,
    chemin: 'collectivite',
    ou: 'Schéma › Impacts',
  },
  {
    code: 'SCH-04',
    pourChaque: 'impact_depenses',
    refuserSi: 'non contient(impact_effectifs.collectivite, element.collectivite)',
    message:
      'L’impact sur les effectifs de {{element.collectivite}} manque : ajoutez sa ligne (zéro est admis).',
    article: SCHEMA,
    chemin: 'collectivite',
    ou: 'Schéma › Impacts',
  },
];

/** Rapport et projet de schéma de mutualisation des services (CGCT, art. L. 5211-39-1). */
export const SCHEMA_MUTUALISATION: Modele = {
  nom: 'schema-mutualisation',
  version: '2026-1',
  libelle: 'Schéma de mutualisation des services',
  description:
    'Rapport complet : état des lieux, périmètres, fiches techniques, impacts exigés par le code, calendrier, annexes.',
  numerotation: 'decimale',
  titre: 'Schéma de mutualisation des services {{mandat}}',
  sousTitre: 'Rapport relatif aux mutualisations de services et projet de schéma',
  auteur: '{{epci.nom}}',
  sujet:
    'Rapport établi en application de l’article L. 5211-39-1 du code général des collectivités territoriales',
  motsCles: ['mutualisation', 'schéma', 'L. 5211-39-1'],
  champs: [EPCI, ...CONTEXTE, ...ETAT_DES_LIEUX, ...DECISIONS],
  exigences: EXIGENCES,
  texte: TEXTE_SCHEMA_MUTUALISATION,
};
