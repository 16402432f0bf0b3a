import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';

export type Position = readonly number[];
export type Geometrie =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly Position[])[])[];
    };

export interface Contour {
  readonly codeInsee: string;
  readonly geometrie: Geometrie;
  readonly source: string;
}

const CLES_DU_CODE = [
  'code',
  'code_insee',
  'codeInsee',
  'insee',
  'INSEE_COM',
  'insee_com',
  'codgeo',
];

const estObjet = (valeur: unknown): valeur is Record<string, unknown> =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

const estPosition = (valeur: unknown): valeur is Position =>
  Array.isArray(valeur) && valeur.length >= 2 && valeur.every((n) => Number.isFinite(n));

const estAnneau = (valeur: unknown): valeur is readonly Position[] =>
  Array.isArray(valeur) && valeur.length >= 4 && valeur.every(estPosition);

const estPolygone = (valeur: unknown): valeur is readonly (readonly Position[])[] =>
  Array.isArray(valeur) && valeur.length > 0 && valeur.every(estAnneau);

const lirePolygones = (geometrie: unknown) => {
  if (!estObjet(geometrie)) return null;
  const { type, coordinates } = geometrie;
  if (type === 'Polygon' && estPolygone(coordinates)) return [coordinates];
  if (type !== 'MultiPolygon' || !Array.isArray(coordinates)) return null;
  const polygones = coordinates.filter(estPolygone);
  return polygones.length === coordinates.length && polygones.length > 0 ? polygones : null;
};

const estEnDegres = (polygones: readonly (readonly (readonly Position[])[])[]): boolean =>
  polygones.every((polygone) =>
    polygone.every((anneau) =>
      anneau.every(([x = 999, y = 999]) => Math.abs(x) <= 180 && Math.abs(y) <= 90),
    ),
  );

const codeDe = (proprietes: unknown): string | null => {
  if (!estObjet(proprietes)) return null;
  for (const cle of CLES_DU_CODE) {
    const valeur = proprietes[cle];
    if (typeof valeur === 'string' && /^\d[\dAB]\d{3}$/.test(valeur)) return valeur;
  }
  return null;
};

/**
 * Lit les contours de communes d’un GeoJSON (FeatureCollection, WGS 84). Plusieurs contours d’un même
 * code (commune nouvelle) sont réunis en un seul.
 * Refus : `json-illisible`, `geojson-attendu`, `coordonnees-non-wgs84`, `contour-illisible`, `aucun-contour`.
 */
export const lireContoursGeojson = (
  texte: string,
  source: string,
): Resultat<readonly Contour[]> => {
  let document: unknown;
  try {
    document = JSON.parse(texte);
  } catch {
    return refuser({
      code: 'json-illisible',
      message: 'Ce fichier n’est pas un GeoJSON lisible : il est tronqué ou d’un autre format.',
    });
  }
  if (
    !estObjet(document) ||
    document.type !== 'FeatureCollection' ||
    !Array.isArray(document.features)
  ) {
    return refuser({
      code: 'geojson-attendu',
      message:
        'Un GeoJSON de type « FeatureCollection » est attendu. Un TopoJSON ou un shapefile se convertit d’abord en GeoJSON (QGIS, mapshaper).',
    });
  }
  const parCode = new Map<string, (readonly (readonly Position[])[])[]>();
  for (const [rang, element] of document.features.entries()) {
    const code = estObjet(element) ? codeDe(element.properties) : null;
    if (code === null) continue;
    const polygones = estObjet(element) ? lirePolygones(element.geometry) : null;
    if (polygones === null) {
      return refuser({
        code: 'contour-illisible',
        message: `Le contour de la commune ${code} n’est ni un polygone ni un multipolygone fermé : corrigez-le puis déposez de nouveau le fichier.`,
        chemin: `features[${rang}]`,
      });
    }
    if (!estEnDegres(polygones)) {
      return refuser({
        code: 'coordonnees-non-wgs84',
        message: `Le contour de la commune ${code} n’est pas en degrés (WGS 84) : exportez le fichier en « EPSG:4326 ».`,
        chemin: `features[${rang}]`,
      });
    }
    parCode.set(code, [...(parCode.get(code) ?? []), ...polygones]);
  }
  if (parCode.size === 0) {
    return refuser({
      code: 'aucun-contour',
      message:
        'Aucun contour ne porte de code INSEE de commune (propriété « code », « code_insee » ou « INSEE_COM »).',
    });
  }
  return accepter(
    [...parCode].map(([codeInsee, polygones]) => ({
      codeInsee,
      source,
      geometrie:
        polygones.length === 1 && polygones[0] !== undefined
          ? { type: 'Polygon', coordinates: polygones[0] }
          : { type: 'MultiPolygon', coordinates: polygones },
    })),
  );
};
