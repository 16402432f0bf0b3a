import type { RouteConfigEntry } from '@react-router/dev/routes';

/**
 * Pages d’une commune, ouvertes par lien personnel : `c/:jeton` (id `commune`) et ce qui en
 * descend. Ces pages emploient PageSimple : aucun menu à apprendre.
 */
export const routesDesCommunes: RouteConfigEntry[] = [];
