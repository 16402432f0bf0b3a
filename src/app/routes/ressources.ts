import type { RouteConfigEntry } from '@react-router/dev/routes';

/** « Accéder aux ressources ». Chemins : `ressources` et ce qui en descend (id : `ressources-…`). */
export const routesRessources: RouteConfigEntry[] = [];
