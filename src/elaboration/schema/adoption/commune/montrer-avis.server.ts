import type { AccesDeCommune } from '../../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../../socle/base/index.server.ts';
import { lireFiches } from '../../fiches/lire-fiches.server.ts';
import { listerVersions } from '../../redaction/versions.sql.server.ts';
import { effetsSurLaCommune } from '../effets-sur-la-commune.ts';
import { evenementsVivants, trouverEvenement } from '../evenements.ts';
import { lireAdoption } from '../lire-adoption.server.ts';
import { situerCommune } from '../situation.ts';

/** Ce que la commune voit : le document transmis, ce qu’il change pour elle, où en est son avis. */
export const montrerAvis = ({ base, contexte, aujourdhui, collectivite }: AccesDeCommune) =>
  dansTerritoire(base, contexte, async (tx) => {
    const adoption = await lireAdoption(tx, contexte, aujourdhui);
    const commune = adoption?.communes.find(({ siren }) => siren === collectivite.siren);
    if (adoption === null || commune === undefined) return null;
    const situation = situerCommune(commune, adoption, aujourdhui);
    if (situation.recueLe === null) return null;
    const vivants = evenementsVivants(adoption.evenements);
    const versions = await listerVersions(tx, contexte, adoption.schema.id);
    const saisine = adoption.saisines[0];
    const approbation = trouverEvenement(vivants, 'approbation');
    const identifiants = [saisine?.versionId, approbation?.details.versionId];
    const avis = trouverEvenement(vivants, 'deliberation', collectivite.siren);
    return {
      mandat: adoption.schema.mandat,
      situation,
      approuveLe: approbation?.le ?? null,
      avis:
        avis === undefined
          ? null
          : {
              id: avis.id,
              le: avis.le,
              sens: avis.details.sens ?? null,
              numero: avis.details.numero ?? '',
              reserves: avis.details.reserves ?? '',
              saisiPar: avis.saisiPar,
            },
      documents: versions.filter(({ id }) => identifiants.includes(id)),
      effets: effetsSurLaCommune(await lireFiches(tx, contexte), collectivite.siren),
    };
  });

export type AvisMontre = NonNullable<Awaited<ReturnType<typeof montrerAvis>>>;
