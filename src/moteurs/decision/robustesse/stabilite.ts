/** Bornes fermées : à la borne, il y a ex æquo. */
export interface IntervalleDeStabilite {
  readonly min: number;
  readonly max: number;
}

export interface StabiliteDUnPoids {
  readonly critere: number;
  /** Poids courant, normé. */
  readonly courant: number;
  /** Où tout le classement est conservé. */
  readonly classement: IntervalleDeStabilite;
  /** Où la première place est conservée. */
  readonly premier: IntervalleDeStabilite;
  /** Vrai quand la première place bascule à moins de 3 points du poids courant. */
  readonly estFragile: boolean;
}

export interface StabiliteDesPoids {
  readonly scores: readonly number[];
  readonly poids: readonly StabiliteDUnPoids[];
}

const MARGE = 1e-12;
const POINTS_DE_FRAGILITE = 0.03;

/** Les autres poids dans leurs proportions ; à parts égales quand le critère pèse tout. */
const proportionsDesAutres = (poids: readonly number[], k: number): readonly number[] => {
  const reste = poids.reduce((total, p, j) => (j === k ? total : total + p), 0);
  const autres = poids.length - 1;
  return poids.map((p, j) => {
    if (j === k || autres === 0) return 0;
    return reste > MARGE ? p / reste : 1 / autres;
  });
};

/** Ramène une racine dans [0 ; 1] ; une racine qui touche un bord aux arrondis près y est posée. */
const borner = (racine: number): number => {
  if (racine <= MARGE) return 0;
  return racine >= 1 - MARGE ? 1 : racine;
};

/**
 * Les poids t du critère k où l’option `devant` garde son avance f(t) = t Δk + (1 − t) Δautres ≥ 0.
 * Une égalité au poids courant n’est conservée qu’en ce point, sauf si elle tient partout.
 */
const garderLAvance = (
  deltaCritere: number,
  deltaAutres: number,
  courant: number,
): IntervalleDeStabilite => {
  const pente = deltaCritere - deltaAutres;
  if (Math.abs(pente) <= MARGE) return { min: 0, max: 1 };
  const avance = courant * deltaCritere + (1 - courant) * deltaAutres;
  if (Math.abs(avance) <= MARGE) return { min: courant, max: courant };
  const racine = borner(deltaAutres / (deltaAutres - deltaCritere));
  return pente > 0 ? { min: racine, max: 1 } : { min: 0, max: racine };
};

const croiser = (intervalles: readonly IntervalleDeStabilite[]): IntervalleDeStabilite => ({
  min: Math.max(0, ...intervalles.map((i) => i.min)),
  max: Math.min(1, ...intervalles.map((i) => i.max)),
});

/**
 * Intervalles de stabilité des poids (Mareschal, EJOR 33, 1988) : chaque poids varie seul de 0 à 1,
 * les autres gardant leurs proportions.
 * @param valeurs une ligne par option, à maximiser (matrice rectangulaire)
 * @param poids positifs ou nuls, de somme non nulle ; normés par le calcul
 */
export const stabiliteDesPoids = (
  valeurs: readonly (readonly number[])[],
  poids: readonly number[],
): StabiliteDesPoids => {
  const total = poids.reduce((somme, p) => somme + p, 0);
  const normes = poids.map((p) => p / total);
  const scores = valeurs.map((ligne) => ligne.reduce((s, v, j) => s + v * (normes[j] ?? 0), 0));
  const ordre = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const [premiere = 0, ...suivantes] = ordre;

  const etudier = (k: number): StabiliteDUnPoids => {
    const courant = normes[k] ?? 0;
    const proportions = proportionsDesAutres(normes, k);
    const valeurAutres = (i: number) =>
      (valeurs[i] ?? []).reduce((s, v, j) => s + v * (proportions[j] ?? 0), 0);
    const comparer = (devant: number, derriere: number) =>
      garderLAvance(
        (valeurs[devant]?.[k] ?? 0) - (valeurs[derriere]?.[k] ?? 0),
        valeurAutres(devant) - valeurAutres(derriere),
        courant,
      );
    const seul = normes.length === 1;
    const entier = { min: 0, max: 1 };
    const premier = seul ? entier : croiser(suivantes.map((i) => comparer(premiere, i)));
    const classement = seul
      ? entier
      : croiser(suivantes.map((i, r) => comparer(ordre[r] ?? premiere, i)));
    return {
      critere: k,
      courant,
      classement,
      premier,
      estFragile:
        (premier.min > 0 && courant - premier.min < POINTS_DE_FRAGILITE) ||
        (premier.max < 1 && premier.max - courant < POINTS_DE_FRAGILITE),
    };
  };
  return { scores, poids: normes.map((_, k) => etudier(k)) };
};
