import type { Decimal } from 'decimal.js';
import type { Jour } from '../calendrier/index.ts';

/** Comment un nombre se présente. */
export type SorteDeNombre = 'nombre' | 'entier' | 'etp' | 'pourcentage';

/** Une donnée lue, contrôlée et typée : la seule matière des expressions et des champs. */
export type Valeur =
  | { readonly nature: 'vide'; readonly libelle: string; readonly requis: boolean }
  | { readonly nature: 'texte'; readonly texte: string }
  | { readonly nature: 'montant'; readonly centimes: bigint }
  | { readonly nature: 'nombre'; readonly nombre: Decimal; readonly sorte: SorteDeNombre }
  | { readonly nature: 'date'; readonly jour: Jour }
  | { readonly nature: 'booleen'; readonly vrai: boolean }
  | { readonly nature: 'choix'; readonly code: string; readonly libelle: string }
  | { readonly nature: 'svg'; readonly svg: string }
  | { readonly nature: 'liste'; readonly elements: readonly Valeur[] }
  | { readonly nature: 'objet'; readonly champs: ReadonlyMap<string, Valeur> };

export type ValeurObjet = Extract<Valeur, { nature: 'objet' }>;

/** La valeur absente, avec le libellé de ce qui manque ; `requis` : un projet doit le montrer. */
export const vide = (libelle: string, requis = false): Valeur => ({
  nature: 'vide',
  libelle,
  requis,
});

/** Vrai si la valeur ne dit rien : absente, texte blanc, liste sans élément. */
export const estVide = (valeur: Valeur): boolean =>
  valeur.nature === 'vide' ||
  (valeur.nature === 'texte' && valeur.texte.trim() === '') ||
  (valeur.nature === 'liste' && valeur.elements.length === 0);

/** Défaut d’un modèle (expression fausse, champ inconnu…) : rattrapé par `composer` en refus. */
export class ErreurDeModele extends Error {
  override readonly name = 'ErreurDeModele';
}
