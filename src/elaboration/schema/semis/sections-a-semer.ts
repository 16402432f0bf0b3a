import type { Redaction } from '../saisie/champs.ts';

/** Les sections rédigées du territoire de démonstration (personnes et chiffres fictifs). */
export const SECTIONS_A_SEMER: Readonly<Record<string, Redaction>> = {
  preambule: {
    president_nom: 'Hélène Fayolle',
    president_fonction: 'présidente de la communauté de communes',
    siege: '9 place de la Bouverie, 42190 Charlieu',
    tribunal: 'Lyon',
    editorial:
      'Mutualiser n’est pas s’effacer. C’est choisir ensemble ce que chacun fera mieux avec les autres, et le dire clairement : à quel prix, pour quel service, avec quels agents.\n\nCe projet est le fruit de plusieurs mois de travail avec les vingt-cinq communes. Il vous est soumis pour avis.',
    cadre:
      'Le présent rapport dresse l’état des lieux des services, expose les périmètres retenus et présente le projet de schéma à mettre en œuvre pendant le mandat.\n\nIl a été préparé par un comité de pilotage, un comité technique et quatre groupes de travail.',
    concertation: [
      {
        etape: 'Comité de pilotage',
        quand: 'cinq réunions, d’avril à juillet 2026',
        participants: 'présidente, vice-présidents, six maires',
      },
      {
        etape: 'Entretiens avec les communes',
        quand: 'avril et mai 2026',
        participants: '25 communes sur 25',
      },
      { etape: 'Séminaire des élus', quand: '27 juin 2026', participants: '118 élus' },
    ],
  },
  diagnostic: {
    lecture_effectifs: '',
    services: [
      { service: 'ADS', libelle: 'Instruction du droit des sols', activite: '612 actes' },
      { service: 'RH', libelle: 'Paie et carrières', activite: '4 100 bulletins' },
      { service: 'SI', libelle: 'Informatique', activite: '310 postes' },
      { service: 'CP', libelle: 'Commande publique', activite: '46 marchés' },
      { service: 'VOI', libelle: 'Voirie', activite: '486 km' },
    ],
    materiels:
      'L’inventaire recense 214 matériels. Trente-deux servent moins de vingt jours par an : broyeurs, nacelles, podiums et désherbeurs sont les premiers candidats au partage.',
    existant: [
      {
        objet: 'Prêt de podiums',
        forme: 'partage de biens',
        membres: '11 communes',
        bilan: '74 prêts en 2025',
      },
      {
        objet: 'Achat d’énergie',
        forme: 'groupement de commandes',
        membres: '25 communes',
        bilan: 'marché échu fin 2027',
      },
    ],
  },
  orientations: {
    attentes:
      'Les communes demandent d’abord de la continuité (21 sur 25), puis de l’expertise (18), enfin des économies (9). Les plus petites redoutent l’éloignement ; les plus grandes, de payer pour les autres.',
    charte: [
      'chaque commune choisit les services auxquels elle adhère',
      'aucun service n’ouvre sans coût connu ni clé écrite',
      'l’agent est informé avant la presse',
      'un bilan est rendu chaque année',
    ],
    non_retenus: [
      {
        champ: 'Police municipale',
        forme: 'mise à disposition',
        decision: 'differe',
        motif: 'étude à mener en 2028',
      },
      {
        champ: 'Restauration scolaire',
        forme: 'transfert',
        decision: 'ecarte',
        motif: 'attachement communal, équipements récents',
      },
    ],
  },
  impacts: { hypotheses_impact: '' },
  calendrier: {
    calendrier: [
      {
        etape: 'Transmission du rapport aux communes',
        echeance: '2026-08-01',
        responsable: 'Présidente',
      },
      {
        etape: 'Approbation du schéma',
        echeance: '2026-12-31',
        responsable: 'Conseil communautaire',
      },
      {
        etape: 'Ouverture des premiers services communs',
        echeance: '2027-07-01',
        responsable: 'Direction générale',
      },
    ],
    suivi:
      'Le comité de pilotage se réunit deux fois par an. Il dispose d’un tableau de bord : communes adhérentes, délais, coûts, satisfaction.',
  },
  annexes: {
    glossaire: [
      {
        terme: 'Équivalent temps plein (ETP)',
        definition: 'quantité de travail d’un agent à temps complet',
      },
      {
        terme: 'Service commun',
        definition:
          'service partagé, hors compétences transférées, entre l’intercommunalité et des communes',
      },
      {
        terme: 'Attribution de compensation',
        definition: 'reversement entre l’intercommunalité et la commune, fixé lors des transferts',
      },
    ],
  },
};
