import { entree, nomenclature } from './entrees.ts';

export const STATUTS = nomenclature(
  'statuts',
  'Statuts',
  [
    entree(
      'Titulaire',
      'Titulaire',
      [
        'TIT',
        'Fonctionnaire titulaire',
        'Fonctionnaire',
        'Titularisé',
        'T',
        'Fonct. titulaire',
        'Agent titulaire',
        'FT',
      ],
      ['Statutaire', 'CNRACL', 'Permanent titulaire'],
    ),
    entree(
      'Stagiaire',
      'Stagiaire',
      ['STAG', 'STA', 'Fonctionnaire stagiaire', 'Agent stagiaire', 'S', 'Fonct. stagiaire'],
      ['En stage', 'Stage'],
    ),
    entree(
      'Contractuel CDI',
      'Contractuel CDI',
      [
        'CDI',
        'Contractuel en CDI',
        'Contrat CDI',
        'Non titulaire CDI',
        'Agent contractuel CDI',
        'Contractuel à durée indéterminée',
        'Contractuel (CDI)',
        'CONT CDI',
        'Contractuel de droit public en CDI',
        'Contrat à durée indéterminée',
      ],
      [],
    ),
    entree(
      'Contractuel CDD',
      'Contractuel CDD',
      [
        'CDD',
        'Contractuel en CDD',
        'Contrat CDD',
        'Non titulaire CDD',
        'Agent contractuel CDD',
        'Contractuel à durée déterminée',
        'Contractuel (CDD)',
        'CONT CDD',
        'Contrat à durée déterminée',
      ],
      [
        'Contractuel de droit public en CDD sur emploi permanent',
        'Remplaçant',
        'Saisonnier',
        'Vacataire',
        'Auxiliaire',
        'Contrat de projet',
      ],
    ),
  ],
  true,
);

/** Statut d’échange de chaque statut de saisie ; null : n’entre pas dans la grille d’échange. */
export const STATUT_D_ECHANGE: Readonly<Record<string, string | null>> = {
  TIT: 'Titulaire',
  STA: 'Stagiaire',
  CDI: 'Contractuel CDI',
  CDP: 'Contractuel CDD',
  CDV: 'Contractuel CDD',
  CDR: 'Contractuel CDD',
  CDT: 'Contractuel CDD',
  CDS: 'Contractuel CDD',
  CDJ: 'Contractuel CDD',
  EFC: 'Contractuel CDD',
  CAB: 'Contractuel CDD',
  VAC: null,
  AMF: 'Contractuel CDI',
  APP: null,
  CAI: 'Contractuel CDD',
  SPI: 'Contractuel CDI',
  MDE: null,
  CDG: null,
  HOR: null,
};

export const TEMPS = nomenclature('temps', 'Temps de l’emploi', [
  entree(
    'complet',
    'Temps complet',
    ['TC', 'Complet', 'Temps plein', 'TP', 'Plein', 'Plein temps', 'T. complet', '35/35', '35/35e'],
    ['Oui', 'O'],
  ),
  entree(
    'non complet',
    'Temps non complet',
    [
      'TNC',
      'Non complet',
      'Incomplet',
      'Temps incomplet',
      'Non-complet',
      'T. non complet',
      'NC',
      'Non complet (TNC)',
    ],
    ['Non', 'N'],
  ),
]);

export const FILIERES = nomenclature('filieres', 'Filières', [
  entree(
    'Administrative',
    'Filière administrative',
    ['ADM', 'Admin', 'Admin.', 'Administratif'],
    [],
  ),
  entree('Animation', 'Filière animation', ['ANI', 'Anim', 'Anim.'], []),
  entree(
    'Culturelle',
    'Filière culturelle',
    ['CUL', 'Cult', 'Culture', 'Culturel'],
    ['Patrimoine'],
  ),
  entree(
    'Médico-sociale',
    'Filière médico-sociale',
    ['MED', 'Médico sociale', 'Médicosociale', 'Méd.-soc.', 'MS', 'Médico-social'],
    ['Médico-technique'],
  ),
  entree('Police municipale', 'Filière police municipale', ['POL', 'Police', 'PM'], ['Sécurité']),
  entree('Sociale', 'Filière sociale', ['SOC', 'Soc.', 'Social'], []),
  entree('Sportive', 'Filière sportive', ['SPO', 'Sport', 'Sports', 'Sportif'], []),
  entree('Technique', 'Filière technique', ['TEC', 'Tech', 'Tech.', 'Techniques'], []),
]);

export const CATEGORIES = nomenclature('categories', 'Catégories', [
  entree('A', 'Catégorie A', ['Cat. A', 'Cat A', 'a', 'A+'], []),
  entree('B', 'Catégorie B', ['Cat. B', 'Cat B', 'b'], []),
  entree('C', 'Catégorie C', ['Cat. C', 'Cat C', 'c'], []),
]);

