/** Indices aléatoires de Saaty (1980), pour n = 1 à 10. */
export const INDICES_ALEATOIRES = [
  0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49,
] as const satisfies readonly number[];

/** Rapport de cohérence au-delà duquel on avertit, sans bloquer. */
export const COHERENCE_ADMISE = 0.1;

export interface JugementAReprendre {
  readonly ligne: number;
  readonly colonne: number;
  readonly jugement: number;
  /** La valeur qui rétablirait la cohérence : w_ligne / w_colonne. */
  readonly valeurCoherente: number;
}

export interface PoidsAhp {
  readonly poids: readonly number[];
  readonly lambdaMax: number;
  readonly indice: number;
  /** Rapport de cohérence ; 0 par définition jusqu’à deux critères, null au-delà de dix. */
  readonly rapport: number | null;
  /** Moyenne géométrique des lignes, normée : un contrôle, pas le résultat. */
  readonly geometrique: readonly number[];
  /** Les trois jugements les plus contradictoires, quand le rapport dépasse 0,10. */
  readonly aReprendre: readonly JugementAReprendre[];
}

type Matrice = readonly (readonly number[])[];

const normer = (valeurs: readonly number[]): readonly number[] => {
  const somme = valeurs.reduce((total, v) => total + v, 0);
  return valeurs.map((v) => v / somme);
};

const multiplier = (matrice: Matrice, vecteur: readonly number[]): readonly number[] =>
  matrice.map((ligne) => ligne.reduce((s, a, j) => s + a * (vecteur[j] ?? 0), 0));

const ITERATIONS_MAX = 10_000;

/** Vecteur propre principal d’une matrice positive, normé à 1 (méthode des puissances). */
export const vecteurPrincipal = (matrice: Matrice): readonly number[] => {
  let poids: readonly number[] = matrice.map(() => 1 / matrice.length);
  for (let k = 0; k < ITERATIONS_MAX; k += 1) {
    const suivant = normer(multiplier(matrice, poids));
    const ecart = Math.max(...suivant.map((w, i) => Math.abs(w - (poids[i] ?? 0))));
    poids = suivant;
    if (ecart < 1e-15) break;
  }
  return poids;
};

const jugementsAReprendre = (
  matrice: Matrice,
  poids: readonly number[],
): readonly JugementAReprendre[] =>
  matrice
    .flatMap((rangee, ligne) =>
      rangee.slice(ligne + 1).map((jugement, k) => {
        const colonne = ligne + 1 + k;
        const valeurCoherente = (poids[ligne] ?? 0) / (poids[colonne] ?? 1);
        return { ligne, colonne, jugement, valeurCoherente };
      }),
    )
    .sort(
      (x, y) =>
        Math.abs(Math.log(y.jugement / y.valeurCoherente)) -
        Math.abs(Math.log(x.jugement / x.valeurCoherente)),
    )
    .slice(0, 3);

/**
 * Poids AHP d’une matrice réciproque de comparaisons par paires (Saaty, 1980).
 * @param matrice carrée, positive, a_ji = 1/a_ij
 */
export const poidsParComparaisons = (matrice: Matrice): PoidsAhp => {
  const n = matrice.length;
  const poids = vecteurPrincipal(matrice);
  const rapports = multiplier(matrice, poids).map((aw, i) => aw / (poids[i] ?? 1));
  const lambdaMax = rapports.reduce((s, r) => s + r, 0) / n;
  const indice = n > 1 ? (lambdaMax - n) / (n - 1) : 0;
  const aleatoire = INDICES_ALEATOIRES[n - 1];
  const rapport = n <= 2 ? 0 : aleatoire === undefined ? null : indice / aleatoire;
  return {
    poids,
    lambdaMax,
    indice,
    rapport,
    geometrique: normer(
      matrice.map((ligne) => Math.exp(ligne.reduce((s, a) => s + Math.log(a), 0) / n)),
    ),
    aReprendre:
      rapport !== null && rapport > COHERENCE_ADMISE ? jugementsAReprendre(matrice, poids) : [],
  };
};
