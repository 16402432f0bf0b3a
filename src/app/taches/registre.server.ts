import {
  LECTURE_DE_DEPOT,
  lireDepotEnFond,
  rangerLectureInaboutie,
} from '../../elaboration/etat-des-lieux/index.server.ts';
import type { Executant, Rangement } from '../../socle/travaux/index.server.ts';

/** Tous les genres de longs travaux, chacun fourni par sa tranche. */
export const REGISTRE_DES_TRAVAUX: Readonly<Record<string, Executant>> = {
  [LECTURE_DE_DEPOT]: lireDepotEnFond,
};

/** Ce que range chaque genre quand un travail n’aboutit pas. */
export const RANGEMENTS_DES_TRAVAUX: Readonly<Record<string, Rangement>> = {
  [LECTURE_DE_DEPOT]: rangerLectureInaboutie,
};
