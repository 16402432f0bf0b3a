import type { RouteConfigEntry } from '@react-router/dev/routes';
import { routesEtatDesLieux } from './etat-des-lieux.ts';
import { routesDesPerimetres } from './perimetres.ts';
import { routesDuSchema } from './schema.ts';

/**
 * « Élaborer le schéma », sous la charpente de l’atelier (`t/:siren`) : chemins relatifs
 * `elaborer/collecte`, `elaborer/effectifs`, `elaborer/perimetres`, `elaborer/schema`,
 * `elaborer/adoption`. Une page n’affiche que son contenu : la charpente vient du parent.
 */
export const routesElaboration: RouteConfigEntry[] = [
  ...routesEtatDesLieux,
  ...routesDesPerimetres,
  ...routesDuSchema,
];
