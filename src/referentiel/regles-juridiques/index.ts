import type { Jour } from '../../moteurs/calendrier/index.ts';
import { type Regle, trouverRegle } from '../../moteurs/procedure/index.ts';
import { REGLES_ATTRIBUTIONS } from './attributions.ts';
import { REGLES_GOUVERNANCE } from './gouvernance.ts';
import { REGLES_INSTANCES } from './instances.ts';
import { REGLES_LEGALITE } from './legalite.ts';
import { REGLES_SCHEMA } from './schema.ts';
import { REGLES_SERVICES_COMMUNS } from './services-communs.ts';
import { REGLES_TRANSFERTS } from './transferts.ts';

/** Toutes les règles, versions successives d’un même code dans l’ordre de leurs dates. */
export const REGLES_JURIDIQUES: readonly Regle[] = [
  ...REGLES_SCHEMA,
  ...REGLES_TRANSFERTS,
  ...REGLES_SERVICES_COMMUNS,
  ...REGLES_INSTANCES,
  ...REGLES_LEGALITE,
  ...REGLES_ATTRIBUTIONS,
  ...REGLES_GOUVERNANCE,
];

/** La règle en vigueur un jour donné ; `undefined` si aucune version connue ne couvre ce jour. */
export const regleEnVigueur = (code: string, le: Jour): Regle | undefined =>
  trouverRegle(REGLES_JURIDIQUES, code, le);
