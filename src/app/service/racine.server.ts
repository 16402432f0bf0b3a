import path from 'node:path';

/** La racine du dépôt (ce fichier est exécuté tel quel par Node, jamais empaqueté). */
export const RACINE = path.resolve(import.meta.dirname, '..', '..', '..');

/** Le dossier des données embarquées et des fichiers déposés. */
export const dossierDeDonnees = (): string =>
  path.resolve(process.env.ENSEMBLIER_DONNEES ?? path.join(RACINE, 'donnees'));
