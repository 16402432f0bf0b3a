import type { Jour } from '../calendrier/index.ts';
import type { Classeur } from './classeur.ts';
import type { Reference, SchemaDeGrille, Territoire } from './schema.ts';

export interface DemandeDeLecture {
  readonly schema: SchemaDeGrille;
  readonly territoire: Territoire;
  readonly classeur: Classeur;
  readonly nomFichier: string;
  readonly aujourdhui: Jour;
  /** SIREN de la collectivité choisie au dépôt, si le fichier n’en dit rien. */
  readonly collectivite?: string | null;
  readonly reference?: Reference;
}
