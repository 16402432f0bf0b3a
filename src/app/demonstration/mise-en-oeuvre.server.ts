import {
  estMisEnOeuvre,
  semerAcomptes,
  semerMiseEnOeuvre,
} from '../../mise-en-oeuvre/refacturation/index.server.ts';
import type { EtapeDeDemonstration } from './etape.server.ts';

/** Le service commun du droit des sols, sa convention en vigueur, ses états 2025, ses acomptes 2026. */
export const etapeMiseEnOeuvre: EtapeDeDemonstration = {
  nom: 'mise en œuvre',
  estFaite: estMisEnOeuvre,
  semer: async (base, contexte, aujourdhui) => {
    await semerMiseEnOeuvre(base, contexte, aujourdhui);
    await semerAcomptes(base, contexte);
  },
};
