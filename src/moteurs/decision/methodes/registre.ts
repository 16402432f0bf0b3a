import { appliquerAchatGroupe, appliquerBareme } from './achats.ts';
import { appliquerAhp, appliquerAhpHierarchie } from './ahp.ts';
import { appliquerArrondiCumule, appliquerPlusFortsRestes } from './arrondis.ts';
import { appliquerDelai, appliquerJoursFeries } from './delais.ts';
import { appliquerElectre3, appliquerElectreTri } from './electre.ts';
import {
  appliquerBorneDeShapley,
  appliquerGrandJeu,
  appliquerJeuDeCout,
  appliquerJeuDeGain,
} from './jeux.ts';
import type { Methode } from './methode.ts';
import {
  appliquerCartes,
  appliquerCentroide,
  appliquerInverseDesRangs,
  appliquerPoints,
  appliquerSommeDesRangs,
} from './poids.ts';
import { appliquerPromethee } from './promethee.ts';
import { appliquerSmaaDeterministe } from './smaa-deterministe.ts';
import { appliquerSmaaStochastique } from './smaa-stochastique.ts';
import { appliquerSmaaTri } from './smaa-tri.ts';
import { appliquerSommePonderee } from './somme-ponderee.ts';
import { appliquerStabilite } from './stabilite.ts';
import { appliquerTopsis } from './topsis.ts';

/** Toutes les méthodes appelables par leur nom public. */
export const METHODES: ReadonlyMap<string, Methode> = new Map<string, Methode>([
  ['weighted-sum-fixed-scale', appliquerSommePonderee],
  ['weights-roc', appliquerCentroide],
  ['weights-rank-sum', appliquerSommeDesRangs],
  ['weights-rank-reciprocal', appliquerInverseDesRangs],
  ['weights-swing', appliquerPoints],
  ['weights-simos-revised', appliquerCartes],
  ['smaa2-deterministic-scores', appliquerSmaaDeterministe],
  ['smaa2-stochastic-scores', appliquerSmaaStochastique],
  ['smaa-tri', appliquerSmaaTri],
  ['weight-stability', appliquerStabilite],
  ['largest-remainder', appliquerPlusFortsRestes],
  ['cumulative-rounding', appliquerArrondiCumule],
  ['deadline', appliquerDelai],
  ['public-holidays', appliquerJoursFeries],
  ['ahp', appliquerAhp],
  ['ahp-hierarchy', appliquerAhpHierarchie],
  ['topsis', appliquerTopsis],
  ['promethee', appliquerPromethee],
  ['electre3', appliquerElectre3],
  ['electre-tri-b', appliquerElectreTri],
  ['quantity-discount', appliquerBareme],
  ['group-purchase', appliquerAchatGroupe],
  ['shapley-sampling-bound', appliquerBorneDeShapley],
  ['cost-game', appliquerJeuDeCout],
  ['cost-game-large', appliquerGrandJeu],
  ['value-game', appliquerJeuDeGain],
]);
