import { type FondDeCarte, projeterCentroides, projeterContours } from './projection.ts';

/** Une commune à dessiner : son contour, ou à défaut son centre. */
export interface CommuneADessiner {
  readonly codeInsee: string | null;
  readonly nom: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** Un contour connu et sa source. */
export interface ContourADessiner {
  readonly codeInsee: string;
  readonly geometrie: unknown;
  readonly source: string;
}

const SOURCE_CENTROIDES = 'Centres calculés sur © IGN – Admin Express 2018, Licence Ouverte';

/**
 * Le fond d’un territoire : contours si toutes les communes en ont un, sinon bulles sur les centres.
 * Une commune sans centre connu reste dans la liste, hors de la carte.
 */
export const composerFond = (
  communes: readonly CommuneADessiner[],
  contours: readonly ContourADessiner[],
): { readonly fond: FondDeCarte; readonly enBulles: boolean } => {
  const parCode = new Map(contours.map((contour) => [contour.codeInsee, contour]));
  const traces = communes.flatMap((commune) => {
    const contour = parCode.get(commune.codeInsee ?? '');
    return contour === undefined ? [] : [{ commune, contour }];
  });
  if (traces.length === communes.length && traces.length > 0) {
    const collection = {
      type: 'FeatureCollection' as const,
      features: traces.map(({ commune, contour }) => ({
        type: 'Feature' as const,
        properties: { code: commune.codeInsee ?? '', nom: commune.nom },
        geometry: structuredClone(contour.geometrie) as GeoJSON.Geometry,
      })),
    };
    const sources = [...new Set(contours.map(({ source }) => source))].join(' ; ');
    return { fond: projeterContours(collection, sources), enBulles: false };
  }
  const centres = communes.flatMap(({ codeInsee, nom, longitude, latitude }) =>
    codeInsee === null || longitude === null || latitude === null
      ? []
      : [{ code: codeInsee, nom, longitude, latitude }],
  );
  return { fond: projeterCentroides(centres, SOURCE_CENTROIDES), enBulles: true };
};
