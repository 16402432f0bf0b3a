import type { EntreeDeNomenclature, Nomenclature } from '../../moteurs/grille/index.ts';

/** Compose une entrée : code, libellé, écritures sûres, écritures d’usage. */
export const entree = (
  code: string,
  libelle: string,
  variantes: readonly string[] = [],
  usages: readonly string[] = [],
): EntreeDeNomenclature => ({ code, libelle, variantes, usages });

export const nomenclature = (
  nom: string,
  titre: string,
  entrees: readonly EntreeDeNomenclature[],
  precisable = false,
): Nomenclature => ({ nom, titre, entrees, precisable });

/** Une liste fermée dont chaque valeur est son propre code. */
export const listeDe = (nom: string, titre: string, valeurs: readonly string[]): Nomenclature =>
  nomenclature(
    nom,
    titre,
    valeurs.map((valeur) => entree(valeur, valeur)),
  );
