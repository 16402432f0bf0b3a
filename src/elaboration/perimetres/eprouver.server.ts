import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type ResultatSmaa, smaa } from '../../moteurs/decision/index.ts';
import { conclure, type Evaluation, preparerTirage, reunirLots } from './eprouver.ts';
import { noterGrille } from './evaluer.ts';
import type { GrilleDeDecision } from './modele.ts';

/** Derniers tirages gardés : mêmes notes et mêmes poids admis, même résultat. */
const GARDES = 64;
const gardes = new Map<string, Promise<ResultatSmaa | null>>();

const tirerParLots = async (
  demandes: ReturnType<typeof preparerTirage>,
): Promise<ResultatSmaa | null> => {
  const lots: ResultatSmaa[] = [];
  for (const demande of demandes) {
    const lot = smaa(demande);
    if (lot.ok) lots.push(lot.valeur);
    await setImmediate();
  }
  return reunirLots(lots);
};

/**
 * L’évaluation d’une grille sans bloquer le serveur : le tirage se fait par lots de quelques dizaines
 * de millisecondes, et son résultat est gardé (40 services × 15 critères : une demi-seconde la
 * première fois, quelques millisecondes ensuite).
 */
export const eprouverGrille = async (grille: GrilleDeDecision): Promise<Evaluation> => {
  const notee = noterGrille(grille);
  const demandes = preparerTirage(notee);
  const empreinte = createHash('sha256').update(JSON.stringify(demandes)).digest('hex');
  const connu = gardes.get(empreinte);
  const tirage = connu ?? tirerParLots(demandes);
  gardes.delete(empreinte);
  gardes.set(empreinte, tirage);
  const ancien = gardes.size > GARDES ? gardes.keys().next().value : undefined;
  if (ancien !== undefined) gardes.delete(ancien);
  return conclure(notee, await tirage);
};
