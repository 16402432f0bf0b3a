/** Un tirage uniforme sur [0 ; 1[, de 53 bits. */
export type Hasard = () => number;

const tourner = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** Étale une graine de 53 bits en quatre mots de 32 bits (splitmix32), jamais tous nuls. */
const etaler = (graine: number): [number, number, number, number] => {
  let etat = (graine >>> 0) ^ Math.imul(Math.floor(graine / 2 ** 32) + 1, 0x9e3779b1);
  const mot = (): number => {
    etat = (etat + 0x9e3779b9) | 0;
    let z = etat ^ (etat >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  };
  return [mot(), mot(), mot(), mot() | 1];
};

/**
 * Générateur pseudo-aléatoire à graine xoshiro128** (Blackman et Vigna, 2018), en entiers de
 * 32 bits : même graine, mêmes bits, sur serveur comme sur navigateur.
 * @param graine entier de 0 à 2^53 − 1
 */
export const ouvrirHasard = (graine: number): Hasard => {
  let [a, b, c, d] = etaler(graine);
  const mot = (): number => {
    const sortie = Math.imul(tourner(Math.imul(b, 5), 7), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = tourner(d, 11);
    return sortie >>> 0;
  };
  return () => ((mot() >>> 5) * 67108864 + (mot() >>> 6)) / 9007199254740992;
};

/** Ouvre un tireur de loi normale centrée réduite (méthode polaire de Marsaglia). */
export const ouvrirNormale = (hasard: Hasard): Hasard => {
  let reserve: number | null = null;
  return () => {
    if (reserve !== null) {
      const tire = reserve;
      reserve = null;
      return tire;
    }
    for (;;) {
      const u = 2 * hasard() - 1;
      const v = 2 * hasard() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const facteur = Math.sqrt((-2 * Math.log(s)) / s);
        reserve = v * facteur;
        return u * facteur;
      }
    }
  };
};
