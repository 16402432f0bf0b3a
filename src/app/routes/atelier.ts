import type { RouteConfigEntry } from '@react-router/dev/routes';

/** Pages d’administration du territoire, sous la charpente : `acces`, `territoire`, `boite-d-envoi`, `historique`. */
export const routesDeLAtelier: RouteConfigEntry[] = [];
