import { estPilotageCommence, semerPilotage } from '../../mise-en-oeuvre/pilotage/index.server.ts';
import type { EtapeDeDemonstration } from './etape.server.ts';

/** Le suivi des actions du schéma, le rapport de l’année et la page des habitants. */
export const etapePilotage: EtapeDeDemonstration = {
  nom: 'pilotage',
  estFaite: estPilotageCommence,
  semer: semerPilotage,
};
