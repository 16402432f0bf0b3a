import { type Egalite, type EspaceDesParts, resoudreEgalites } from './espace.ts';
import {
  coutDe,
  echelleDuJeu,
  effectif,
  type Jeu,
  sommesParCoalition,
  toutLeMonde,
} from './jeu.ts';
import { minimiserLeMecontentement, type Solution } from './programme.ts';

/** Limite d’énumération du nucléole exact. */
export const JOUEURS_MAX_DU_NUCLEOLE = 13;

interface Options {
  /** Mécontentement divisé par le nombre de membres. */
  readonly parTete: boolean;
  /** Personne ne paie plus que seul. */
  readonly rationalite: boolean;
}

interface Etape {
  readonly solution: Solution;
  /** Coalition et coefficient d’ε de chaque contrainte (0 : rationalité individuelle). */
  readonly coalitions: readonly number[];
  readonly tailles: readonly number[];
}

/** Les contraintes encore libres dans l’espace des parts, et leur plus petit mécontentement. */
const menerUneEtape = (jeu: Jeu, espace: EspaceDesParts, options: Options): Etape | null => {
  const { dimension, origine, directions } = espace;
  const r = dimension + 1;
  const acquis = sommesParCoalition(origine);
  const composantes = Array.from({ length: dimension }, (_, f) =>
    sommesParCoalition(directions.map((ligne) => ligne[f] ?? 0)),
  );
  const coalitions: number[] = [];
  const tailles: number[] = [];
  for (let masque = 1; masque < toutLeMonde(jeu); masque += 1) {
    if (composantes.every((composante) => Math.abs(composante[masque] ?? 0) < 1e-9)) continue;
    const membres = effectif(masque);
    coalitions.push(masque);
    tailles.push(options.parTete ? membres : 1);
    if (options.rationalite && membres === 1) {
      coalitions.push(masque);
      tailles.push(0);
    }
  }
  const colonnes = new Float64Array(coalitions.length * r);
  const b = new Float64Array(coalitions.length);
  coalitions.forEach((masque, k) => {
    composantes.forEach((composante, f) => {
      colonnes[k * r + f] = composante[masque] ?? 0;
    });
    colonnes[k * r + dimension] = tailles[k] ?? 1;
    b[k] = coutDe(jeu, masque) - (acquis[masque] ?? 0);
  });
  const nombre = coalitions.length;
  const solution = minimiserLeMecontentement({ dimension, nombre, colonnes, b });
  return solution === null ? null : { solution, coalitions, tailles };
};

/** Le même jeu à l’échelle 1, pour que les tolérances aient un sens. */
const normer = (jeu: Jeu): { readonly jeu: Jeu; readonly echelle: number } => {
  const echelle = echelleDuJeu(jeu);
  return { jeu: { ...jeu, couts: jeu.couts.map((c) => c / echelle) }, echelle };
};

/**
 * Nucléole (Schmeidler, 1969), ou nucléole par tête : réduit d’abord le plus grand mécontentement
 * x(S) − c(S), puis le suivant, sous x_i ≤ c({i}). Suite de programmes linéaires ; après chacun, les
 * coalitions de multiplicateur positif sont fixées.
 * @returns les parts, ou null au-delà de 13 joueurs ou si chacun ne peut payer au plus son coût seul
 */
export const calculerNucleole = (brut: Jeu, parTete = false): readonly number[] | null => {
  if (brut.joueurs > JOUEURS_MAX_DU_NUCLEOLE) return null;
  const { jeu, echelle } = normer(brut);
  const n = jeu.joueurs;
  const total = coutDe(jeu, toutLeMonde(jeu));
  const seuls = Array.from({ length: n }, (_, i) => coutDe(jeu, 1 << i));
  const ecart = seuls.reduce((s, c) => s + c, 0) - total;
  if (n === 1 || Math.abs(ecart) <= 1e-12) return seuls.map((c) => c * echelle);
  if (ecart < 0) return null;
  const egalites: Egalite[] = [{ masque: toutLeMonde(jeu), montant: total }];
  let espace = resoudreEgalites(n, egalites);
  while (espace.dimension > 0) {
    const etape = menerUneEtape(jeu, espace, { parTete, rationalite: true });
    if (etape === null) return null;
    for (const k of etape.solution.serrees) {
      const masque = etape.coalitions[k] ?? 0;
      const montant = coutDe(jeu, masque) + (etape.tailles[k] ?? 0) * etape.solution.epsilon;
      egalites.push({ masque, montant });
    }
    const suivant = resoudreEgalites(n, egalites);
    if (suivant.dimension >= espace.dimension) return null;
    espace = suivant;
  }
  return espace.origine.map((part) => part * echelle);
};

/**
 * Moindre cœur : ε* = min max (x(S) − c(S)) sur les coalitions propres ; le cœur n’est pas vide si
 * ε* ≤ 0. Null si le calcul ne conclut pas.
 */
export const calculerMoindreCoeur = (brut: Jeu): number | null => {
  if (brut.joueurs === 1) return 0;
  const { jeu, echelle } = normer(brut);
  const tous = toutLeMonde(jeu);
  const espace = resoudreEgalites(jeu.joueurs, [{ masque: tous, montant: coutDe(jeu, tous) }]);
  const etape = menerUneEtape(jeu, espace, { parTete: false, rationalite: false });
  return etape === null ? null : etape.solution.epsilon * echelle;
};
