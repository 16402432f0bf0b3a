import { LISSAGE, PLAFOND_PLANCHER } from './ajustements.ts';
import { CLECT, IMPUTATION_AC } from './attribution.ts';
import { BIENS } from './biens.ts';
import { CLE_ACTES } from './cle-actes.ts';
import { CLE_MIXTE } from './cle-mixte.ts';
import { COUT_COMPLET } from './cout-complet.ts';
import { CYCLE_ANNUEL } from './cycle-annuel.ts';
import { ECONOMIES } from './economies.ts';
import { FORFAIT_VARIABLE } from './forfait-variable.ts';
import type { Forme } from './forme.ts';
import { GROUPEMENT } from './groupement.ts';
import { ACCOMPAGNEMENT, PILOTAGE } from './indicateurs.ts';
import { D5211_16 } from './mise-a-disposition.ts';
import { PRORATA_TEMPORIS } from './prorata.ts';
import { GRATUITE, REPARTITION_SIMPLE } from './repartition-simple.ts';
import { FORFAIT, TARIF_ACTE } from './tarifs.ts';
import { TVA } from './tva.ts';

/** Les familles de calcul et leurs formes d’entrée, de la plus précise à la plus générale. */
export const FAMILLES = {
  accompagnement: ACCOMPAGNEMENT,
  arrondi: REPARTITION_SIMPLE,
  biens: BIENS,
  cle_actes: CLE_ACTES,
  cle_mixte: CLE_MIXTE,
  cle_population: REPARTITION_SIMPLE,
  clect: CLECT,
  cout_complet: COUT_COMPLET,
  cycle_annuel: CYCLE_ANNUEL,
  d5211_16: D5211_16,
  economies: ECONOMIES,
  forfait: FORFAIT,
  forfait_variable: FORFAIT_VARIABLE,
  gratuite: GRATUITE,
  groupement: GROUPEMENT,
  imputation_ac: IMPUTATION_AC,
  lissage: LISSAGE,
  pilotage: PILOTAGE,
  plafond_plancher: PLAFOND_PLANCHER,
  prorata_temporis: PRORATA_TEMPORIS,
  tarif_acte: TARIF_ACTE,
  tva: TVA,
} as const satisfies Record<string, readonly Forme[]>;

export type Famille = keyof typeof FAMILLES;

export const NOMS_DE_FAMILLES = Object.keys(FAMILLES) as readonly Famille[];

export const estFamille = (nom: string): nom is Famille => Object.hasOwn(FAMILLES, nom);
