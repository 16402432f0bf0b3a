import type { Champ, Exigence, Modele } from '../../moteurs/document/index.ts';
import { facultatif, groupe, requis, TRIBUNAL, texteRequis } from './champs-communs.ts';
import { TEXTE_DELIBERATION_AVIS } from './textes/deliberation-avis.ts';

const SCHEMA = 'CGCT, art. L. 5211-39-1';

const CHAMPS: readonly Champ[] = [
  ...[
    groupe('commune', 'Commune', [
      texteRequis('nom', 'Nom'),
      texteRequis('departement', 'Département'),
      texteRequis('maire', 'Maire (« Mme Anne Roux »)'),
    ]),
    texteRequis('epci', 'Intercommunalité'),
    texteRequis('mandat', 'Mandat du schéma'),
    requis('reception', 'Date de réception du rapport par la commune', 'date', { article: SCHEMA }),
    requis('limite', 'Dernier jour du délai de trois mois', 'date', { article: SCHEMA }),
    groupe('seance', 'Séance', [
      requis('date', 'Date de la séance', 'date'),
      requis('convocation', 'Date de la convocation', 'date'),
      requis('exercice', 'Conseillers en exercice', 'entier'),
      facultatif('presents', 'Présents', 'entier'),
      facultatif('pouvoirs', 'Pouvoirs', 'entier'),
      facultatif('secretaire', 'Secrétaire de séance', 'texte'),
    ]),
    requis('effets', 'Ce que le schéma change pour la commune', 'texte-long'),
    requis('etp', 'Effet sur les effectifs de la commune (ETP)', 'nombre'),
    requis('depenses', 'Effet sur les dépenses annuelles de la commune', 'montant'),
    requis('sens', 'Sens de l’avis proposé', 'choix', {
      choix: [
        { code: 'favorable', libelle: 'favorable' },
        { code: 'reserve', libelle: 'favorable avec réserves' },
        { code: 'defavorable', libelle: 'défavorable' },
      ],
    }),
    {
      nom: 'reserves',
      libelle: 'Réserves ou motifs',
      type: 'liste-de-textes',
      requisSi: 'sens <> "favorable"',
    } as const,
    groupe('vote', 'Vote', [
      facultatif('pour', 'Pour', 'entier'),
      facultatif('contre', 'Contre', 'entier'),
      facultatif('abstentions', 'Abstentions', 'entier'),
    ]),
  ].map((champ): Champ => ({ ...champ, ou: 'Schéma › Avis des communes' })),
  TRIBUNAL,
];

const EXIGENCES: readonly Exigence[] = [
  {
    code: 'SCH-06',
    refuserSi: 'seance.date > limite',
    message:
      'La séance du {{seance.date}} se tient après le dernier jour du délai ({{limite}}) : l’avis sera déjà réputé favorable. Avancez la séance.',
    article: SCHEMA,
    chemin: 'seance.date',
    ou: 'Schéma › Avis des communes',
  },
  {
    code: 'avis-avant-reception',
    refuserSi: 'seance.date < reception',
    message: 'La séance précède la réception du rapport ({{reception}}) : corrigez la date.',
    article: SCHEMA,
    chemin: 'seance.date',
    ou: 'Schéma › Avis des communes',
  },
];

/** Projet de délibération d’un conseil municipal : avis sur le projet de schéma. */
export const DELIBERATION_AVIS: Modele = {
  nom: 'deliberation-avis',
  version: '2026-1',
  libelle: 'Délibération d’avis sur le schéma',
  description:
    'Projet de délibération prêt à relire pour une commune : visas, considérants, dispositif, vote, voies de recours.',
  numerotation: 'articles',
  titre: 'Avis du conseil municipal sur le projet de schéma de mutualisation',
  sousTitre: 'Commune de {{commune.nom}}, séance du {{seance.date}}',
  auteur: 'Commune de {{commune.nom}}',
  sujet: 'Projet de délibération (CGCT, art. L. 5211-39-1)',
  motsCles: ['délibération', 'avis', 'schéma de mutualisation'],
  champs: CHAMPS,
  exigences: EXIGENCES,
  texte: TEXTE_DELIBERATION_AVIS,
};
