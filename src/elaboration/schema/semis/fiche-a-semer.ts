import type { FormeDeMutualisation } from '../../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import type { Redaction } from '../saisie/champs.ts';

/** Une action du territoire de démonstration (personnes et chiffres fictifs). */
export interface FicheASemer {
  readonly service: string;
  readonly titre: string;
  readonly forme: FormeDeMutualisation;
  /** SIREN des communes adhérentes. */
  readonly membres: readonly string[];
  /** Ce que l’intercommunalité crée : centièmes d’ETP et centimes par an. */
  readonly creation: { readonly etpCentiemes: number; readonly coutCentimes: bigint };
  readonly redaction: Redaction;
}

export const RISQUES = [
  {
    risque: 'Charge sous-estimée la première année',
    parade: 'Relevé d’activité pendant six mois, révision de l’effectif',
    porteur: 'Chef de service',
  },
  {
    risque: 'Éloignement ressenti par les mairies',
    parade: 'Un référent par commune, une permanence mensuelle',
    porteur: 'Pilote élu',
  },
];

export const SORTIE =
  'Retrait au 31 décembre, avec douze mois de préavis. Un bilan à deux ans peut conduire à revoir la clé.';
