import { type CleDeCommune, COMMUNES, TERRITOIRE } from './acteurs.ts';
import type { LigneARendre } from './effectifs-a-rendre.ts';

/** Actes instruits : année, mois, type, nombre ; par commune. Données fictives. */
const ACTES: Readonly<Record<number, Readonly<Record<CleDeCommune, readonly Acte[]>>>> = {
  2027: {
    tence: [
      [3, 'DP', 14],
      [5, 'PCMI', 9],
      [6, 'CUb', 21],
    ],
    'le-chambon': [
      [3, 'DP', 11],
      [5, 'PCMI', 6],
      [7, 'PC', 2],
    ],
    mazet: [
      [4, 'DP', 8],
      [6, 'PCMI', 3],
    ],
    'saint-jeures': [
      [4, 'CUa', 12],
      [6, 'DP', 5],
    ],
    chenereilles: [[5, 'DP', 2]],
    'le-mas': [[6, 'CUa', 3]],
  },
  2028: {
    tence: [
      [1, 'DP', 7],
      [3, 'DP', 13],
      [5, 'PCMI', 11],
      [9, 'CUb', 17],
      [11, 'PA', 1],
    ],
    'le-chambon': [
      [2, 'DP', 12],
      [5, 'PCMI', 7],
      [8, 'PC', 3],
      [10, 'PD', 2],
    ],
    mazet: [
      [4, 'DP', 9],
      [6, 'PCMI', 4],
    ],
    'saint-jeures': [
      [4, 'CUa', 10],
      [6, 'DP', 7],
    ],
    chenereilles: [[5, 'DP', 3]],
    'le-mas': [[6, 'CUa', 2]],
  },
};
type Acte = readonly [mois: number, type: string, nombre: number];

/** Poids du barème de la convention, en centièmes d’équivalent permis. */
export const POIDS: Readonly<Record<string, bigint>> = {
  CUa: 20n,
  CUb: 40n,
  DP: 70n,
  PCMI: 100n,
  PC: 150n,
  PA: 120n,
  PD: 80n,
};

export const COLONNES_ADS = [
  'siren',
  'collectivite',
  'annee',
  'mois',
  'type_acte',
  'nombre',
] as const;

const TITRES_ADS = ['SIREN', 'Collectivité', 'Année', 'Mois', 'Type d’acte', 'Nombre'] as const;

/** Les rangées du fichier d’une année, en-tête compris : toutes les communes, dans l’ordre. */
export const rangeesDActes = (annee: number): readonly (readonly (string | number)[])[] => [
  TITRES_ADS,
  ...(Object.keys(COMMUNES) as CleDeCommune[]).flatMap((cle) =>
    (ACTES[annee]?.[cle] ?? []).map(([mois, type, nombre]) => [
      COMMUNES[cle].siren,
      COMMUNES[cle].nom,
      annee,
      mois,
      type,
      nombre,
    ]),
  ),
];

/** Équivalents permis d’une commune, en centièmes : nombre × poids. */
export const equivalents = (annee: number, cle: CleDeCommune): bigint =>
  (ACTES[annee]?.[cle] ?? []).reduce(
    (cumul, [, type, nombre]) => cumul + BigInt(nombre) * (POIDS[type] ?? 0n),
    0n,
  );

const ligneDeBudget = (
  chapitre: string,
  nature: string,
  libelle: string,
  sens: string,
  prevu: string,
  realise: string,
): LigneARendre => ({
  exercice: '2028',
  siren: TERRITOIRE.siren,
  service: 'ADS',
  section: 'Fonctionnement',
  sens,
  chapitre,
  nature,
  libelle,
  prevu,
  realise,
});

/** Le budget 2028 du service : prévu à l’automne 2027, réalisé au début de 2029. */
export const BUDGET: readonly LigneARendre[] = [
  ligneDeBudget('012', '64111', 'Rémunérations du personnel', 'dépense', '118000.00', '116231.40'),
  ligneDeBudget('011', '6188', 'Logiciel d’instruction', 'dépense', '9600.00', '9480.37'),
  ligneDeBudget('011', '6262', 'Télécommunications', 'dépense', '1200.00', '1104.22'),
];

/** Coût net réalisé, en centimes : la somme de la colonne « Réalisé ». */
export const coutRealise = (): bigint =>
  BUDGET.reduce((cumul, { realise = '' }) => cumul + BigInt(realise.replace('.', '')), 0n);

const TITRES_DU_BUDGET = [
  'Exercice',
  'SIREN',
  'Service',
  'Section',
  'Sens',
  'Chapitre',
  'Nature',
  'Libellé',
  'Prévu',
  'Réalisé',
] as const;

/** Le tableau du budget, avec ou sans la colonne « Réalisé » remplie. */
export const rangeesDuBudget = (
  avecRealise: boolean,
): readonly (readonly (string | number)[])[] => [
  TITRES_DU_BUDGET,
  ...BUDGET.map((ligne) => [
    2028,
    ligne.siren ?? '',
    'ADS',
    'Fonctionnement',
    ligne.sens ?? '',
    ligne.chapitre ?? '',
    ligne.nature ?? '',
    ligne.libelle ?? '',
    Number(ligne.prevu),
    avecRealise ? Number(ligne.realise) : '',
  ]),
];
