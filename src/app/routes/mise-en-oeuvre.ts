import type { RouteConfigEntry } from '@react-router/dev/routes';
import { routesDuPilotage } from './pilotage.ts';
import { routesDesServicesEtConventions } from './services-et-conventions.ts';

/**
 * « Mettre en œuvre », sous la charpente de l’atelier (`t/:siren`) : chemins relatifs
 * `mettre-en-oeuvre/services-communs`, `mettre-en-oeuvre/conventions`,
 * `mettre-en-oeuvre/refacturation`, `mettre-en-oeuvre/pilotage`.
 */
export const routesMiseEnOeuvre: RouteConfigEntry[] = [
  ...routesDesServicesEtConventions,
  ...routesDuPilotage,
];
