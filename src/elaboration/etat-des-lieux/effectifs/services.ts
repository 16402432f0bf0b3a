import { typographier } from '../../../socle/ui/index.ts';
import { exigerGrille } from '../collecte/grilles.ts';

/** Libellé de chaque service de la nomenclature, par code. */
export const libellesDesServices = (): ReadonlyMap<string, string> => {
  const schema = exigerGrille('grille-rh');
  const nom = schema.colonnes.find((colonne) => colonne.nom === 'service')?.nomenclature ?? '';
  const entrees = schema.nomenclatures[nom]?.entrees ?? [];
  return new Map(entrees.map(({ code, libelle }) => [code, typographier(libelle)]));
};
