import { type Acces, interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { listerVersions } from '../redaction/versions.sql.server.ts';
import { evenementsVivants, trouverEvenement } from './evenements.ts';
import { lireAdoption } from './lire-adoption.server.ts';
import { situerCommune } from './situation.ts';

/** Ce que la page de l’avis d’une commune montre ; 404 si elle n’est pas consultée. */
export const montrerAvisDeCommune = async (
  { base, contexte, aujourdhui }: Acces,
  siren: string | undefined,
) => {
  const adoption = await dansTerritoire(base, contexte, (tx) =>
    lireAdoption(tx, contexte, aujourdhui),
  );
  const commune = adoption?.communes.find((membre) => membre.siren === siren);
  if (adoption === null || commune === undefined) {
    return interrompre(
      404,
      'Cette commune n’est pas consultée',
      'Revenez à l’adoption et choisissez une commune membre.',
    );
  }
  const vivants = evenementsVivants(adoption.evenements);
  const transmises = [
    adoption.saisines.find(({ collectivite }) => collectivite === commune.siren)?.versionId,
    trouverEvenement(vivants, 'approbation')?.details.versionId,
  ];
  const versions = await dansTerritoire(base, contexte, (tx) =>
    listerVersions(tx, contexte, adoption.schema.id),
  );
  return {
    situation: situerCommune(commune, adoption, aujourdhui),
    documents: versions.filter(({ id }) => transmises.includes(id)),
    estApprouve: trouverEvenement(vivants, 'approbation') !== undefined,
    evenements: adoption.evenements.filter(({ collectivite }) => collectivite === commune.siren),
    aujourdhui,
  };
};
