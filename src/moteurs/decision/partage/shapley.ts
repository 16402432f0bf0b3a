import { coutDe, effectif, type Jeu, toutLeMonde } from './jeu.ts';

/** Poids |S|!(n − |S| − 1)!/n! d’une coalition de chaque taille, sans factorielle. */
const poidsParTaille = (n: number): readonly number[] => {
  const poids: number[] = [1 / n];
  for (let s = 1; s < n; s += 1) poids.push(((poids[s - 1] ?? 0) * s) / (n - s));
  return poids;
};

/**
 * Valeur de Shapley exacte (1953) : moyenne de ce que chaque joueur ajoute au coût quand on les
 * fait entrer dans tous les ordres possibles. Σ parts = coût de tous.
 */
export const partagerSelonShapley = (jeu: Jeu): readonly number[] => {
  const poids = poidsParTaille(jeu.joueurs);
  const parts = new Float64Array(jeu.joueurs);
  for (let masque = 0; masque < jeu.couts.length; masque += 1) {
    const ajout = poids[effectif(masque)] ?? 0;
    const cout = coutDe(jeu, masque);
    for (let i = 0; i < jeu.joueurs; i += 1) {
      if (((masque >> i) & 1) === 0) {
        parts[i] = (parts[i] ?? 0) + ajout * (coutDe(jeu, masque | (1 << i)) - cout);
      }
    }
  }
  return [...parts];
};

/** Coût fixe et coûts propres : F/n + coût propre. */
export const shapleyFixeEtVariable = (
  fixe: number,
  propres: readonly number[],
): readonly number[] => propres.map((propre) => fixe / propres.length + propre);

/** Besoin maximal (aéroport ; Littlechild et Owen, 1973) : chaque tranche partagée entre ses usagers. */
export const shapleyBesoinMaximal = (besoins: readonly number[]): readonly number[] => {
  const ordre = besoins.map((_, i) => i).sort((a, b) => (besoins[a] ?? 0) - (besoins[b] ?? 0));
  const parts = besoins.map(() => 0);
  let cumul = 0;
  let precedent = 0;
  ordre.forEach((joueur, rang) => {
    const besoin = besoins[joueur] ?? 0;
    cumul += (besoin - precedent) / (besoins.length - rang);
    precedent = besoin;
    parts[joueur] = cumul;
  });
  return parts;
};

/** Services à coût fixe partagé entre leurs usagers, plus les coûts propres. */
export const shapleyServices = (
  services: readonly { readonly fixe: number; readonly membres: readonly number[] }[],
  propres: readonly number[],
): readonly number[] => {
  const parts = [...propres];
  for (const { fixe, membres } of services) {
    for (const membre of membres) parts[membre] = (parts[membre] ?? 0) + fixe / membres.length;
  }
  return parts;
};

/**
 * Coûts séparables, bénéfices restants (SCRB) : chacun paie ce qu’il ajoute, le reste au prorata de
 * ce qu’il économise ; à parts égales quand personne n’économise.
 */
export const partagerSelonLesBenefices = (jeu: Jeu): readonly number[] => {
  const tous = toutLeMonde(jeu);
  const joueurs = Array.from({ length: jeu.joueurs }, (_, i) => i);
  const separables = joueurs.map((i) => coutDe(jeu, tous) - coutDe(jeu, tous & ~(1 << i)));
  const benefices = joueurs.map((i) => coutDe(jeu, 1 << i) - (separables[i] ?? 0));
  const reste = coutDe(jeu, tous) - separables.reduce((s, m) => s + m, 0);
  const total = benefices.reduce((s, r) => s + r, 0);
  return joueurs.map((i) => {
    const prorata = total === 0 ? 1 / jeu.joueurs : (benefices[i] ?? 0) / total;
    return (separables[i] ?? 0) + prorata * reste;
  });
};

/**
 * Nombre de permutations à tirer pour que toutes les parts soient à ε près (en part de l’étendue des
 * contributions), avec le risque δ : m ≥ ln(2n/δ)/(2ε²) (Hoeffding ; Maleki et al., 2013).
 */
export const permutationsNecessaires = (n: number, delta: number, epsilon: number): number =>
  Math.ceil(Math.log((2 * n) / delta) / (2 * epsilon * epsilon) - 1e-9);
