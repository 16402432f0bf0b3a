import type { Base, Contexte } from '../base/index.server.ts';
import { creerTerritoire } from './index.server.ts';
import type { Territoire } from './territoire.ts';

/** CC Charlieu-Belmont : 25 communes, contours embarqués. */
export const CHARLIEU_BELMONT = '200035202';
/** CC du Pays de Pontchâteau St-Gildas-des-Bois : sans contour embarqué. */
export const PONTCHATEAU = '200000438';
export const MARS = '214201410';
export const CHARLIEU = '214200529';

/** Un territoire réel, créé dans la base d’essai, et le contexte de sa pilote. */
export const unTerritoire = async (
  base: Base,
  siren: string = CHARLIEU_BELMONT,
): Promise<{ readonly territoire: Territoire; readonly contexte: Contexte }> => {
  const cree = await creerTerritoire(base, siren, 'pilote@exemple.fr', '2026-11-24');
  if (!cree.ok) throw new Error(cree.refus.message);
  return {
    territoire: cree.valeur,
    contexte: { territoireId: cree.valeur.territoireId, auteur: 'pilote@exemple.fr' },
  };
};
