/** Les neuf grilles d’échange : Table Schema (colonnes, types, contraintes) et extensions de la maison. */
import type { SchemaDeGrille } from '../../moteurs/grille/index.ts';
import { GRILLE_BESOINS } from './achats.ts';
import { GRILLE_INDICATEURS } from './activite.ts';
import { GRILLE_ADHESIONS } from './adhesions.ts';
import { GRILLE_BUDGET } from './budget.ts';
import { GRILLE_INVENTAIRE } from './materiel.ts';
import { GRILLE_PRESTATIONS_ADS, GRILLE_PRESTATIONS_HEURES } from './prestations.ts';
import { GRILLE_RESERVATIONS } from './reservations.ts';
import { GRILLE_RH } from './ressources-humaines.ts';

export const GRILLES: readonly SchemaDeGrille[] = [
  GRILLE_RH,
  GRILLE_INDICATEURS,
  GRILLE_INVENTAIRE,
  GRILLE_PRESTATIONS_ADS,
  GRILLE_PRESTATIONS_HEURES,
  GRILLE_BUDGET,
  GRILLE_BESOINS,
  GRILLE_RESERVATIONS,
  GRILLE_ADHESIONS,
];

/** Le schéma d’une grille par son nom, ou undefined si elle n’existe pas. */
export const trouverGrille = (nom: string): SchemaDeGrille | undefined =>
  GRILLES.find((grille) => grille.nom === nom);

export interface GrilleListee {
  readonly grille: string;
  readonly titre: string;
  readonly version: string;
  readonly description: string;
  readonly colonnes: readonly {
    readonly nom: string;
    readonly titre: string;
    readonly type: string;
    readonly obligatoire: boolean;
  }[];
}

/** Les grilles connues, leur version et leurs colonnes (`ensemblier grille lister`). */
export const listerGrilles = (): readonly GrilleListee[] =>
  GRILLES.map(({ nom, titre, version, description, colonnes }) => ({
    grille: nom,
    titre,
    version,
    description,
    colonnes: colonnes.map((c) => ({
      nom: c.nom,
      titre: c.titre,
      type: c.nature,
      obligatoire: c.obligatoire,
    })),
  }));
