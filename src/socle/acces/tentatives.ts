/** Limite des essais : tant d’essais par fenêtre de temps. */
export interface Limite {
  readonly essais: number;
  readonly fenetreMs: number;
}

/** Huit mots de passe essayés par quart d’heure et par compte. */
export const LIMITE_MOT_DE_PASSE: Limite = { essais: 8, fenetreMs: 15 * 60_000 };
/** Quatre liens demandés par quart d’heure et par compte. */
export const LIMITE_LIEN_MAGIQUE: Limite = { essais: 4, fenetreMs: 15 * 60_000 };

/** Registre des instants d’essai, par clé (compte visé). */
export type Tentatives = Map<string, readonly number[]>;

/**
 * Compte un essai. Rend 0 s’il est permis, sinon le nombre de minutes à attendre.
 * Le registre oublie ce qui sort de la fenêtre.
 */
export const compterTentative = (
  tentatives: Tentatives,
  cle: string,
  instant: number,
  { essais, fenetreMs }: Limite,
): number => {
  const recents = (tentatives.get(cle) ?? []).filter((passe) => passe > instant - fenetreMs);
  const plusAncien = recents[0];
  if (recents.length >= essais && plusAncien !== undefined) {
    tentatives.set(cle, recents);
    return Math.ceil((plusAncien + fenetreMs - instant) / 60_000);
  }
  tentatives.set(cle, [...recents, instant]);
  if (tentatives.size > 10_000) {
    for (const [autre, passes] of tentatives) {
      if (!passes.some((passe) => passe > instant - fenetreMs)) tentatives.delete(autre);
    }
  }
  return 0;
};
