import { estCommence, semerAdoption, semerSchema } from '../../elaboration/schema/index.server.ts';
import { ajouterJours, type Jour } from '../../moteurs/calendrier/index.ts';
import { lireAdresse, listerLiens, revoquerLien } from '../../socle/acces/index.server.ts';
import { type Base, type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import type { EtapeDeDemonstration } from './etape.server.ts';

/** De combien de jours la rédaction semée précède le jour de la démonstration. */
const JOURS_DE_REDACTION = 140;

/** Chaque envoi porte un lien ; la démonstration ne garde valable que le dernier de chaque commune. */
const garderUnLienParCommune = (base: Base, contexte: Contexte, aujourdhui: Jour) =>
  dansTerritoire(base, contexte, async (tx) => {
    const gardes = new Set<string>();
    for (const { id, collectivite } of await listerLiens(tx)) {
      if (gardes.has(collectivite)) await revoquerLien(tx, id, contexte.auteur, aujourdhui);
      gardes.add(collectivite);
    }
  });

/** Quatre fiches prêtes, le schéma rédigé, transmis, approuvé et adressé aux communes. */
export const etapeSchema: EtapeDeDemonstration = {
  nom: 'schéma et adoption',
  estFaite: estCommence,
  semer: async (base, contexte, aujourdhui) => {
    await semerSchema(base, contexte, ajouterJours(aujourdhui, -JOURS_DE_REDACTION));
    await semerAdoption(base, contexte, aujourdhui, lireAdresse());
    await garderUnLienParCommune(base, contexte, aujourdhui);
  },
};
