import type { ChampARediger } from '../saisie/champs.ts';

/** Les sections que l’on rédige, dans l’ordre du document. Les chiffres, eux, viennent des données. */
export interface SectionDuSchema {
  readonly code: string;
  readonly titre: string;
  /** Ce qu’on y écrit, et ce qui y arrive seul. */
  readonly chapeau: string;
  readonly champs: readonly ChampARediger[];
}

const DECISIONS = [
  { valeur: 'differe', libelle: 'différé' },
  { valeur: 'ecarte', libelle: 'écarté' },
];

export const SECTIONS: readonly SectionDuSchema[] = [
  {
    code: 'preambule',
    titre: 'Préambule',
    chapeau:
      'L’éditorial, le cadre et la concertation. Les communes et leurs populations arrivent seules.',
    champs: [
      { nom: 'president_nom', libelle: 'Prénom et nom de la présidence', genre: 'texte' },
      {
        nom: 'president_fonction',
        libelle: 'Fonction',
        genre: 'texte',
        aide: 'Par exemple : présidente de la communauté de communes.',
      },
      { nom: 'siege', libelle: 'Adresse du siège', genre: 'texte' },
      {
        nom: 'tribunal',
        libelle: 'Ville du tribunal administratif',
        genre: 'texte',
        aide: 'Pour les voies de recours des projets de délibération.',
      },
      { nom: 'editorial', libelle: 'Éditorial', genre: 'texte-long' },
      { nom: 'cadre', libelle: 'Cadre, objet et méthode', genre: 'texte-long' },
      {
        nom: 'concertation',
        libelle: 'Concertation menée',
        genre: 'lignes',
        colonnes: [
          { nom: 'etape', libelle: 'Instance ou étape', genre: 'texte' },
          { nom: 'quand', libelle: 'Dates', genre: 'texte' },
          { nom: 'participants', libelle: 'Participants', genre: 'texte' },
        ],
      },
    ],
  },
  {
    code: 'diagnostic',
    titre: 'Diagnostic',
    chapeau:
      'Agents, ETP, âges et coûts viennent de la grille RH. Vous écrivez ce qu’ils veulent dire.',
    champs: [
      {
        nom: 'lecture_effectifs',
        libelle: 'Lecture des effectifs',
        genre: 'texte-long',
        aide: 'Laissée vide, une phrase est tirée des chiffres du jour.',
      },
      {
        nom: 'services',
        libelle: 'Activité par service',
        genre: 'lignes',
        aide: 'Les ETP et le coût de chaque service sont ajoutés d’après la grille RH.',
        colonnes: [
          { nom: 'service', libelle: 'Service (nom ou code)', genre: 'texte' },
          { nom: 'libelle', libelle: 'Nom à écrire', genre: 'texte' },
          { nom: 'activite', libelle: 'Activité, avec son unité', genre: 'texte' },
        ],
      },
      {
        nom: 'materiels',
        libelle: 'Moyens matériels et potentiel de partage',
        genre: 'texte-long',
      },
      {
        nom: 'existant',
        libelle: 'Mutualisations existantes',
        genre: 'lignes',
        colonnes: [
          { nom: 'objet', libelle: 'Objet', genre: 'texte' },
          { nom: 'forme', libelle: 'Forme', genre: 'texte' },
          { nom: 'membres', libelle: 'Membres', genre: 'texte' },
          { nom: 'bilan', libelle: 'Bilan', genre: 'texte' },
        ],
      },
    ],
  },
  {
    code: 'orientations',
    titre: 'Orientations',
    chapeau:
      'Les périmètres retenus viennent des fiches. Dites aussi ce qui est différé ou écarté, et pourquoi.',
    champs: [
      { nom: 'attentes', libelle: 'Attentes et orientations', genre: 'texte-long' },
      {
        nom: 'charte',
        libelle: 'Principes de la charte',
        genre: 'liste',
        aide: 'Un par ligne.',
      },
      {
        nom: 'non_retenus',
        libelle: 'Champs différés ou écartés',
        genre: 'lignes',
        colonnes: [
          { nom: 'champ', libelle: 'Champ de compétence', genre: 'texte' },
          { nom: 'forme', libelle: 'Forme étudiée', genre: 'texte' },
          { nom: 'decision', libelle: 'Décision', genre: 'texte', choix: DECISIONS },
          { nom: 'motif', libelle: 'Motif', genre: 'texte' },
        ],
      },
    ],
  },
  {
    code: 'impacts',
    titre: 'Impacts',
    chapeau:
      'Les deux tableaux exigés par le code sont dressés d’après les fiches. Vous en écrivez les hypothèses.',
    champs: [
      {
        nom: 'hypotheses_impact',
        libelle: 'Hypothèses des impacts',
        genre: 'texte-long',
        aide: 'Laissées vides, elles disent seulement d’où viennent les chiffres.',
      },
    ],
  },
  {
    code: 'calendrier',
    titre: 'Calendrier et suivi',
    chapeau: 'Les étapes du schéma entier, et la façon dont il sera suivi.',
    champs: [
      {
        nom: 'calendrier',
        libelle: 'Calendrier du schéma',
        genre: 'lignes',
        colonnes: [
          { nom: 'etape', libelle: 'Étape', genre: 'texte' },
          { nom: 'echeance', libelle: 'Échéance', genre: 'jour' },
          { nom: 'responsable', libelle: 'Responsable', genre: 'texte' },
        ],
      },
      { nom: 'suivi', libelle: 'Gouvernance et suivi', genre: 'texte-long' },
    ],
  },
  {
    code: 'annexes',
    titre: 'Annexes',
    chapeau: 'Le glossaire. Les avis des communes s’y ajoutent à mesure qu’ils sont rendus.',
    champs: [
      {
        nom: 'glossaire',
        libelle: 'Glossaire',
        genre: 'lignes',
        colonnes: [
          { nom: 'terme', libelle: 'Terme', genre: 'texte' },
          { nom: 'definition', libelle: 'Définition', genre: 'texte' },
        ],
      },
    ],
  },
];

export const trouverSection = (code: string | undefined): SectionDuSchema | undefined =>
  SECTIONS.find((section) => section.code === code);

/** Les champs dont le vide est comblé par les données, ou que le document n’exige pas. */
const FACULTATIFS = new Set([
  'lecture_effectifs',
  'hypotheses_impact',
  'existant',
  'non_retenus',
  'glossaire',
  'tribunal',
]);

/** Les champs d’une section que le document réclame. */
export const champsExiges = ({ champs }: SectionDuSchema): readonly ChampARediger[] =>
  champs.filter(({ nom }) => !FACULTATIFS.has(nom));
