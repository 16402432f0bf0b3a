import { formaterDate, lireJour } from '../../../moteurs/calendrier/index.ts';

/** La cellule d’un fichier déposé d’où vient une valeur. */
export interface SourceCellule {
  readonly type: 'cellule';
  readonly fichierId: string;
  readonly fichier: string;
  readonly feuille: string | null;
  /** Rangée physique dans le fichier, à partir de 1. */
  readonly ligne: number;
  /** Colonne canonique → référence de la cellule (« K5 »). */
  readonly cellules: Readonly<Record<string, string>>;
}

/** Une valeur tapée à l’écran. */
export interface SourceSaisie {
  readonly type: 'saisie';
  readonly auteur: string;
  /** Jour de la saisie, « AAAA-MM-JJ ». */
  readonly le: string;
}

export type SourceDeLigne = SourceCellule | SourceSaisie;

/** Une ligne en ligne d’une grille : la seule donnée que les autres pièces lisent. */
export interface LigneDeGrille {
  readonly id: string;
  readonly grille: string;
  /** SIREN de la collectivité qui a rendu la ligne. */
  readonly collectivite: string;
  /** Clé de rapprochement, sans le SIREN : deux lignes de même clé décrivent la même chose. */
  readonly cle: string;
  /** Chaînes canoniques, par colonne du Table Schema. */
  readonly valeurs: Readonly<Record<string, string>>;
  readonly source: SourceDeLigne;
  readonly version: number;
}

/** Ce qu’il faut savoir d’une grille pour nommer ses lignes. */
export interface CleDeGrille {
  readonly cle: readonly string[];
  readonly collectivite: { readonly siren: string; readonly nom: string | null } | null;
}

const SEPARATEUR = ' · ';

/** La clé d’une ligne dans sa collectivité : ses champs de clé, SIREN excepté. */
export const cleDeLigne = (
  schema: CleDeGrille,
  valeurs: Readonly<Record<string, string>>,
): string =>
  schema.cle
    .filter((champ) => champ !== schema.collectivite?.siren)
    .map((champ) => valeurs[champ] ?? '')
    .join(SEPARATEUR);

/** Dit d’où vient une ligne, ou l’une de ses valeurs, en français. */
export const direSource = (source: SourceDeLigne, champ?: string): string => {
  if (source.type === 'saisie') {
    const jour = lireJour(source.le);
    return `Saisie par ${source.auteur} le ${jour === null ? source.le : formaterDate(jour)}`;
  }
  const cellule = champ === undefined ? undefined : source.cellules[champ];
  const feuille = source.feuille === null ? '' : `, feuille « ${source.feuille} »`;
  const lieu = cellule === undefined ? `ligne ${source.ligne}` : `cellule ${cellule}`;
  return `${source.fichier}${feuille}, ${lieu}`;
};
