import type { NomDeProcedure } from '../../referentiel/procedures/index.ts';
import type { ContenuDeConvention, Partie, SorteDeConvention } from './convention.ts';
import { versActe } from './service-commun/acte.ts';
import { contenuVierge } from './service-commun/contenu.ts';
import { champsManquants, type Etape, type RegleDEdition } from './service-commun/edition.ts';

/** Ce qu’il faut savoir d’une sorte de convention pour la rédiger, la contrôler et l’imprimer. */
export interface DefinitionDeSorte {
  readonly libelle: string;
  readonly article: string;
  /** La procédure de droit qui l’instruit, et la clé de l’acte dans son entrée. */
  readonly procedure: NomDeProcedure;
  readonly cleDeLActe: string;
  /** Modèle de document. */
  readonly modele: string;
  readonly vierge: (titre: string, gestionnaire: string) => ContenuDeConvention;
  readonly versActe: (
    contenu: ContenuDeConvention,
    parties: readonly Partie[],
    version: number,
  ) => object;
  readonly manquants: (contenu: ContenuDeConvention, etape: Etape) => readonly RegleDEdition[];
}

/** Registre des sortes de conventions : ajouter une sorte, c’est ajouter sa définition ici. */
export const SORTES: Readonly<Record<SorteDeConvention, DefinitionDeSorte>> = {
  'service-commun': {
    libelle: 'Convention de service commun',
    article: 'CGCT, art. L. 5211-4-2',
    procedure: 'service-commun',
    cleDeLActe: 'convention',
    modele: 'convention-service-commun',
    vierge: contenuVierge,
    versActe,
    manquants: champsManquants,
  },
};
