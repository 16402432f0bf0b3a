import type { Emploi } from './colonnes.ts';
import type { PlanDeFeuille } from './plan-de-feuille.ts';
import type { SchemaDeGrille } from './schema.ts';

/** Les champs qu’une colonne renseigne. */
export const champsDUneColonne = (emploi: Emploi, schema: SchemaDeGrille): readonly string[] => {
  switch (emploi.sorte) {
    case 'champ':
      return [emploi.champ];
    case 'composee':
      return emploi.composee.champs;
    case 'part':
    case 'repartition':
      return schema.affectations.flat();
    case 'axe':
      return [...Object.keys(emploi.valeurs), schema.croisement?.valeur ?? ''];
    default:
      return [];
  }
};

/** Les champs que la feuille renseigne : colonnes, axes, colonnes réunies, contexte. */
export const champsPresents = (
  plan: PlanDeFeuille,
  schema: SchemaDeGrille,
  contexte: readonly { readonly champs: Readonly<Record<string, string>> }[],
): Set<string> => {
  const presents = new Set<string>([
    ...contexte.flatMap((v) => Object.keys(v.champs)),
    ...plan.colonnes.flatMap(({ emploi }) => champsDUneColonne(emploi, schema)),
  ]);
  const { siren, nom } = schema.collectivite ?? { siren: '', nom: null };
  if (presents.has(siren) || (nom !== null && presents.has(nom))) {
    presents.add(siren);
    if (nom !== null) presents.add(nom);
  }
  return presents;
};
