import type { MoyensDeLecture } from './cellule-lue.ts';
import type { Cellule } from './classeur.ts';
import type { ColonneDuFichier } from './colonnes.ts';
import type { PlanDeFeuille } from './plan-de-feuille.ts';
import type { ColonneDeGrille, SchemaDeGrille } from './schema.ts';

/** Tout ce qu’il faut pour lire les lignes d’une feuille. */
export interface AtelierDeFeuille {
  readonly plan: PlanDeFeuille;
  readonly schema: SchemaDeGrille;
  readonly parNom: ReadonlyMap<string, ColonneDeGrille>;
  readonly moyens: MoyensDeLecture;
  /** Valeurs communes à toute la feuille (titre, nom du fichier). */
  readonly communes: Readonly<Record<string, string>>;
  /** Champs que la feuille porte, en colonne ou en valeur commune : les mêmes pour toutes ses lignes. */
  readonly champs: ReadonlySet<string>;
}

/** La cellule d’une colonne sur une ligne, et la remarque à faire si elle vient d’ailleurs. */
export type CelluleDeLigne = (colonne: ColonneDuFichier) => {
  readonly cellule: Cellule | null;
  readonly origine: 'propre' | 'fusion' | 'recopie' | 'recopie-supposee';
  /** La cellule de la ligne même, quand elle renvoie à une autre (« idem »). */
  readonly propre?: Cellule | null;
};