interface CadreDEmplois {
  readonly cadre: string;
  readonly filiere: string;
  readonly categorie: 'A' | 'B' | 'C';
  /** Grade, puis ses autres écritures sûres. */
  readonly grades: readonly (readonly [string, ...string[]])[];
}

/** Grades de la grille d’échange : cadre d’emplois, filière, catégorie (statuts particuliers territoriaux). */
const CADRES: readonly CadreDEmplois[] = [
  {
    cadre: 'Adjoints administratifs territoriaux',
    filiere: 'Administrative',
    categorie: 'C',
    grades: [
      ['Adjoint administratif', 'AA'],
      ['Adjoint administratif principal de 2e classe', 'AAP2', 'AAP2C'],
      ['Adjoint administratif principal de 1re classe', 'AAP1', 'AAP1C'],
    ],
  },
  {
    cadre: 'Rédacteurs territoriaux',
    filiere: 'Administrative',
    categorie: 'B',
    grades: [
      ['Rédacteur'],
      ['Rédacteur principal de 2e classe'],
      ['Rédacteur principal de 1re classe'],
    ],
  },
  {
    cadre: 'Attachés territoriaux',
    filiere: 'Administrative',
    categorie: 'A',
    grades: [['Attaché'], ['Attaché principal'], ['Attaché hors classe']],
  },
  {
    cadre: 'Adjoints techniques territoriaux',
    filiere: 'Technique',
    categorie: 'C',
    grades: [
      ['Adjoint technique', 'AT'],
      ['Adjoint technique principal de 2e classe', 'ATP2', 'ATP2C'],
      ['Adjoint technique principal de 1re classe', 'ATP1', 'ATP1C'],
    ],
  },
  {
    cadre: 'Agents de maîtrise territoriaux',
    filiere: 'Technique',
    categorie: 'C',
    grades: [
      ['Agent de maîtrise', 'AM'],
      ['Agent de maîtrise principal', 'AMP'],
    ],
  },
  {
    cadre: 'Techniciens territoriaux',
    filiere: 'Technique',
    categorie: 'B',
    grades: [
      ['Technicien'],
      ['Technicien principal de 2e classe'],
      ['Technicien principal de 1re classe'],
    ],
  },
  {
    cadre: 'Ingénieurs territoriaux',
    filiere: 'Technique',
    categorie: 'A',
    grades: [['Ingénieur'], ['Ingénieur principal']],
  },
  {
    cadre: 'Agents territoriaux spécialisés des écoles maternelles',
    filiere: 'Sociale',
    categorie: 'C',
    grades: [
      [
        'Agent spécialisé principal de 2e classe des écoles maternelles',
        'ATSEM principal de 2e classe',
        'ASEM principal de 2e classe',
        'Agent territorial spécialisé des écoles maternelles principal de 2e classe',
        'Agent spécialisé des écoles maternelles principal de 2e classe',
      ],
      [
        'Agent spécialisé principal de 1re classe des écoles maternelles',
        'ATSEM principal de 1re classe',
        'ASEM principal de 1re classe',
        'Agent territorial spécialisé des écoles maternelles principal de 1re classe',
        'Agent spécialisé des écoles maternelles principal de 1re classe',
      ],
    ],
  },
  {
    cadre: 'Agents sociaux territoriaux',
    filiere: 'Sociale',
    categorie: 'C',
    grades: [['Agent social'], ['Agent social principal de 2e classe']],
  },
  {
    cadre: 'Éducateurs territoriaux de jeunes enfants',
    filiere: 'Sociale',
    categorie: 'A',
    grades: [
      ['Éducateur de jeunes enfants', 'EJE'],
      ['Éducateur de jeunes enfants de classe exceptionnelle', 'EJE de classe exceptionnelle'],
    ],
  },
  {
    cadre: 'Assistants territoriaux socio-éducatifs',
    filiere: 'Sociale',
    categorie: 'A',
    grades: [['Assistant socio-éducatif', 'ASE']],
  },
  {
    cadre: 'Auxiliaires de puériculture territoriaux',
    filiere: 'Médico-sociale',
    categorie: 'B',
    grades: [
      [
        'Auxiliaire de puériculture de classe normale',
        'AP de classe normale',
        'Auxiliaire de puériculture classe normale',
      ],
      ['Auxiliaire de puériculture de classe supérieure', 'AP de classe supérieure'],
    ],
  },
  {
    cadre: 'Puéricultrices territoriales',
    filiere: 'Médico-sociale',
    categorie: 'A',
    grades: [['Puéricultrice', 'Puériculteur']],
  },
  {
    cadre: "Adjoints territoriaux d'animation",
    filiere: 'Animation',
    categorie: 'C',
    grades: [
      ["Adjoint territorial d'animation", "Adjoint d'animation"],
      [
        "Adjoint territorial d'animation principal de 2e classe",
        "Adjoint d'animation principal de 2e classe",
      ],
    ],
  },
  {
    cadre: 'Animateurs territoriaux',
    filiere: 'Animation',
    categorie: 'B',
    grades: [['Animateur']],
  },
  {
    cadre: 'Adjoints territoriaux du patrimoine',
    filiere: 'Culturelle',
    categorie: 'C',
    grades: [
      ['Adjoint territorial du patrimoine', 'Adjoint du patrimoine'],
      [
        'Adjoint territorial du patrimoine principal de 2e classe',
        'Adjoint du patrimoine principal de 2e classe',
      ],
    ],
  },
  {
    cadre: 'Assistants territoriaux de conservation du patrimoine et des bibliothèques',
    filiere: 'Culturelle',
    categorie: 'B',
    grades: [
      ['Assistant de conservation du patrimoine et des bibliothèques', 'Assistant de conservation'],
    ],
  },
  {
    cadre: "Assistants territoriaux d'enseignement artistique",
    filiere: 'Culturelle',
    categorie: 'B',
    grades: [
      ["Assistant d'enseignement artistique principal de 2e classe", 'AEA principal de 2e classe'],
    ],
  },
  {
    cadre: 'Opérateurs territoriaux des activités physiques et sportives',
    filiere: 'Sportive',
    categorie: 'C',
    grades: [['Opérateur des activités physiques et sportives', 'Opérateur des APS', 'OTAPS']],
  },
  {
    cadre: 'Éducateurs territoriaux des activités physiques et sportives',
    filiere: 'Sportive',
    categorie: 'B',
    grades: [
      [
        'Éducateur des activités physiques et sportives',
        'Éducateur des APS',
        'ETAPS',
        'Éducateur sportif',
      ],
    ],
  },
  {
    cadre: 'Agents de police municipale',
    filiere: 'Police municipale',
    categorie: 'C',
    grades: [
      ['Gardien-brigadier', 'Gardien brigadier de police municipale'],
      ['Brigadier-chef principal', 'BCP', 'Brigadier chef principal de police municipale'],
    ],
  },
  {
    cadre: 'Gardes champêtres',
    filiere: 'Police municipale',
    categorie: 'C',
    grades: [['Garde champêtre chef', 'Garde-champêtre chef']],
  },
];

