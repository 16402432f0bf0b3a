/**
 * Le plus petit mécontentement ε tel que a_k · t − s_k ε ≤ b_k pour toute contrainte k (t et ε
 * libres). Le problème est résolu par son dual, qui n’a que dim(t) + 1 lignes : simplexe primal
 * révisé, base réinversée à chaque pas, règle de Bland dès qu’un pas n’améliore plus.
 */
export interface Contraintes {
  /** Dimension de t. */
  readonly dimension: number;
  readonly nombre: number;
  /** `colonnes[k × (dimension + 1)…]` : a_k puis s_k ; s_k ≥ 0. */
  readonly colonnes: Float64Array;
  readonly b: Float64Array;
}

export interface Solution {
  readonly epsilon: number;
  /** Contraintes de multiplicateur positif : serrées à tout optimum. */
  readonly serrees: readonly number[];
}

const TOLERANCE = 1e-10;
const MULTIPLICATEUR_MIN = 1e-9;
const PAS_MAX = 20_000;

type Matrice = Float64Array[];

/** Inverse par pivot de Gauss ; null si la matrice est singulière. */
const inverser = (matrice: Matrice): Matrice | null => {
  const n = matrice.length;
  const a = matrice.map((ligne, i) => {
    const etendue = new Float64Array(2 * n);
    etendue.set(ligne);
    etendue[n + i] = 1;
    return etendue;
  });
  for (let k = 0; k < n; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < n; i += 1) {
      if (Math.abs(a[i]?.[k] ?? 0) > Math.abs(a[pivot]?.[k] ?? 0)) pivot = i;
    }
    const choisie = a[pivot];
    const ancienne = a[k];
    const valeur = choisie?.[k] ?? 0;
    if (choisie === undefined || ancienne === undefined || Math.abs(valeur) < 1e-13) return null;
    a[pivot] = ancienne;
    a[k] = choisie.map((x) => x / valeur);
    a.forEach((ligne, i) => {
      const facteur = ligne[k] ?? 0;
      if (i === k || facteur === 0) return;
      a[k]?.forEach((x, j) => {
        ligne[j] = (ligne[j] ?? 0) - facteur * x;
      });
    });
  }
  return a.map((ligne) => ligne.slice(n));
};

/** La base courante : indices de colonnes ; les artificielles sont notées −1 − ligne. */
interface Tableau {
  readonly contraintes: Contraintes;
  readonly base: number[];
}

const coefficient = ({ contraintes }: Tableau, colonne: number, ligne: number): number => {
  if (colonne < 0) return -1 - colonne === ligne ? 1 : 0;
  return contraintes.colonnes[colonne * (contraintes.dimension + 1) + ligne] ?? 0;
};

const coutDeColonne = ({ contraintes }: Tableau, colonne: number, phase: 1 | 2): number => {
  if (phase === 1) return colonne < 0 ? 1 : 0;
  return colonne < 0 ? 0 : (contraintes.b[colonne] ?? 0);
};

const produit = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
};

/** La colonne entrante : coût réduit le plus négatif, ou le premier négatif (Bland). */
const choisirEntrante = (
  { contraintes }: Tableau,
  prix: Float64Array,
  phase: 1 | 2,
  bland: boolean,
): number => {
  const { colonnes, b, nombre, dimension } = contraintes;
  const r = dimension + 1;
  let meilleure = -1;
  let plusBas = -TOLERANCE;
  for (let k = 0; k < nombre; k += 1) {
    let reduit = phase === 1 ? 0 : (b[k] ?? 0);
    for (let i = 0; i < r; i += 1) reduit -= (prix[i] ?? 0) * (colonnes[k * r + i] ?? 0);
    if (reduit < plusBas) {
      if (bland) return k;
      plusBas = reduit;
      meilleure = k;
    }
  }
  return meilleure;
};

/** La ligne sortante : plus petit rapport, plus petit indice de base à égalité. */
const choisirSortante = (
  { base }: Tableau,
  niveaux: Float64Array,
  direction: Float64Array,
): { readonly ligne: number; readonly pas: number } => {
  let ligne = -1;
  let pas = Number.POSITIVE_INFINITY;
  direction.forEach((d, i) => {
    const artificielleNulle = (base[i] ?? 0) < 0 && Math.abs(d) > 1e-9 && (niveaux[i] ?? 0) < 1e-12;
    if (d <= 1e-9 && !artificielleNulle) return;
    const rapport = artificielleNulle ? 0 : Math.max(0, niveaux[i] ?? 0) / d;
    const egal = Math.abs(rapport - pas) <= 1e-13;
    if (rapport < pas - 1e-13 || (egal && (base[i] ?? 0) < (base[ligne] ?? 0))) {
      ligne = i;
      pas = rapport;
    }
  });
  return { ligne, pas };
};

interface Etat {
  readonly niveaux: Float64Array;
  readonly prix: Float64Array;
}

/** Mène une phase jusqu’à l’optimum ; null si le problème n’est pas borné ou la base singulière. */
const optimiser = (tableau: Tableau, phase: 1 | 2): Etat | null => {
  const r = tableau.contraintes.dimension + 1;
  const lignes = Array.from({ length: r }, (_, i) => i);
  let bland = false;
  for (let tour = 0; tour < PAS_MAX; tour += 1) {
    const matrice = lignes.map((i) =>
      Float64Array.from(tableau.base, (colonne) => coefficient(tableau, colonne, i)),
    );
    const inverse = inverser(matrice);
    if (inverse === null) return null;
    const niveaux = Float64Array.from(inverse, (ligne) => ligne[r - 1] ?? 0);
    const couts = tableau.base.map((colonne) => coutDeColonne(tableau, colonne, phase));
    const prix = Float64Array.from(lignes, (j) =>
      couts.reduce((s, c, i) => s + c * (inverse[i]?.[j] ?? 0), 0),
    );
    const entrante = choisirEntrante(tableau, prix, phase, bland);
    if (entrante < 0) return { niveaux, prix };
    const colonne = Float64Array.from(lignes, (i) => coefficient(tableau, entrante, i));
    const direction = Float64Array.from(inverse, (ligne) => produit(ligne, colonne));
    const { ligne, pas } = choisirSortante(tableau, niveaux, direction);
    if (ligne < 0) return null;
    bland = pas <= 1e-12;
    tableau.base[ligne] = entrante;
  }
  return null;
};

/** Résout le problème ; null si les contraintes sont contradictoires ou ε non borné. */
export const minimiserLeMecontentement = (contraintes: Contraintes): Solution | null => {
  const r = contraintes.dimension + 1;
  const tableau: Tableau = { contraintes, base: Array.from({ length: r }, (_, i) => -1 - i) };
  const faisable = optimiser(tableau, 1);
  if (faisable === null) return null;
  const residu = tableau.base.reduce(
    (s, colonne, i) => (colonne < 0 ? s + Math.abs(faisable.niveaux[i] ?? 0) : s),
    0,
  );
  if (residu > 1e-9) return null;
  const optimum = optimiser(tableau, 2);
  if (optimum === null) return null;
  return {
    epsilon: -(optimum.prix[r - 1] ?? 0),
    serrees: tableau.base.filter(
      (colonne, i) => colonne >= 0 && (optimum.niveaux[i] ?? 0) > MULTIPLICATEUR_MIN,
    ),
  };
};
