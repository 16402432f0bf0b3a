import {
  type Collectivite,
  type GenrePopulation,
  type ModeFinancement,
  millesimeCommun,
  populationDe,
  type Territoire,
  type TypeEpci,
} from './territoire.ts';

/** Forme d’échange d’un territoire (docs : contrat de la ligne de commande, option --territoire). */
export interface TerritoireJson {
  readonly siren: string;
  readonly nom: string;
  readonly type: TypeEpci;
  readonly mode_financement: ModeFinancement;
  readonly population_municipale: number | null;
  readonly population_totale: number | null;
  readonly source: string;
  readonly communes: readonly CommuneJson[];
}

export interface CommuneJson {
  readonly code_insee: string;
  readonly siren: string;
  readonly nom: string;
  readonly code_postal: string | null;
  readonly population_municipale: number | null;
  readonly population_totale: number | null;
  readonly surface_ha: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/**
 * Le territoire dans sa forme d’échange, au dernier millésime complet (jamais deux millésimes mêlés).
 */
export const versTerritoireJson = (territoire: Territoire): TerritoireJson => {
  const millesime = millesimeCommun(territoire.collectivites);
  const valeur = (collectivite: Collectivite | undefined, genre: GenrePopulation) =>
    collectivite === undefined || millesime === null
      ? null
      : (populationDe(collectivite, genre, millesime)?.valeur ?? null);
  const epci = territoire.collectivites.find(({ type }) => type === 'epci');
  return {
    siren: territoire.siren,
    nom: territoire.nom,
    type: territoire.type,
    mode_financement: territoire.modeFinancement,
    population_municipale: valeur(epci, 'municipale'),
    population_totale: valeur(epci, 'totale'),
    source: territoire.source,
    communes: territoire.collectivites
      .filter(({ type, jusquA }) => type === 'commune' && jusquA === null)
      .map((commune) => ({
        code_insee: commune.codeInsee ?? '',
        siren: commune.siren,
        nom: commune.nom,
        code_postal: commune.codePostal,
        population_municipale: valeur(commune, 'municipale'),
        population_totale: valeur(commune, 'totale'),
        surface_ha: commune.surfaceHa,
        longitude: commune.longitude,
        latitude: commune.latitude,
      })),
  };
};
