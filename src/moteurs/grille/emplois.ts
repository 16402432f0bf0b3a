import type { Cellule } from './classeur.ts';
import type { Intitule } from './entete.ts';
import type { ColonneComposee } from './schema.ts';

/** À quoi sert une colonne du fichier. */
export type Emploi =
  | {
      readonly sorte: 'champ';
      readonly champ: string;
      readonly sur: 'nom' | 'synonyme' | 'contenu' | 'position';
    }
  | { readonly sorte: 'repartition' }
  | { readonly sorte: 'part'; readonly service: string }
  | { readonly sorte: 'composee'; readonly composee: ColonneComposee }
  | { readonly sorte: 'axe'; readonly valeurs: Readonly<Record<string, string>> }
  | { readonly sorte: 'total' }
  | { readonly sorte: 'interdite' }
  | { readonly sorte: 'hors-modele' }
  | { readonly sorte: 'vide' };

export interface ColonneDuFichier {
  readonly intitule: Intitule;
  readonly masquee: boolean;
  readonly echantillon: readonly Cellule[];
  readonly emploi: Emploi;
}

/** Une colonne du fichier avant qu’on sache à quoi elle sert. */
export type ColonneBrute = Omit<ColonneDuFichier, 'emploi'>;
