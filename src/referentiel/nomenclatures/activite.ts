import { entree, nomenclature } from './entrees.ts';

/** Actes d’urbanisme instruits, et leurs noms dans les tableaux de bord. */
export const TYPES_D_ACTES = nomenclature(
  'types-d-actes',
  'Types d’actes d’urbanisme',
  [
    entree(
      'CUa',
      "Certificat d'urbanisme d'information",
      [
        'CU a',
        'CU-a',
        "CU d'information",
        'CU information',
        'CU info',
        'CU inf',
        "Certificat d'urbanisme information",
        "Certificat d'urbanisme simple",
        'CU simple',
        'CU type a',
        'CUI',
        'CU (a)',
        'CU article a',
        'Certificat urbanisme a',
        'CU informatif',
        'CU L410-1a',
        'CU 410-1 a',
      ],
      [],
    ),
    entree(
      'CUb',
      "Certificat d'urbanisme opérationnel",
      [
        'CU b',
        'CU-b',
        'CU opérationnel',
        'CU op',
        'CU opé',
        'CU type b',
        'CUO',
        'CU (b)',
        'CU article b',
        'Certificat urbanisme b',
        'CU pré-opérationnel',
        'CU préopérationnel',
        'CU L410-1b',
        'CU 410-1 b',
      ],
      [],
    ),
    entree(
      'DP',
      'Déclaration préalable',
      [
        'Déclarations préalables',
        'Déclaration préalable de travaux',
        'DP travaux',
        'Décl. préalable',
        'D.P.',
        'DPs',
        'DPMI',
        'DPLT',
      ],
      ['Déclaration de travaux', 'DP maison', 'DP maison individuelle'],
    ),
    entree(
      'PCMI',
      'Permis de construire une maison individuelle',
      [
        'PC maison',
        'PC MI',
        'PC maison individuelle',
        'PC maisons',
        'PC individuel',
        'Permis maison individuelle',
        'Permis de construire maison individuelle',
        'PC (maison individuelle)',
        'PC (MI)',
        'Permis maison',
        'P.C.M.I.',
        'PCMIs',
        'Permis de construire MI',
        'Permis de construire (MI)',
      ],
      ['Maison individuelle', 'PC habitation individuelle', 'PC logement individuel'],
    ),
    entree(
      'PC',
      'Permis de construire (autres)',
      [
        'PC autre',
        'PC autres',
        'PC hors MI',
        'PC hors maison',
        'PC hors maison individuelle',
        'PC (autre)',
        'PC (autres)',
        'Permis de construire',
        'Permis de construire autre',
        'Autres permis de construire',
        'Autre PC',
        'PC collectif',
        'P.C.',
        'PCs',
      ],
      [],
    ),
    entree(
      'PA',
      "Permis d'aménager",
      ['Permis aménager', 'P.A.', 'PAs', 'Permis aménagement'],
      ['Permis de lotir', 'Lotissement'],
    ),
    entree(
      'PD',
      'Permis de démolir',
      ['Permis démolir', 'P.D.', 'PDs', 'Permis démolition'],
      ['Démolition'],
    ),
  ],
  true,
);

export interface Indicateur {
  readonly service: string;
  readonly indicateur: string;
  readonly unite: string;
  readonly usages: readonly string[];
}

