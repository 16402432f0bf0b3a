import { coutDe, echelleDuJeu, type Jeu, sommesParCoalition, toutLeMonde } from './jeu.ts';

/** Au-delà, les 3^n paires de coalitions ne s’énumèrent plus. */
const JOUEURS_POUR_LES_PAIRES = 16;

/** Deux coalitions disjointes ne paient jamais plus ensemble ; null au-delà de 16 joueurs. */
export const estSousAdditif = (jeu: Jeu): boolean | null => {
  if (jeu.joueurs > JOUEURS_POUR_LES_PAIRES) return null;
  const marge = 1e-9 * echelleDuJeu(jeu);
  for (let masque = 1; masque < jeu.couts.length; masque += 1) {
    const cout = coutDe(jeu, masque) - marge;
    for (let partie = (masque - 1) & masque; partie > 0; partie = (partie - 1) & masque) {
      if (coutDe(jeu, partie) + coutDe(jeu, masque ^ partie) < cout) return false;
    }
  }
  return true;
};

/** Chacun ajoute d’autant moins au coût que la coalition est grande. */
export const estConcave = (jeu: Jeu): boolean => {
  const marge = 1e-9 * echelleDuJeu(jeu);
  for (let masque = 0; masque < jeu.couts.length; masque += 1) {
    for (let i = 0; i < jeu.joueurs; i += 1) {
      if ((masque >> i) & 1) continue;
      const avecI = masque | (1 << i);
      const ajout = coutDe(jeu, avecI) - coutDe(jeu, masque);
      for (let j = i + 1; j < jeu.joueurs; j += 1) {
        if ((masque >> j) & 1) continue;
        const apresJ = coutDe(jeu, avecI | (1 << j)) - coutDe(jeu, masque | (1 << j));
        if (apresJ > ajout + marge) return false;
      }
    }
  }
  return true;
};

/** Aucun groupe ne paie plus que seul, à 1e-6 × coût total près. */
export const estDansLeCoeur = (jeu: Jeu, parts: readonly number[]): boolean => {
  const marge = 1e-6 * Math.abs(coutDe(jeu, toutLeMonde(jeu)));
  const sommes = sommesParCoalition(parts);
  return jeu.couts.every((cout, masque) => (sommes[masque] ?? 0) <= cout + marge);
};
