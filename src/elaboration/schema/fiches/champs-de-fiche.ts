import type { ChampARediger } from '../saisie/champs.ts';

/** Les parties d’une fiche, dans l’ordre où on la lit. */
export const PARTIES_DE_FICHE: readonly {
  readonly titre: string;
  readonly champs: readonly ChampARediger[];
}[] = [
  {
    titre: 'Qui la porte',
    champs: [
      { nom: 'pilote_elu', libelle: 'Pilote élu', genre: 'texte' },
      { nom: 'pilote_technique', libelle: 'Pilote technique', genre: 'texte' },
      {
        nom: 'entree',
        libelle: 'Date d’entrée des premiers adhérents',
        genre: 'jour',
      },
    ],
  },
  {
    titre: 'Pourquoi, et pour quoi faire',
    champs: [
      {
        nom: 'constat',
        libelle: 'Constat',
        genre: 'texte-long',
        aide: 'Volumes, points forts, fragilités. Les effectifs et les coûts viennent des données : inutile de les recopier.',
      },
      {
        nom: 'objectif',
        libelle: 'Objectif',
        genre: 'texte-long',
        aide: 'Le résultat attendu en une phrase, et ce que la commune et l’habitant y gagnent.',
      },
      { nom: 'missions', libelle: 'Missions incluses', genre: 'liste', aide: 'Une par ligne.' },
      { nom: 'exclusions', libelle: 'Missions exclues', genre: 'liste', aide: 'Une par ligne.' },
    ],
  },
  {
    titre: 'Comment',
    champs: [
      { nom: 'fondement', libelle: 'Fondement juridique', genre: 'texte' },
      { nom: 'actes', libelle: 'Actes et avis nécessaires', genre: 'liste', aide: 'Un par ligne.' },
      {
        nom: 'organisation',
        libelle: 'Organisation cible',
        genre: 'texte-long',
        aide: 'Rattachement, autorité, lieux, horaires, délais de réponse.',
      },
      { nom: 'moyens_humains', libelle: 'Moyens humains', genre: 'texte-long' },
      { nom: 'moyens_materiels', libelle: 'Moyens matériels et locaux', genre: 'texte-long' },
    ],
  },
  {
    titre: 'Combien',
    champs: [
      { nom: 'investissement', libelle: 'Investissement de départ', genre: 'montant' },
      {
        nom: 'hypotheses',
        libelle: 'Hypothèses',
        genre: 'texte-long',
        aide: 'Un gain sans hypothèse écrite ne sera pas cru.',
      },
      {
        nom: 'couts_evites',
        libelle: 'Coûts évités',
        genre: 'texte-long',
        aide: 'Recrutement ou prestation non engagés. Jamais additionnés aux économies réelles.',
      },
      { nom: 'valeur_de_service', libelle: 'Valeur de service', genre: 'texte-long' },
      { nom: 'financement', libelle: 'Financement et clé', genre: 'texte-long' },
    ],
  },
  {
    titre: 'Suivre',
    champs: [
      {
        nom: 'indicateurs',
        libelle: 'Indicateurs de suivi',
        genre: 'lignes',
        aide: 'De trois à six.',
        colonnes: [
          { nom: 'libelle', libelle: 'Indicateur', genre: 'texte' },
          { nom: 'initiale', libelle: 'Valeur initiale', genre: 'texte' },
          { nom: 'cible', libelle: 'Cible', genre: 'texte' },
          { nom: 'unite', libelle: 'Unité', genre: 'texte' },
          { nom: 'source', libelle: 'Source', genre: 'texte' },
        ],
      },
      {
        nom: 'calendrier',
        libelle: 'Calendrier',
        genre: 'lignes',
        colonnes: [
          { nom: 'etape', libelle: 'Étape', genre: 'texte' },
          { nom: 'debut', libelle: 'Début', genre: 'jour' },
          { nom: 'fin', libelle: 'Fin', genre: 'jour' },
          { nom: 'responsable', libelle: 'Responsable', genre: 'texte' },
        ],
      },
      {
        nom: 'risques',
        libelle: 'Risques',
        genre: 'lignes',
        colonnes: [
          { nom: 'risque', libelle: 'Risque', genre: 'texte' },
          { nom: 'parade', libelle: 'Parade', genre: 'texte' },
          { nom: 'porteur', libelle: 'Porteur', genre: 'texte' },
        ],
      },
      {
        nom: 'sortie',
        libelle: 'Sortie et révision',
        genre: 'texte-long',
        aide: 'Durée, préavis, conditions.',
      },
    ],
  },
];

export const CHAMPS_DE_FICHE: readonly ChampARediger[] = PARTIES_DE_FICHE.flatMap(
  ({ champs }) => champs,
);

/** Les champs qu’une fiche prête peut laisser vides. */
export const CHAMPS_FACULTATIFS: ReadonlySet<string> = new Set([
  'couts_evites',
  'valeur_de_service',
]);
