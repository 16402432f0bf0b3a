import type { ContenuServiceCommun, Partie } from '../../conventions/index.ts';

const PRENOMS = ['Alix', 'Camille', 'Dominique', 'Claude', 'Sacha', 'Maxence', 'Andrea', 'Lou'];
const NOMS = [
  'Fayolle',
  'Mercier',
  'Desbois',
  'Garnier',
  'Lacroix',
  'Perrin',
  'Chartier',
  'Rivoire',
  'Bonnard',
  'Valette',
  'Dumoulin',
];

/** Des représentants inventés : aucune personne réelle. */
export const representerFictivement = (parties: readonly Partie[]): readonly Partie[] =>
  parties.map((partie, rang) => ({
    ...partie,
    adresse: partie.qualite === 'epci' ? 'Siège de la communauté, 42190 Charlieu' : partie.adresse,
    representant: {
      civilite: rang % 2 === 0 ? 'Mme' : 'M.',
      prenom: PRENOMS[rang % PRENOMS.length] ?? 'Alix',
      nom: NOMS[rang % NOMS.length] ?? 'Exemple',
      fonction: partie.qualite === 'epci' ? 'présidence de la communauté' : 'maire',
    },
  }));

const mission = (intitule: string, autorite: 'maire' | 'president') => ({
  intitule,
  autorite,
  competenceTransferee: false,
  centreDeGestion: false,
});

/** Le contenu de la convention de démonstration : tout ce qu’une rédactrice aurait écrit. */
export const completerConvention = (contenu: ContenuServiceCommun): ContenuServiceCommun => ({
  ...contenu,
  contexte:
    'Depuis 2015, la communauté instruit les autorisations d’urbanisme pour les communes qui le souhaitent. Trois communes ont rejoint le service en 2016, 2018 et 2019. La présente convention remplace celle de 2015 : elle dit le coût du service, la clé et ce que chacun fait.',
  objectifs:
    contenu.objectifs.length > 0
      ? contenu.objectifs
      : [
          'assurer la continuité de l’instruction toute l’année',
          'sécuriser les actes et tenir les délais',
          'donner à chaque maire un interlocuteur connu',
        ],
  missions: [
    mission('Instruction des permis, déclarations et certificats', 'maire'),
    mission('Conseil aux pétitionnaires, sur rendez-vous', 'maire'),
    mission('Guichet numérique et statistiques', 'president'),
  ],
  exclusions: [
    'l’instruction des autorisations de travaux des établissements recevant du public',
    'le contentieux pénal de l’urbanisme',
    'la planification (plan local d’urbanisme)',
  ],
  actesReserves: [
    'l’accueil et l’enregistrement des demandes',
    'la décision et sa signature',
    'le recours gracieux',
  ],
  taches: [
    { tache: 'Réception et affichage de la demande', commune: 'Responsable', service: 'Informé' },
    { tache: 'Examen de la complétude', commune: 'Consultée', service: 'Responsable' },
    { tache: 'Consultations extérieures', commune: 'Informée', service: 'Responsable' },
    { tache: 'Projet de décision', commune: 'Consultée', service: 'Responsable' },
    { tache: 'Décision et notification', commune: 'Responsable', service: 'Informé' },
  ],
  lieu: 'siège de la communauté, avec une permanence hebdomadaire à Belmont-de-la-Loire',
  horaires: 'du lundi au vendredi, de 8 h 30 à 12 h et de 13 h 30 à 17 h',
  transferes: contenu.postes.filter(({ situation }) => situation === 'transfert').length,
  moyens: [
    {
      designation: 'Logiciel d’instruction (abonnement)',
      proprietaire: 'Communauté',
      regime: 'achat par le gestionnaire',
    },
  ],
  engagements: [
    { indicateur: 'Délai moyen d’examen de la complétude', cible: '10 jours' },
    { indicateur: 'Projets de décision remis dix jours avant le terme', cible: '90 %' },
    { indicateur: 'Décisions tacites non voulues', cible: 'aucune' },
  ],
  finances: {
    ...contenu.finances,
    annee: 2025,
    quotePartEpci: '0.3',
    acomptes: { nombre: 4, taux: '0.8' },
  },
  suivi: {
    composition: 'un élu et un technicien par membre',
    frequence: 'une fois par an',
  },
  effetLe: '2025-01-01',
  duree: { type: 'determinee', ans: 6, reconduction: 'expresse', reconductionMaximum: null },
  preavisMois: 12,
  sortie: {
    agents:
      'Les agents du service restent affectés au gestionnaire ; leur reprise éventuelle par le membre sortant fait l’objet d’un accord écrit.',
    biens:
      'Les biens restent au gestionnaire ; les dossiers et les données de la commune lui sont remis dans un format ouvert.',
    contrats: 'Les contrats en cours restent au gestionnaire jusqu’à leur terme.',
    chargesResiduellesMois: 12,
  },
  tribunal: 'Lyon',
  lieuDeSignature: 'Charlieu',
});
