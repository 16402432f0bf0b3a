/**
 * Un refus attendu est une valeur : un code stable, un message en français qui dit quoi faire,
 * et l’article qui le fonde quand il y en a un.
 */
export interface Refus<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  readonly article?: string | null;
  /** Où, dans l’entrée (par exemple `cle.A` ou `matrix[2]`). */
  readonly chemin?: string;
}

export type Resultat<Valeur, R = Refus> =
  | { readonly ok: true; readonly valeur: Valeur }
  | { readonly ok: false; readonly refus: R };

/** Réponse favorable. */
export const accepter = <V>(valeur: V): { readonly ok: true; readonly valeur: V } => ({
  ok: true,
  valeur,
});

/** Refus attendu (un ou plusieurs motifs). */
export const refuser = <R>(refus: R): { readonly ok: false; readonly refus: R } => ({
  ok: false,
  refus,
});