const AUTRES_CADRES: Readonly<Record<string, readonly string[]>> = {
  'Agents territoriaux spécialisés des écoles maternelles': [
    'ATSEM',
    'Agents territoriaux spécialisés des écoles maternelles (ATSEM)',
  ],
  'Éducateurs territoriaux des activités physiques et sportives': ['ETAPS'],
  'Éducateurs territoriaux de jeunes enfants': ['EJE'],
};

export const GRADES = nomenclature(
  'grades',
  'Grades',
  CADRES.flatMap(({ grades }) =>
    grades.map(([grade, ...variantes]) => entree(grade, grade, variantes)),
  ),
);

export const CADRES_D_EMPLOIS = nomenclature(
  'cadres-emplois',
  'Cadres d’emplois',
  CADRES.map(({ cadre }) => entree(cadre, cadre, AUTRES_CADRES[cadre] ?? [])),
);

export interface RattachementDuGrade {
  readonly cadre: string;
  readonly filiere: string;
  readonly categorie: 'A' | 'B' | 'C';
}

/** Cadre d’emplois, filière et catégorie de chaque grade de la grille d’échange. */
export const RATTACHEMENT_DU_GRADE: ReadonlyMap<string, RattachementDuGrade> = new Map(
  CADRES.flatMap(({ cadre, filiere, categorie, grades }) =>
    grades.map(([grade]) => [grade, { cadre, filiere, categorie }] as const),
  ),
);

/**
 * Durée hebdomadaire d’un temps complet : 35 h ; 20 h pour les assistants d’enseignement artistique,
 * 16 h pour les professeurs (décrets n° 2012-437 et n° 91-857).
 */
export const dureeDeReference = (cadre: string, grade: string): number => {
  const texte = `${cadre} ${grade}`.toLowerCase();
  if (!texte.includes('enseignement artistique')) return 35;
  return /professeur/.test(texte) ? 16 : 20;
};

export const OUI_NON = nomenclature('oui-non', 'Oui ou non', [
  entree(
    'oui',
    'Oui',
    ['O', 'OUI !', 'X', 'V', 'Vrai', 'True', 'Yes', 'Y', '1', '✓', '✔', 'ok', 'x', 'd’accord'],
    ['plutôt oui'],
  ),
  entree('non', 'Non', ['N', 'NON !', 'Faux', 'False', 'No', '0'], ['plutôt non']),
]);
