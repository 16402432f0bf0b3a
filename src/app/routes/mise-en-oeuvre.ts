import type { RouteConfigEntry } from '@react-router/dev/routes';

/**
 * « Mettre en œuvre ». Chemins : `t/:territoire/mettre-en-oeuvre/` suivi de
 * `services-communs`, `conventions`, `refacturation`, `pilotage` (id : le même mot).
 */
export const routesMiseEnOeuvre: RouteConfigEntry[] = [];