/** Indicateurs d’activité de la grille d’échange, leur service, leur unité, leurs intitulés d’usage. */
export const INDICATEURS: readonly Indicateur[] = [
  {
    service: 'ACC',
    indicateur: "Actes d'état civil dressés",
    unite: 'acte',
    usages: ['État civil', "Actes d'état civil", 'Actes EC', "Nb actes d'état civil"],
  },
  {
    service: 'ACC',
    indicateur: "Heures d'ouverture hebdomadaire au public",
    unite: 'heure',
    usages: [
      "Heures d'ouverture",
      'Ouverture au public',
      'Ouverture mairie',
      'Heures ouverture hebdo',
    ],
  },
  {
    service: 'ADS',
    indicateur: "Autorisations d'urbanisme instruites",
    unite: 'dossier',
    usages: [
      "Autorisations d'urbanisme",
      'Dossiers ADS',
      "Dossiers d'urbanisme",
      'Urbanisme',
      "Actes d'urbanisme",
    ],
  },
  {
    service: 'BAT',
    indicateur: 'Surface bâtie',
    unite: 'm²',
    usages: ['Bâtiments', 'Surface des bâtiments', 'Surface bâtiments', 'Patrimoine bâti'],
  },
  {
    service: 'CP',
    indicateur: 'Marchés publics notifiés',
    unite: 'marché',
    usages: ['Marchés', 'Marchés publics', 'Marchés notifiés', 'Nb marchés'],
  },
  {
    service: 'DEC',
    indicateur: 'Déchets collectés',
    unite: 'tonne',
    usages: ['Déchets', 'Tonnage', 'Tonnes collectées', 'Ordures ménagères'],
  },
  {
    service: 'EAU',
    indicateur: "Installations d'assainissement non collectif",
    unite: 'installation',
    usages: ['ANC', 'SPANC', 'Installations ANC', 'Assainissement non collectif'],
  },
  {
    service: 'ENT',
    indicateur: 'Surface nettoyée',
    unite: 'm²',
    usages: ['Ménage', 'Entretien des locaux', 'Surface entretien', 'Surface ménage'],
  },
  {
    service: 'EV',
    indicateur: "Surface d'espaces verts entretenue",
    unite: 'm²',
    usages: ['Espaces verts', 'Surface espaces verts', 'EV'],
  },
  {
    service: 'FIN',
    indicateur: 'Mandats et titres émis',
    unite: 'pièce',
    usages: [
      'Mandats + titres',
      'Mandats et titres',
      'Mandats titres',
      'Nb mandats et titres',
      'Pièces comptables',
      'Mandats/titres',
      'Écritures',
    ],
  },
  {
    service: 'FS',
    indicateur: 'Accompagnements réalisés',
    unite: 'accompagnement',
    usages: ['France services', 'Accompagnements', 'Accompagnements France services'],
  },
  {
    service: 'JEU',
    indicateur: 'Journées enfant',
    unite: 'journée',
    usages: ['Journées enfants', 'Centre de loisirs', 'Journées ALSH', 'ALSH'],
  },
  {
    service: 'LEC',
    indicateur: 'Prêts de documents',
    unite: 'prêt',
    usages: ['Prêts', 'Bibliothèque', 'Prêts bibliothèque', 'Prêts médiathèque', 'Médiathèque'],
  },
  {
    service: 'PE',
    indicateur: 'Heures facturées aux familles',
    unite: 'heure',
    usages: ['Heures crèche', 'Heures facturées', 'Crèche heures'],
  },
  {
    service: 'PE',
    indicateur: "Places d'accueil collectif",
    unite: 'place',
    usages: ['Places crèche', 'Places en crèche', 'Berceaux', 'Places'],
  },
  {
    service: 'POL',
    indicateur: 'Heures de patrouille',
    unite: 'heure',
    usages: ['Patrouille', 'Police municipale', 'Heures PM', 'Patrouilles'],
  },
  {
    service: 'REST',
    indicateur: 'Repas servis',
    unite: 'repas',
    usages: ['Repas', 'Repas cantine', 'Cantine', 'Nb repas', 'Repas restauration scolaire'],
  },
  {
    service: 'RH',
    indicateur: 'Bulletins de paie édités',
    unite: 'bulletin',
    usages: [
      'Bulletins de paie',
      'Nb bulletins de paie',
      'Bulletins',
      'Paies',
      'Bulletins paie',
      'Fiches de paie',
      'Bulletins de salaire',
    ],
  },
  {
    service: 'SCO',
    indicateur: 'Élèves scolarisés (écoles publiques)',
    unite: 'élève',
    usages: [
      'Élèves',
      'Nb élèves',
      'Effectif scolaire',
      'Élèves scolarisés',
      'Effectifs scolaires',
    ],
  },
  {
    service: 'SI',
    indicateur: "Demandes d'assistance traitées",
    unite: 'demande',
    usages: ['Assistance', 'Tickets', "Demandes d'assistance", 'Dépannages'],
  },
  {
    service: 'SI',
    indicateur: 'Postes informatiques',
    unite: 'poste',
    usages: ['PC', 'Postes', 'Ordinateurs', 'Nb PC', 'Postes info', 'Micro-ordinateurs'],
  },
  {
    service: 'SOC',
    indicateur: 'Bénéficiaires du CCAS',
    unite: 'bénéficiaire',
    usages: ['CCAS', 'Bénéficiaires', 'Bénéficiaires CCAS', 'Action sociale'],
  },
  {
    service: 'SPO',
    indicateur: 'Entrées du centre aquatique',
    unite: 'entrée',
    usages: ['Entrées piscine', 'Piscine', 'Entrées', 'Centre aquatique'],
  },
  {
    service: 'TOU',
    indicateur: 'Contacts touristiques au guichet',
    unite: 'contact',
    usages: ['Contacts touristiques', 'Office de tourisme', 'Contacts OT', 'Visiteurs OT'],
  },
  {
    service: 'VOI',
    indicateur: 'Linéaire de voirie communale',
    unite: 'm',
    usages: [
      'Voirie',
      'Voirie communale',
      'Linéaire de voirie',
      'Longueur de voirie',
      'Km de voirie',
      'Routes',
      'VC',
    ],
  },
  {
    service: 'VOI',
    indicateur: "Linéaire de voirie d'intérêt communautaire",
    unite: 'm',
    usages: ["Voirie d'intérêt communautaire", 'Voirie communautaire', 'VIC'],
  },
];

