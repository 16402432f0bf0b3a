import type { RouteConfigEntry } from '@react-router/dev/routes';

/**
 * « Élaborer le schéma ». Chemins et ids de la tranche :
 * `t/:territoire` (id `territoire`), puis `t/:territoire/elaborer/` suivi de
 * `collecte`, `effectifs`, `perimetres`, `schema`, `adoption` (id : le même mot).
 */
export const routesElaboration: RouteConfigEntry[] = [];
