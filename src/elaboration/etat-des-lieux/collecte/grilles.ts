import type { SchemaDeGrille } from '../../../moteurs/grille/index.ts';
import { GRILLES, trouverGrille as trouver } from '../../../referentiel/grilles/index.ts';
import { typographier } from '../../../socle/ui/index.ts';

/** Les grilles que l’on peut collecter : toutes celles du registre, telles qu’on les montre. */
export const grillesACollecter = (): readonly Pick<
  SchemaDeGrille,
  'nom' | 'titre' | 'description'
>[] =>
  GRILLES.map(({ nom, titre, description }) => ({
    nom,
    titre: typographier(titre),
    description: typographier(description),
  }));

/** Le schéma d’une grille par son nom, ou null si elle n’existe pas. */
export const trouverGrille = (nom: string): SchemaDeGrille | null => trouver(nom) ?? null;

/** Le schéma d’une grille dont on sait qu’elle existe (elle vient de la base ou d’une adresse vérifiée). */
export const exigerGrille = (nom: string): SchemaDeGrille => {
  const schema = trouverGrille(nom);
  if (schema === null) throw new Error(`La grille « ${nom} » n’est pas dans le registre.`);
  return schema;
};
