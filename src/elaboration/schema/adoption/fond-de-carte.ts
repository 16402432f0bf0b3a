import type { Collectivite, Contour } from '../../../socle/territoire/index.ts';
import { type FondDeCarte, projeterCentroides, projeterContours } from '../../../socle/ui/index.ts';

/** Le fond de carte : les contours si toutes les communes en ont un, sinon leurs centres. */
export const composerFond = (
  communes: readonly Collectivite[],
  contours: readonly Contour[],
): { readonly fond: FondDeCarte; readonly enBulles: boolean } => {
  const parCode = new Map(contours.map((contour) => [contour.codeInsee, contour]));
  const traces = communes.flatMap(({ codeInsee, nom }) => {
    const contour = parCode.get(codeInsee ?? '');
    return contour === undefined ? [] : [{ code: contour.codeInsee, nom, contour }];
  });
  if (traces.length > 0 && traces.length === communes.length) {
    const sources = [...new Set(traces.map(({ contour }) => contour.source))].join(' ; ');
    const features = traces.map(({ code, nom, contour }) => ({
      type: 'Feature' as const,
      properties: { code, nom },
      geometry: structuredClone(contour.geometrie) as GeoJSON.Geometry,
    }));
    const collection = { type: 'FeatureCollection' as const, features };
    return { fond: projeterContours(collection, sources), enBulles: false };
  }
  const centres = communes.flatMap(({ codeInsee, nom, longitude, latitude }) =>
    codeInsee === null || longitude === null || latitude === null
      ? []
      : [{ code: codeInsee, nom, longitude, latitude }],
  );
  const source = 'Centres des communes, © IGN Admin Express, Licence Ouverte';
  return { fond: projeterCentroides(centres, source), enBulles: true };
};
