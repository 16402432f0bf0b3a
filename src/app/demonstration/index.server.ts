import { lireAujourdhui } from '../../socle/acces/index.server.ts';
import { type Base, type Contexte, ouvrirBase } from '../../socle/base/index.server.ts';
import {
  creerTerritoire,
  lireSirensDesTerritoires,
  territoireDuSiren,
} from '../../socle/territoire/index.server.ts';
import { etapeAcces } from './acces.server.ts';
import { etapeCollecte } from './collecte.server.ts';
import type { EtapeDeDemonstration } from './etape.server.ts';
import { etapeMiseEnOeuvre } from './mise-en-oeuvre.server.ts';
import { etapePerimetres } from './perimetres.server.ts';
import { etapePilotage } from './pilotage.server.ts';
import { etapeSchema } from './schema.server.ts';

/** CC Charlieu-Belmont : 25 communes réelles, données fictives. */
export const SIREN_DE_DEMONSTRATION = '200035202';
const AUTEUR = 'Démonstration';

/** Les pas de la démonstration, dans l’ordre de la démarche. */
const ETAPES: readonly EtapeDeDemonstration[] = [
  etapeAcces,
  etapeCollecte,
  etapePerimetres,
  etapeSchema,
  etapeMiseEnOeuvre,
  etapePilotage,
];

const trouverOuCreer = async (base: Base): Promise<Contexte | null> => {
  const connu = await territoireDuSiren(base, SIREN_DE_DEMONSTRATION);
  if (connu !== null) return { territoireId: connu.territoireId, auteur: AUTEUR };
  // Une instance qui sert déjà un vrai territoire n’a pas besoin de démonstration.
  if ((await lireSirensDesTerritoires(base)).size > 0) return null;
  const cree = await creerTerritoire(base, SIREN_DE_DEMONSTRATION, AUTEUR, lireAujourdhui());
  if (!cree.ok) throw new Error(cree.refus.message);
  return { territoireId: cree.valeur.territoireId, auteur: AUTEUR };
};

/**
 * Charge le territoire de démonstration, pas à pas ; ne refait rien de ce qui est fait.
 * La variable ENSEMBLIER_SANS_DEMO l’évite.
 */
export const preparerDemonstration = async (
  url: string,
  dire: (message: string) => void,
): Promise<void> => {
  if ((process.env.ENSEMBLIER_SANS_DEMO ?? '') !== '') return;
  const base = ouvrirBase(url, { connexions: 2 });
  try {
    const contexte = await trouverOuCreer(base);
    if (contexte === null) return;
    for (const etape of ETAPES) {
      if (await etape.estFaite(base, contexte)) continue;
      dire(`territoire de démonstration : ${etape.nom}…`);
      await etape.semer(base, contexte, lireAujourdhui());
    }
  } finally {
    await base.destroy();
  }
};
