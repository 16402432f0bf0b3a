/** Le SIREN d’adresse d’un dépôt qui porte plusieurs collectivités. */
export const PLUSIEURS = 'plusieurs';

/** L’adresse, dans l’atelier, de la grille d’une collectivité (null : plusieurs dans un même fichier). */
export const cheminDeGrille = (
  sirenDuTerritoire: string,
  grille: string,
  collectivite: string | null,
): string => `/t/${sirenDuTerritoire}/elaborer/collecte/${grille}/${collectivite ?? PLUSIEURS}`;
