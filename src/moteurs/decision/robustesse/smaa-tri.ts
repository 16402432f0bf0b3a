import { type SeuilsDeCritere, surclasser } from '../agregation/surclassement.ts';
import { affecter } from '../agregation/tri.ts';
import { ouvrirHasard } from './hasard.ts';
import { type ContrainteDePoids, ouvrirTireurDePoids } from './tirage-des-poids.ts';

export interface DemandeSmaaTri {
  readonly matrice: readonly (readonly number[])[];
  /** Du pire au meilleur. */
  readonly profils: readonly (readonly number[])[];
  /** Les poids de ces seuils ne comptent pas : ils sont tirés. */
  readonly seuils: readonly SeuilsDeCritere[];
  readonly contrainte: ContrainteDePoids;
  /** Intervalle du niveau de coupe λ, tiré uniformément. */
  readonly lambda: readonly [number, number];
  readonly tirages: number;
  readonly graine: number;
}

/** Part des tirages où chaque option est dans chaque classe (classe 1 = la moins bonne). */
export interface ResultatSmaaTri {
  readonly pessimiste: readonly (readonly number[])[];
  readonly optimiste: readonly (readonly number[])[];
}

type Ligne = readonly number[];

/** Concordances et discordances partielles de toutes les paires, à plat, critère par critère. */
const preparer = (
  paires: readonly (readonly [Ligne, Ligne])[],
  seuils: readonly SeuilsDeCritere[],
) => {
  const n = seuils.length;
  const concordances = new Float64Array(paires.length * n);
  const discordances = new Float64Array(paires.length * n);
  paires.forEach(([a, b], k) => {
    seuils.forEach((seuil, j) => {
      const seul = surclasser([a[j] ?? 0], [b[j] ?? 0], [{ ...seuil, poids: 1 }]);
      concordances[k * n + j] = seul.concordance;
      discordances[k * n + j] = seul.discordances[0] ?? 0;
    });
  });
  return { concordances, discordances, nombre: paires.length };
};

const crediter = (
  { concordances, discordances, nombre }: ReturnType<typeof preparer>,
  poids: Float64Array,
  credibilites: Float64Array,
): void => {
  const n = poids.length;
  for (let k = 0; k < nombre; k += 1) {
    let c = 0;
    for (let j = 0; j < n; j += 1) c += (poids[j] ?? 0) * (concordances[k * n + j] ?? 0);
    let sigma = c;
    for (let j = 0; j < n; j += 1) {
      const d = discordances[k * n + j] ?? 0;
      if (d > c + 1e-12) sigma *= (1 - d) / (1 - c);
    }
    credibilites[k] = sigma;
  }
};

/**
 * SMAA-TRI (Tervonen et al., EJOR 192, 2009) : ELECTRE TRI-B répété avec des poids et un niveau de
 * coupe tirés dans leurs intervalles.
 * @param demande dimensions cohérentes, profils ordonnés, contrainte contrôlée
 */
export const smaaTri = (demande: DemandeSmaaTri): ResultatSmaaTri => {
  const { matrice, profils, seuils, tirages } = demande;
  const hasard = ouvrirHasard(demande.graine);
  const tirer = ouvrirTireurDePoids(demande.contrainte, hasard);
  const h = profils.length;
  const classes = h + 1;
  const sur = preparer(
    matrice.flatMap((a) => profils.map((b) => [a, b] as const)),
    seuils,
  );
  const par = preparer(
    matrice.flatMap((a) => profils.map((b) => [b, a] as const)),
    seuils,
  );
  const poids = new Float64Array(seuils.length);
  const sigmaSur = new Float64Array(sur.nombre);
  const sigmaPar = new Float64Array(par.nombre);
  const pessimistes = new Float64Array(matrice.length * classes);
  const optimistes = new Float64Array(matrice.length * classes);
  const [bas, haut] = demande.lambda;
  for (let t = 0; t < tirages; t += 1) {
    tirer(poids);
    const lambda = bas + (haut - bas) * hasard();
    crediter(sur, poids, sigmaSur);
    crediter(par, poids, sigmaPar);
    for (let i = 0; i < matrice.length; i += 1) {
      const tranche = [i * h, (i + 1) * h] as const;
      const { pessimiste, optimiste } = affecter(
        sigmaSur.subarray(...tranche),
        sigmaPar.subarray(...tranche),
        lambda,
      );
      const p = i * classes + pessimiste - 1;
      const o = i * classes + optimiste - 1;
      pessimistes[p] = (pessimistes[p] ?? 0) + 1;
      optimistes[o] = (optimistes[o] ?? 0) + 1;
    }
  }
  const enParts = (comptes: Float64Array) =>
    matrice.map((_, i) =>
      Array.from({ length: classes }, (__, c) => (comptes[i * classes + c] ?? 0) / tirages),
    );
  return { pessimiste: enParts(pessimistes), optimiste: enParts(optimistes) };
};
