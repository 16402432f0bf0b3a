import { aDesPerimetresSemes, semerPerimetres } from '../../elaboration/perimetres/index.server.ts';
import type { Evaluateur } from '../../elaboration/perimetres/index.ts';
import { trouverPersonne } from '../../socle/acces/index.server.ts';
import type { Base } from '../../socle/base/index.server.ts';
import type { EtapeDeDemonstration } from './etape.server.ts';

const evaluer = async (base: Base, courriel: string): Promise<Evaluateur> => {
  const personne = await trouverPersonne(base, courriel);
  if (personne === null) throw new Error(`Le compte ${courriel} n’est pas encore créé.`);
  return { evaluateur: personne.id, nom: personne.nom };
};

/** Une grille notée, pesée, et la décision sur l’instruction du droit des sols. */
export const etapePerimetres: EtapeDeDemonstration = {
  nom: 'périmètres',
  estFaite: aDesPerimetresSemes,
  semer: async (base, contexte, aujourdhui) => {
    await semerPerimetres(base, contexte, aujourdhui, {
      pilote: await evaluer(base, 'pilote@charlieu-belmont.example'),
      finances: await evaluer(base, 'finances@charlieu-belmont.example'),
      maire: await evaluer(base, 'maire@mars.example'),
      autreMaire: { evaluateur: 'demonstration-maire-de-charlieu', nom: 'Maire de Charlieu' },
    });
  },
};
