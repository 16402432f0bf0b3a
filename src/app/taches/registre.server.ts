import type { Executant } from '../../socle/travaux/index.server.ts';

/** Tous les genres de longs travaux, chacun fourni par sa tranche. */
export const REGISTRE_DES_TRAVAUX: Readonly<Record<string, Executant>> = {};
