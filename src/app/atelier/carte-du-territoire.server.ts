import { type Collectivite, type Contour, populationDe } from '../../socle/territoire/index.ts';
import {
  accorder,
  type FondDeCarte,
  formaterNombre,
  projeterCentroides,
  projeterContours,
} from '../../socle/ui/index.ts';

const SOURCE_CENTROIDES = 'Centres calculés sur © IGN – Admin Express 2018, Licence Ouverte';

/** Les bornes de cinq classes d’effectifs voisins (quantiles). */
const calculerBornes = (valeurs: readonly number[]): readonly number[] => {
  const triees = [...valeurs].sort((a, b) => a - b);
  return [1, 2, 3, 4].map((rang) => triees[Math.floor((rang * triees.length) / 5)] ?? 0);
};

/**
 * Le fond d’un territoire : contours si toutes les communes en ont un, sinon bulles sur les centres.
 * Une commune sans centre connu reste dans la liste, hors de la carte.
 */
export const composerFond = (
  communes: readonly Collectivite[],
  contours: readonly Contour[],
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

/** La carte des populations municipales d’un millésime. */
export const composerCarte = (
  communes: readonly Collectivite[],
  contours: readonly Contour[],
  millesime: number | null,
) => {
  const { fond, enBulles } = composerFond(communes, contours);
  const populations = communes.map((commune) => ({
    code: commune.codeInsee ?? '',
    valeur:
      millesime === null ? null : (populationDe(commune, 'municipale', millesime)?.valeur ?? null),
  }));
  const connues = populations.flatMap(({ valeur }) => valeur ?? []);
  const bornes = calculerBornes(connues);
  const maximum = Math.max(1, ...connues);
  const valeurs = Object.fromEntries(
    populations.map(({ code, valeur }) => [
      code,
      valeur === null
        ? { classe: 0, ecriture: 'non publiée' }
        : {
            classe: 1 + bornes.filter((borne) => valeur >= borne).length,
            ecriture: accorder(valeur, 'habitant'),
            ...(enBulles ? { taille: valeur / maximum } : {}),
          },
    ]),
  );
  const limites = [0, ...bornes];
  const legende = limites.map((borne, rang) => {
    const suivante = limites[rang + 1];
    return {
      classe: rang + 1,
      libelle:
        suivante === undefined
          ? `${formaterNombre(borne)} habitants et plus`
          : `de ${formaterNombre(borne)} à ${formaterNombre(suivante - 1)} habitants`,
    };
  });
  return { fond, valeurs, legende };
};
