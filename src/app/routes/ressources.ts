import type { RouteConfigEntry } from '@react-router/dev/routes';

/** « Accéder aux ressources », sous la charpente de l’atelier : chemins relatifs `ressources/…`. */
export const routesRessources: RouteConfigEntry[] = [];
