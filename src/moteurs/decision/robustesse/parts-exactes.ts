import type { ContrainteDePoids } from './tirage-des-poids.ts';

/** Un jeu de poids. */
type Point = readonly number[];

/** Une cellule : segment (deux sommets) ou polygone convexe (trois sommets et plus). */
type Cellule = readonly Point[];

/** Une cellule où l’ordre des options est constant, avec sa part du domaine et son barycentre. */
export interface Part {
  readonly part: number;
  readonly centre: Point;
}

/** Au-delà, le nombre de cellules rend le tirage préférable. */
const OPTIONS_MAX = 15;
const MARGE = 1e-12;

/**
 * Les sommets du domaine des poids quand ses parts se calculent exactement : trois critères au
 * plus, poids libres ou entièrement ordonnés. Null sinon.
 */
export const sommetsDuDomaine = (
  contrainte: ContrainteDePoids,
  criteres: number,
  options: number,
): readonly Point[] | null => {
  if (criteres > 3 || options > OPTIONS_MAX || contrainte.type === 'intervalles') return null;
  if (contrainte.type === 'aucune') {
    return Array.from({ length: criteres }, (_, i) =>
      Array.from({ length: criteres }, (__, j) => (i === j ? 1 : 0)),
    );
  }
  if (contrainte.groupes.some((groupe) => groupe.length !== 1)) return null;
  const ordre = contrainte.groupes.flat();
  return ordre.map((_, k) => {
    const sommet = Array.from({ length: criteres }, () => 0);
    for (const critere of ordre.slice(0, k + 1)) sommet[critere] = 1 / (k + 1);
    return sommet;
  });
};

const produit = (a: Point, b: Point): number =>
  a.reduce((total, x, j) => total + x * (b[j] ?? 0), 0);

/** Le côté positif d’une cellule coupée par l’hyperplan `normale · w = 0` (Sutherland et Hodgman). */
const couper = (cellule: Cellule, normale: Point): Cellule => {
  const garde: Point[] = [];
  cellule.forEach((sommet, i) => {
    const suivant = cellule[(i + 1) % cellule.length] ?? sommet;
    const ici = produit(normale, sommet);
    const la = produit(normale, suivant);
    if (ici >= 0) garde.push(sommet);
    if ((ici > 0 && la < 0) || (ici < 0 && la > 0)) {
      const t = ici / (ici - la);
      garde.push(sommet.map((x, j) => x + t * ((suivant[j] ?? 0) - x)));
    }
  });
  return garde;
};

/** Un segment n’a qu’une arête : le tour fermé y doublerait le point de coupe. */
const couperSegment = (segment: Cellule, normale: Point): Cellule => {
  const coupe = couper(segment, normale);
  return coupe.length > 2 ? coupe.slice(0, 2) : coupe;
};

const aireDuTriangle = (a: Point, b: Point, c: Point): number => {
  const [a0 = 0, a1 = 0] = a;
  const [b0 = 0, b1 = 0] = b;
  const [c0 = 0, c1 = 0] = c;
  return Math.abs((b0 - a0) * (c1 - a1) - (c0 - a0) * (b1 - a1)) / 2;
};

const milieu = (points: readonly Point[]): Point => {
  const premier = points[0] ?? [];
  return premier.map((_, j) => points.reduce((s, p) => s + (p[j] ?? 0), 0) / points.length);
};

/** Longueur ou aire d’une cellule (à un facteur commun près) et son barycentre. */
const mesurer = (cellule: Cellule): { readonly mesure: number; readonly centre: Point } => {
  const [a = [], b = a] = cellule;
  if (cellule.length < 2) return { mesure: cellule.length === 1 ? 1 : 0, centre: a };
  if (cellule.length === 2)
    return { mesure: Math.abs((b[0] ?? 0) - (a[0] ?? 0)), centre: milieu(cellule) };
  let mesure = 0;
  const centre = a.map(() => 0);
  for (let i = 1; i + 1 < cellule.length; i += 1) {
    const triangle = [a, cellule[i] ?? a, cellule[i + 1] ?? a] as const;
    const aire = aireDuTriangle(...triangle);
    mesure += aire;
    milieu(triangle).forEach((x, j) => {
      centre[j] = (centre[j] ?? 0) + aire * x;
    });
  }
  return { mesure, centre: mesure > 0 ? centre.map((x) => x / mesure) : milieu(cellule) };
};

/** Les hyperplans où deux options différentes sont à égalité. */
const separations = (valeurs: readonly Point[]): readonly Point[] =>
  valeurs.flatMap((a, i) =>
    valeurs
      .slice(i + 1)
      .map((b) => a.map((x, j) => x - (b[j] ?? 0)))
      .filter((ecart) => ecart.some((x) => Math.abs(x) > MARGE)),
  );

/**
 * Découpe le domaine des poids en cellules où l’ordre des options ne change pas. La somme des parts
 * vaut 1 ; les cellules de mesure nulle sont laissées de côté.
 * @param sommets sommets du domaine : un point, un segment ou un triangle
 */
export const decouperLeDomaine = (
  sommets: readonly Point[],
  valeurs: readonly Point[],
): readonly Part[] => {
  const trancher = sommets.length === 2 ? couperSegment : couper;
  const total = mesurer(sommets).mesure;
  let cellules: readonly Cellule[] = [sommets];
  for (const normale of sommets.length > 1 ? separations(valeurs) : []) {
    const opposee = normale.map((x) => -x);
    cellules = cellules.flatMap((cellule) => {
      const cotes = cellule.map((sommet) => produit(normale, sommet));
      if (cotes.every((x) => x >= -MARGE) || cotes.every((x) => x <= MARGE)) return [cellule];
      return [trancher(cellule, normale), trancher(cellule, opposee)];
    });
  }
  return cellules
    .map(mesurer)
    .map(({ mesure, centre }) => ({ part: mesure / total, centre }))
    .filter(({ part }) => part > 1e-15);
};
