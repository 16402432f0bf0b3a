import { geoMercator, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { type EtiquettePosee, poserDansLeContour } from './etiquettes.ts';

/** Une commune dessinée : tracé SVG (vide pour un fond de bulles) et place de son étiquette. */
export interface CommuneDuFond {
  code: string;
  nom: string;
  trace: string;
  x: number;
  y: number;
  /** Surface dessinée, en pixels carrés. */
  surface: number;
  /** Le nom, posé dans le contour ; null quand il n’y tient pas ou qu’il n’y a pas de contour. */
  etiquette: EtiquettePosee | null;
}

export interface FondDeCarte {
  largeur: number;
  hauteur: number;
  communes: CommuneDuFond[];
  /** Origine et millésime des contours, à écrire sous la carte. */
  source: string;
}

/** Propriétés attendues de chaque contour. */
interface ProprietesCommune {
  code: string;
  nom: string;
}

const LARGEUR = 640;
const MARGE = 6;

const arrondir = (valeur: number): number => Math.round(valeur * 10) / 10;

/** d3-geo suit l’ordre trigonométrique inverse de la RFC 7946 : un contour trop grand est retourné. */
const retourner = (geometrie: Geometry): Geometry => {
  const inverser = (anneaux: number[][][]) => anneaux.map((anneau) => [...anneau].reverse());
  if (geometrie.type === 'Polygon') {
    return { type: 'Polygon', coordinates: inverser(geometrie.coordinates) };
  }
  if (geometrie.type === 'MultiPolygon') {
    return { type: 'MultiPolygon', coordinates: geometrie.coordinates.map(inverser) };
  }
  return geometrie;
};

const estRetourne = (commune: Feature<Geometry, ProprietesCommune>): boolean => {
  const [[ouest, sud], [est, nord]] = geoPath(null).bounds(commune);
  const mesure = geoPath(geoMercator().scale(1).translate([0, 0])).area(commune);
  const majorant = ((est - ouest) * (nord - sud) * Math.PI ** 2) / 180 ** 2 / 0.3;
  return mesure > majorant;
};

/** Les anneaux d’un contour, projetés : ce dans quoi son étiquette doit tenir. */
const projeterAnneaux = (
  geometrie: Geometry,
  projeter: (point: [number, number]) => [number, number] | null,
): [number, number][][] => {
  const lire = (anneaux: number[][][]) =>
    anneaux.map((anneau) =>
      anneau.flatMap(([longitude = 0, latitude = 0]) => {
        const point = projeter([longitude, latitude]);
        return point === null ? [] : [point];
      }),
    );
  if (geometrie.type === 'Polygon') return lire(geometrie.coordinates);
  return geometrie.type === 'MultiPolygon' ? geometrie.coordinates.flatMap(lire) : [];
};

/** Projette les contours des communes (GeoJSON en longitudes et latitudes) en un fond de carte. */
export const projeterContours = (
  contours: FeatureCollection<Geometry, ProprietesCommune>,
  source: string,
  largeur = LARGEUR,
): FondDeCarte => {
  const communes = contours.features.map((commune) =>
    estRetourne(commune) ? { ...commune, geometry: retourner(commune.geometry) } : commune,
  );
  const ensemble = { ...contours, features: communes };
  const projection = geoMercator().fitWidth(largeur - 2 * MARGE, ensemble);
  const [[gauche, haut], [, bas]] = geoPath(projection).bounds(ensemble);
  const [tx, ty] = projection.translate();
  projection.translate([tx - gauche + MARGE, ty - haut + MARGE]);
  const chemin = geoPath(projection).digits(1);
  return {
    largeur,
    hauteur: Math.ceil(bas - haut + 2 * MARGE),
    source,
    communes: communes.map((commune) => {
      const [x, y] = chemin.centroid(commune);
      const { code, nom } = commune.properties;
      const trace = chemin(commune) ?? '';
      return {
        code,
        nom,
        trace,
        x: arrondir(x),
        y: arrondir(y),
        surface: arrondir(chemin.area(commune)),
        etiquette: poserDansLeContour(projeterAnneaux(commune.geometry, projection), nom, [x, y]),
      };
    }),
  };
};

/** Place les communes par leur seul centre, quand leurs contours ne sont pas connus. */
export const projeterCentroides = (
  centres: readonly { code: string; nom: string; longitude: number; latitude: number }[],
  source: string,
  largeur = LARGEUR,
): FondDeCarte => {
  const marge = 48;
  const points = {
    type: 'MultiPoint' as const,
    coordinates: centres.map(({ longitude, latitude }) => [longitude, latitude]),
  };
  const projection = geoMercator();
  const [[ouest, sud], [est, nord]] = geoPath(null).bounds(points);
  if (est > ouest) projection.fitWidth(largeur - 2 * marge, points);
  else projection.scale(1);
  const [gauche, haut] = projection([ouest, nord]) ?? [0, 0];
  const [, bas] = projection([est, sud]) ?? [0, 0];
  return {
    largeur,
    hauteur: Math.ceil(bas - haut + 2 * marge),
    source,
    communes: centres.map(({ code, nom, longitude, latitude }) => {
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      const decalage = est > ouest ? marge - gauche : largeur / 2 - x;
      const place = { x: arrondir(x + decalage), y: arrondir(y - haut + marge) };
      return { code, nom, trace: '', ...place, surface: 0, etiquette: null };
    }),
  };
};
