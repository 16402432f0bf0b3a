/** Où mène le bouton d’une page d’erreur, et ce qu’il dit. */
export interface SortieDErreur {
  readonly vers: string;
  readonly libelle: string;
}

/**
 * La sortie la plus proche : une mairie entrée par son lien n’a pas de compte, l’accueil général
 * serait une impasse pour elle.
 * @param chemin chemin de la page qui a échoué
 */
export const trouverSortie = (chemin: string): SortieDErreur => {
  const espace = /^(\/c\/[^/]+)\/./.exec(chemin)?.[1];
  if (espace !== undefined) return { vers: espace, libelle: 'Revenir à l’espace de la commune' };
  const territoire = /^(\/t\/\d{9})\/./.exec(chemin)?.[1];
  if (territoire !== undefined) return { vers: territoire, libelle: 'Revenir au territoire' };
  return { vers: '/', libelle: 'Revenir à l’accueil' };
};
