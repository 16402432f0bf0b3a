import { appliquerArrondiCumule, appliquerPlusFortsRestes } from './arrondis.ts';
import { appliquerDelai, appliquerJoursFeries } from './delais.ts';
import type { Methode } from './methode.ts';
import {
  appliquerCartes,
  appliquerCentroide,
  appliquerInverseDesRangs,
  appliquerPoints,
  appliquerSommeDesRangs,
} from './poids.ts';
import { appliquerSmaaDeterministe } from './smaa-deterministe.ts';
import { appliquerSommePonderee } from './somme-ponderee.ts';
import { appliquerStabilite } from './stabilite.ts';

/** Toutes les méthodes appelables par leur nom public. */
export const METHODES: ReadonlyMap<string, Methode> = new Map<string, Methode>([
  ['weighted-sum-fixed-scale', appliquerSommePonderee],
  ['weights-roc', appliquerCentroide],
  ['weights-rank-sum', appliquerSommeDesRangs],
  ['weights-rank-reciprocal', appliquerInverseDesRangs],
  ['weights-swing', appliquerPoints],
  ['weights-simos-revised', appliquerCartes],
  ['smaa2-deterministic-scores', appliquerSmaaDeterministe],
  ['weight-stability', appliquerStabilite],
  ['largest-remainder', appliquerPlusFortsRestes],
  ['cumulative-rounding', appliquerArrondiCumule],
  ['deadline', appliquerDelai],
  ['public-holidays', appliquerJoursFeries],
]);