export const INDICATEURS_D_ACTIVITE = nomenclature(
  'indicateurs',
  'Indicateurs d’activité',
  INDICATEURS.map(({ indicateur, usages }) => entree(indicateur, indicateur, [], usages)),
);

/** Ce que donne un indicateur : service, libellé, unité. */
export const champsDIndicateur = (libelle: string): Readonly<Record<string, string>> => {
  const trouve = INDICATEURS.find((i) => i.indicateur === libelle);
  return trouve
    ? { service: trouve.service, indicateur: trouve.indicateur, unite: trouve.unite }
    : { indicateur: libelle };
};

export const ETATS_DE_BIEN = nomenclature('etats', 'État du matériel', [
  entree('neuf', 'Neuf', ['TBE', 'Très bon état', 'Très bon', 'Comme neuf', 'Excellent', 'N'], []),
  entree('bon', 'Bon état', ['BE', 'B.E.', 'Bon', 'Correct', 'B', 'Bon fonctionnement'], []),
  entree('moyen', 'État moyen', ['Moyen', 'EM', 'E.M.', 'État d’usage', 'Passable', 'M'], []),
  entree(
    'usagé',
    'Usagé',
    [
      'Usagé / à remplacer',
      'À remplacer',
      'Vétuste',
      'Mauvais',
      'Mauvais état',
      'ME',
      'M.E.',
      'Usé',
      'U',
      'Vieux',
    ],
    [],
  ),
  entree(
    'hors service',
    'Hors service',
    ['HS', 'H.S.', 'En panne', 'Hors d’usage', 'Irréparable', 'À réformer', 'Réformé', 'Cassé'],
    [],
  ),
]);

export const STATUTS_DE_RESERVATION = nomenclature(
  'statuts-de-reservation',
  'Statuts de réservation',
  [
    entree(
      'demandée',
      'Demandée',
      ['En attente', 'Demande', 'Demandé', 'À valider', 'En cours', 'Attente'],
      [],
    ),
    entree(
      'validée',
      'Validée',
      ['Validé', 'Accepté', 'Acceptée', 'Confirmé', 'Confirmée', 'OK', 'Réservé', 'Accord'],
      [],
    ),
    entree('refusée', 'Refusée', ['Refus', 'Refusé', 'Non accordé', 'Rejeté'], []),
    entree('annulée', 'Annulée', ['Annulé', 'Annulation', 'Annul.'], []),
    entree(
      'restituée',
      'Restituée',
      ['OK rendu', 'Rendu', 'Rendue', 'Restitué', 'Retour OK', 'Retourné', 'Terminé'],
      [],
    ),
    entree(
      'restituée en retard',
      'Restituée en retard',
      [
        'Rendu en retard',
        'Rendue en retard',
        'Retard',
        'Restitué en retard',
        'Retour tardif',
        'Rendu tard',
      ],
      [],
    ),
  ],
);

