import type { Acces } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireContours } from '../../../socle/territoire/index.server.ts';
import { composerFond } from '../../../socle/ui/index.ts';
import { lireCadre } from '../donnees/cadre.server.ts';
import { evenementsVivants, LIBELLES_EVENEMENT } from './evenements.ts';
import { dresserFrise } from './frise-des-avis.ts';
import { CLASSES_DE_LA_CARTE, ecrireCourt } from './legende-de-la-carte.ts';
import { lireAdoption } from './lire-adoption.server.ts';
import { situerCommune, synthetiser } from './situation.ts';

/** Ce que la page de l’adoption montre ; null tant qu’aucun schéma n’est ouvert. */
export const montrerAdoption = ({ base, contexte, aujourdhui }: Acces, chemin: string) =>
  dansTerritoire(base, contexte, async (tx) => {
    const adoption = await lireAdoption(tx, contexte, aujourdhui);
    if (adoption === null) return null;
    const cadre = await lireCadre(tx, aujourdhui);
    const { fond, enBulles } = composerFond(cadre.communes, await lireContours(tx));
    const situations = adoption.communes.map((commune) =>
      situerCommune(commune, adoption, aujourdhui),
    );
    const vivants = evenementsVivants(adoption.evenements);
    const actes = vivants
      .filter(({ type, collectivite }) => collectivite === null && type !== 'renouvellement')
      .map(({ id, type, le }) => ({ cle: id, libelle: LIBELLES_EVENEMENT[type], le }));
    const valeurs = situations.map((situation) => [
      situation.codeInsee,
      {
        classe: CLASSES_DE_LA_CARTE[situation.statut],
        ecriture: ecrireCourt(situation),
        chemin: `${chemin}/communes/${situation.siren}`,
        ...(enBulles ? { taille: 0.4 } : {}),
      },
    ]);
    return {
      mandat: adoption.schema.mandat,
      aujourdhui,
      etat: adoption.sortie.etat,
      passages: adoption.sortie.passages,
      avertissements: adoption.sortie.avertissements ?? [],
      fenetre: adoption.sortie.echeances.find(({ code }) => code === 'SCH-02') ?? null,
      communications: adoption.sortie.echeances.filter(({ code }) => code === 'SCH-09'),
      rapport: vivants.find(({ type }) => type === 'rapport-etabli') ?? null,
      approbation: vivants.find(({ type }) => type === 'approbation') ?? null,
      situations,
      synthese: synthetiser(situations),
      frise: dresserFrise(situations, actes, aujourdhui),
      carte: {
        fond,
        valeurs: Object.fromEntries(valeurs) as Record<
          string,
          { classe: number; ecriture: string; chemin: string; taille?: number }
        >,
      },
    };
  });

export type AdoptionMontree = NonNullable<Awaited<ReturnType<typeof montrerAdoption>>>;
