import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const chercherRacine = (): string => {
  let dossier = path.dirname(fileURLToPath(import.meta.url));
  while (!fs.existsSync(path.join(dossier, 'src', 'referentiel', 'donnees'))) {
    const parent = path.dirname(dossier);
    if (parent === dossier) {
      throw new Error(
        'Les données de référence (src/referentiel/donnees) sont introuvables : réinstallez Ensemblier.',
      );
    }
    dossier = parent;
  }
  return dossier;
};

let racine: string | undefined;

/**
 * Chemin d’un fichier de données embarqué dans `src/referentiel/donnees`, que le code soit exécuté
 * depuis ses sources ou depuis le paquet construit (`build/`).
 */
export const cheminDeDonnees = (...morceaux: readonly string[]): string => {
  racine ??= chercherRacine();
  return path.join(racine, 'src', 'referentiel', 'donnees', ...morceaux);
};
