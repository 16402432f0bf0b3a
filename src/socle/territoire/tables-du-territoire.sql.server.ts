import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Geometrie } from './contours.ts';
import type { GenrePopulation, ModeFinancement, TypeEpci } from './territoire.ts';

/** Les tables de cette pièce, pour les requêtes typées. */
export interface TablesTerritoire {
  territoire: {
    territoire_id: string;
    siren: string;
    nom: string;
    type: TypeEpci;
    mode_financement: ModeFinancement;
    perimetre_au: Jour;
    source: string;
    couleur: string | null;
    logo_fichier_id: string | null;
    cree_le: Jour;
    cree_par: string;
  };
  collectivite: {
    territoire_id: string;
    siren: string;
    code_insee: string | null;
    nom: string;
    type: 'commune' | 'epci';
    code_postal: string | null;
    surface_ha: number | null;
    longitude: number | null;
    latitude: number | null;
    depuis: Jour;
    jusqu_a: Jour | null;
  };
  population: {
    territoire_id: string;
    siren: string;
    genre: GenrePopulation;
    millesime: number;
    reference: number | null;
    valeur: number;
    source: string;
  };
  contour: {
    territoire_id: string;
    code_insee: string;
    contenu: Geometrie;
    empreinte: string;
    source: string;
  };
}

export type Tx = Transaction<TablesTerritoire>;
/** Toute transaction de `dansTerritoire`, quelles que soient les tables que l’appelant y voit. */
export const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;
