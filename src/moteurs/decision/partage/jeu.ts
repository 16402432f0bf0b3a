/**
 * Un jeu de coût : `couts[masque]` est le coût de la coalition dont le bit i dit la présence du
 * joueur i ; la coalition vide ne coûte rien.
 */
export interface Jeu {
  readonly joueurs: number;
  readonly couts: Float64Array;
}

/** Au-delà, 2^n coalitions ne s’énumèrent plus. */
export const JOUEURS_MAX = 20;

/** Construit un jeu à partir du coût de chaque coalition (indices croissants des membres). */
export const creerJeu = (joueurs: number, cout: (membres: readonly number[]) => number): Jeu => {
  const couts = new Float64Array(2 ** joueurs);
  for (let masque = 1; masque < couts.length; masque += 1) {
    const membres: number[] = [];
    for (let i = 0; i < joueurs; i += 1) if ((masque >> i) & 1) membres.push(i);
    couts[masque] = cout(membres);
  }
  return { joueurs, couts };
};

/** Coût de la coalition. */
export const coutDe = (jeu: Jeu, masque: number): number => jeu.couts[masque] ?? 0;

/** Masque de tous les joueurs. */
export const toutLeMonde = (jeu: Jeu): number => jeu.couts.length - 1;

/** Plus grande valeur absolue du jeu : l’échelle des tolérances. */
export const echelleDuJeu = (jeu: Jeu): number =>
  jeu.couts.reduce((max, c) => Math.max(max, Math.abs(c)), 0) || 1;

/** Nombre de joueurs d’une coalition. */
export const effectif = (masque: number): number => {
  let reste = masque;
  let nombre = 0;
  while (reste > 0) {
    reste &= reste - 1;
    nombre += 1;
  }
  return nombre;
};

/** Somme des parts x de chaque coalition, par masque. */
export const sommesParCoalition = (parts: readonly number[]): Float64Array => {
  const sommes = new Float64Array(2 ** parts.length);
  for (let masque = 1; masque < sommes.length; masque += 1) {
    const bas = 31 - Math.clz32(masque & -masque);
    sommes[masque] = (sommes[masque & (masque - 1)] ?? 0) + (parts[bas] ?? 0);
  }
  return sommes;
};
