import { estCommence, semerAdoption, semerSchema } from '../../elaboration/schema/index.server.ts';
import { ajouterJours } from '../../moteurs/calendrier/index.ts';
import { lireAdresse } from '../../socle/acces/index.server.ts';
import type { EtapeDeDemonstration } from './etape.server.ts';

/** De combien de jours la rédaction semée précède le jour de la démonstration. */
const JOURS_DE_REDACTION = 140;

/** Quatre fiches prêtes, le schéma rédigé, transmis, approuvé et adressé aux communes. */
export const etapeSchema: EtapeDeDemonstration = {
  nom: 'schéma et adoption',
  estFaite: estCommence,
  semer: async (base, contexte, aujourdhui) => {
    await semerSchema(base, contexte, ajouterJours(aujourdhui, -JOURS_DE_REDACTION));
    await semerAdoption(base, contexte, aujourdhui, lireAdresse());
  },
};
