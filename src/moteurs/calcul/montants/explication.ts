/** D’où vient une valeur qui n’est pas calculée ici ; `calcul` : le nœud porte ses opérandes. */
export type Source =
  | {
      readonly type: 'cellule';
      readonly fichier: string;
      readonly feuille?: string | null;
      readonly cellule: string;
      readonly grille?: string;
      readonly depot?: string;
    }
  | {
      readonly type: 'saisie';
      readonly auteur?: string;
      readonly date?: string;
      readonly chemin?: string;
    }
  | { readonly type: 'donnee'; readonly nom: string; readonly millesime: string }
  | { readonly type: 'acte'; readonly convention: string; readonly version: string | number }
  | { readonly type: 'etat'; readonly id: string }
  /** `renvoi` : libellé du nœud déjà détaillé plus haut dans le même arbre. */
  | { readonly type: 'calcul'; readonly renvoi?: string };

export type RegleArrondi = 'plus-forts-restes' | 'demi-centime-eloigne-de-zero' | 'decimales';

export interface Arrondi {
  /** Valeur avant arrondi, coupée à quatre décimales et suivie de « … » si elle est plus longue. */
  readonly exact: string;
  readonly regle: RegleArrondi;
  /** Rang de service au plus fort reste (1 = premier servi), null sans départage. */
  readonly rang: number | null;
}

/**
 * Une valeur et son explication (contrat « Explication d’un montant »). Une feuille porte une
 * `source` ; un calcul porte sa `formule` et ses `operandes`.
 */
export interface NoeudExplique {
  readonly libelle: string;
  readonly valeur: string;
  readonly unite: string;
  readonly formule?: string;
  readonly article?: string | null;
  readonly operandes?: readonly NoeudExplique[];
  readonly source?: Source;
  readonly arrondi?: Arrondi;
}

/** La valeur du nœud est la somme de ses opérandes ; `verifierExplication` la refait. */
export const SOMME = 'somme des opérandes';
/** La valeur du nœud est son premier opérande moins les suivants ; `verifierExplication` la refait. */
export const DIFFERENCE = 'premier opérande − les suivants';

export const ARTICLE_D5211_16 = 'CGCT, art. D. 5211-16';
export const ARTICLE_CLECT = 'CGI, art. 1609 nonies C, IV';
export const ARTICLE_SERVICE_COMMUN = 'CGCT, art. L. 5211-4-2';
export const ARTICLE_GROUPEMENT = 'CGCT, art. L. 5211-4-4';
export const ARTICLE_PARTAGE_DE_BIENS = 'CGCT, art. L. 5211-4-3';
