import contours from '../../referentiel/donnees/contours/communes-cc-charlieu-belmont.geojson?raw';
import { projeterCentroides, projeterContours } from '../../socle/ui/index.ts';

const SOURCE = 'IGN, Admin Express 2018 simplifié ; populations INSEE 2025 (Licence Ouverte)';

/** Le territoire de démonstration : contours, bulles et population de chaque commune. */
export const preparerTerritoire = () => {
  const donnees = JSON.parse(contours);
  const fond = projeterContours(donnees, SOURCE);
  const populations: Record<string, number> = {};
  for (const { properties } of donnees.features) {
    populations[properties.code] = properties.population;
  }
  const centres = fond.communes.map(({ code, nom, x, y }) => ({
    code,
    nom,
    longitude: 4 + x / 1500,
    latitude: 46.2 - y / 2200,
  }));
  return { fond, populations, centres: projeterCentroides(centres, SOURCE) };
};