export const ETATS_DE_RETOUR = nomenclature('etats-de-retour', 'État au retour', [
  entree('conforme', 'Conforme', ['OK', 'RAS', 'Bon', 'Bon état'], []),
  entree('à nettoyer', 'À nettoyer', ['Sale', 'Nettoyer'], []),
  entree('dégradé', 'Dégradé', ['Abîmé', 'Cassé', 'Endommagé'], []),
]);

export const SECTIONS = nomenclature('sections', 'Sections', [
  entree(
    'Fonctionnement',
    'Section de fonctionnement',
    ['F', 'Fonct', 'Fonct.', 'SF', 'Exploitation'],
    [],
  ),
  entree('Investissement', 'Section d’investissement', ['I', 'Invest', 'Invest.', 'Inv', 'SI'], []),
]);

export const SENS = nomenclature('sens', 'Sens', [
  entree('dépense', 'Dépense', ['D', 'Dép', 'Dép.', 'Dépenses', 'Débit'], []),
  entree('recette', 'Recette', ['R', 'Rec', 'Rec.', 'Recettes', 'Crédit'], []),
]);

export const MODES_D_ACHAT = nomenclature('modes-d-achat', 'Modes d’achat', [
  entree(
    'bon de commande',
    'Bon de commande',
    ['BC', 'Bons de commande', 'Achat direct', 'Hors marché', 'Gré à gré', 'De gré à gré', 'Devis'],
    [],
  ),
  entree(
    'marché à bons de commande',
    'Marché à bons de commande',
    ['MBC', 'Marché', 'Marché public', 'Accord-cadre', 'Accord-cadre à bons de commande', 'MAPA'],
    [],
  ),
  entree(
    "centrale d'achat",
    "Centrale d'achat",
    ['UGAP', 'Centrale', 'Centrale achats', 'CANUT', 'RESAH'],
    [],
  ),
]);

export const INTERETS = nomenclature('interets', 'Intérêt pour le groupement', [
  entree(
    'oui',
    'Oui',
    ['O', 'OUI !', 'X', 'Favorable', 'Intéressé', 'Intéressée', 'Vrai', '1', 'ok'],
    [],
  ),
  entree('non', 'Non', ['N', 'Pas intéressé', 'Défavorable', 'Faux', '0'], []),
  entree(
    'à étudier',
    'À étudier',
    ['À voir', 'Peut-être', 'À discuter', 'Étude', '?', 'En réflexion', 'Éventuellement'],
    [],
  ),
]);

export const UNITES_D_ACHAT = nomenclature('unites', 'Unités d’achat', [
  entree('unité', 'Unité', ['U', 'Unités', 'Pièce', 'Pièces', 'PCE', 'Un.', 'u.'], []),
  entree('lot', 'Lot', ['Lots'], []),
  entree('litre', 'Litre', ['L', 'Litres', 'Lt'], []),
  entree('kg', 'Kilogramme', ['Kilo', 'Kilos', 'Kilogrammes', 'KG'], []),
  entree('tonne', 'Tonne', ['T', 'Tonnes'], []),
  entree('kWh', 'Kilowattheure', ['KWH', 'kwh'], []),
  entree('mois', 'Mois', ['Mens.', 'Mensuel'], []),
  entree('an', 'An', ['Année', 'Ans', 'Annuel', 'Forfait annuel'], []),
  entree('trimestre', 'Trimestre', ['Trim', 'Trim.', 'Trimestres'], []),
  ...['bâtiment', 'carton', 'paire', 'ramette', 'véhicule', 'pot', 'seau', 'aire', 'bidon'].map(
    (u) => entree(u, u, [`${u}s`], []),
  ),
]);
