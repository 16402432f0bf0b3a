import type { ColonneDeGrille, SchemaDeGrille } from '../../../moteurs/grille/index.ts';
import { typographier } from '../../../socle/ui/index.ts';

/** Une colonne de grille telle qu’une page la montre ou la fait saisir. */
export interface ColonneMontree {
  readonly nom: string;
  readonly titre: string;
  readonly aide: string;
  readonly exemple: string;
  readonly genre: 'texte' | 'liste' | 'date' | 'nombre';
  readonly choix: readonly { readonly valeur: string; readonly libelle: string }[];
  readonly obligatoire: boolean;
  readonly estCle: boolean;
}

const GENRES_NUMERIQUES = new Set([
  'nombre',
  'montant',
  'heures',
  'quotite',
  'part',
  'taux',
  'annee',
  'annee-naissance',
  'mois',
]);

const genreDe = (colonne: ColonneDeGrille): ColonneMontree['genre'] => {
  if (colonne.valeurs !== null) return 'liste';
  if (colonne.nature === 'date') return 'date';
  return GENRES_NUMERIQUES.has(colonne.nature) ? 'nombre' : 'texte';
};

const choixDe = (colonne: ColonneDeGrille, schema: SchemaDeGrille): ColonneMontree['choix'] => {
  const entrees = new Map(
    (colonne.nomenclature === null
      ? []
      : (schema.nomenclatures[colonne.nomenclature]?.entrees ?? [])
    ).map(({ code, libelle }) => [code, libelle]),
  );
  return (colonne.valeurs ?? []).map((valeur) => ({
    valeur,
    libelle: typographier(entrees.get(valeur) ?? valeur),
  }));
};

/** Titres distincts : deux colonnes « Service » deviennent « Service » et « Service (service_1) ». */
const titreUnique = (colonne: ColonneDeGrille, schema: SchemaDeGrille): string => {
  const homonymes = schema.colonnes.filter(({ titre }) => titre === colonne.titre);
  if (homonymes.length === 1) return colonne.titre;
  return colonne.description.length <= 60
    ? colonne.description
    : `${colonne.titre} (${colonne.nom})`;
};

/** L’aide d’une colonne ; rien quand elle ne ferait que répéter le titre. */
const aideUtile = ({ titre, description }: ColonneDeGrille): string =>
  description.toLowerCase() === titre.toLowerCase() ? '' : typographier(description);

/** Les colonnes qu’une collectivité remplit : son SIREN et son nom sont connus, ils n’y sont pas. */
export const colonnesASaisir = (schema: SchemaDeGrille): readonly ColonneMontree[] => {
  const deCollectivite = new Set(
    schema.collectivite === null ? [] : [schema.collectivite.siren, schema.collectivite.nom],
  );
  return schema.colonnes
    .filter(({ nom }) => !deCollectivite.has(nom))
    .map((colonne) => ({
      nom: colonne.nom,
      titre: typographier(titreUnique(colonne, schema)),
      aide: aideUtile(colonne),
      exemple: colonne.exemple,
      genre: genreDe(colonne),
      choix: choixDe(colonne, schema),
      obligatoire: colonne.obligatoire && !(colonne.nom in schema.calculees),
      estCle: schema.cle.includes(colonne.nom),
    }));
};

/** Les valeurs d’un formulaire, colonnes de la grille seulement, bouts coupés. */
export const valeursSaisies = (
  schema: SchemaDeGrille,
  lire: (nom: string) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(schema.colonnes.map(({ nom }) => [nom, lire(nom).trim()]));
