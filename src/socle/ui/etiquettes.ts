/** Une étiquette posée : centre en x, ligne de base de sa première ligne en y. */
export interface EtiquettePosee {
  readonly x: number;
  readonly y: number;
  readonly lignes: readonly string[];
}

type Anneau = readonly (readonly [number, number])[];
type Intervalle = readonly [number, number];

/** Corps des étiquettes, en unités du dessin ; `.carte-etiquette` porte la même valeur. */
export const CORPS_ETIQUETTE = 10.5;
const INTERLIGNE = 12;
const MARGE = 3;
const PAS = 2;

const chasse = (lettre: string): number => {
  if (/[ijltf’'.,\- ]/.test(lettre)) return 0.33;
  if (/[mwMW]/.test(lettre)) return 0.84;
  return /[A-ZÉÈÎÔÇ]/.test(lettre) ? 0.66 : 0.55;
};

/** Largeur estimée d’un texte d’étiquette, en unités du dessin. */
export const mesurerTexte = (texte: string): number =>
  Array.from(texte).reduce((somme, lettre) => somme + chasse(lettre), 0) * CORPS_ETIQUETTE;

const couperEn = (morceaux: readonly string[], combien: number): readonly (readonly string[])[] => {
  if (combien === 1) return [[morceaux.join('')]];
  return morceaux
    .slice(1)
    .flatMap((_, rang) =>
      couperEn(morceaux.slice(rang + 1), combien - 1).map((suite) => [
        morceaux.slice(0, rang + 1).join(''),
        ...suite,
      ]),
    );
};

const largeurDe = (lignes: readonly string[]): number =>
  Math.max(...lignes.map((ligne) => mesurerTexte(ligne.trim())));

/** Les façons d’écrire un nom sur une, deux ou trois lignes, coupé à ses traits d’union et espaces. */
export const couperNom = (nom: string): readonly (readonly string[])[] => {
  const morceaux = nom.split(/(?<=[\s-])/);
  return [1, 2, 3].flatMap((combien) => {
    const [meilleure] = couperEn(morceaux, combien).toSorted((a, b) => largeurDe(a) - largeurDe(b));
    return meilleure === undefined ? [] : [meilleure.map((ligne) => ligne.trim())];
  });
};

/** Ce qui est dans le contour à cette hauteur (règle du pair et de l’impair). */
const couperA = (anneaux: readonly Anneau[], y: number): readonly Intervalle[] => {
  const passages = anneaux
    .flatMap((anneau) =>
      anneau.flatMap(([xa, ya], rang) => {
        const [xb, yb] = anneau[(rang + 1) % anneau.length] ?? [xa, ya];
        return ya > y === yb > y ? [] : [xa + ((y - ya) * (xb - xa)) / (yb - ya)];
      }),
    )
    .toSorted((a, b) => a - b);
  return passages.flatMap((debut, rang) => {
    const fin = passages[rang + 1];
    return rang % 2 === 0 && fin !== undefined ? [[debut, fin] as const] : [];
  });
};

const croiser = (
  gauches: readonly Intervalle[],
  droites: readonly Intervalle[],
): readonly Intervalle[] =>
  gauches.flatMap(([a, b]) =>
    droites.flatMap(([c, d]) => {
      const debut = Math.max(a, c);
      const fin = Math.min(b, d);
      return fin > debut ? [[debut, fin] as const] : [];
    }),
  );

/** Les centres possibles d’une ligne de cette largeur, à partir de cette rangée. */
const centresDeLigne = (
  rangees: readonly (readonly Intervalle[])[],
  premiere: number,
  largeur: number,
): readonly Intervalle[] =>
  rangees
    .slice(premiere, premiere + INTERLIGNE / PAS)
    .reduce(croiser)
    .flatMap(([debut, fin]) =>
      fin - debut > largeur ? [[debut + largeur / 2, fin - largeur / 2] as const] : [],
    );

/** La place la plus proche du centre où toutes les lignes tiennent dans le contour. */
const chercherPlace = (
  rangees: readonly (readonly Intervalle[])[],
  hautDuContour: number,
  lignes: readonly string[],
  [cx, cy]: readonly [number, number],
): readonly [number, number] | null => {
  const parLigne = INTERLIGNE / PAS;
  let meilleure: { readonly place: readonly [number, number]; readonly ecart: number } | null =
    null;
  for (let rang = 0; rang + lignes.length * parLigne <= rangees.length; rang += 1) {
    const centres = lignes
      .map((ligne, n) => centresDeLigne(rangees, rang + n * parLigne, mesurerTexte(ligne) + MARGE))
      .reduce(croiser);
    const haut = hautDuContour + rang * PAS;
    for (const [debut, fin] of centres) {
      const x = Math.min(Math.max(cx, debut), fin);
      const ecart = Math.hypot(x - cx, haut + (lignes.length * INTERLIGNE) / 2 - cy);
      if (meilleure === null || ecart < meilleure.ecart) meilleure = { place: [x, haut], ecart };
    }
  }
  return meilleure?.place ?? null;
};

/**
 * Pose le nom d’une commune à l’intérieur de son contour, sur une à trois lignes. Null quand il n’y
 * tient pas : déborder sur la voisine tromperait ; le nom se lit alors dans la liste équivalente.
 * @param anneaux contours projetés, en unités du dessin
 */
export const poserDansLeContour = (
  anneaux: readonly Anneau[],
  nom: string,
  centre: readonly [number, number],
): EtiquettePosee | null => {
  const hauteurs = anneaux.flatMap((anneau) => anneau.map(([, y]) => y));
  const haut = Math.min(...hauteurs);
  const combien = Math.floor((Math.max(...hauteurs) - haut) / PAS);
  const rangees = Array.from({ length: Math.max(0, combien) }, (_, rang) =>
    couperA(anneaux, haut + (rang + 0.5) * PAS),
  );
  for (const lignes of couperNom(nom)) {
    const place = chercherPlace(rangees, haut, lignes, centre);
    if (place !== null) return { x: place[0], y: place[1] + CORPS_ETIQUETTE - 1, lignes };
  }
  return null;
};

/** Une bulle de la carte et le nom à écrire dessous. */
export interface BulleAEtiqueter {
  readonly cle: string;
  readonly nom: string;
  readonly x: number;
  readonly y: number;
  readonly rayon: number;
}

/**
 * Pose les noms sous leurs bulles, les plus grosses d’abord : aucun ne recouvre un autre nom ni une
 * autre bulle. Ceux qui manquent se lisent dans la liste équivalente.
 */
export const poserSousLesBulles = (
  bulles: readonly BulleAEtiqueter[],
  largeurCarte: number,
): ReadonlyMap<string, EtiquettePosee> => {
  const posees = new Map<string, EtiquettePosee & { readonly demi: number }>();
  for (const { cle, nom, x: cx, y: cy, rayon } of bulles.toSorted((a, b) => b.rayon - a.rayon)) {
    const demi = mesurerTexte(nom) / 2 + MARGE;
    const x = Math.max(demi, Math.min(largeurCarte - demi, cx));
    const y = cy + rayon + CORPS_ETIQUETTE;
    const milieu = y - CORPS_ETIQUETTE / 2;
    const gene =
      [...posees.values()].some(
        (posee) => Math.abs(posee.x - x) < posee.demi + demi && Math.abs(posee.y - y) < INTERLIGNE,
      ) ||
      bulles.some(
        (autre) =>
          autre.cle !== cle &&
          Math.abs(autre.x - x) < autre.rayon + demi &&
          Math.abs(autre.y - milieu) < autre.rayon + INTERLIGNE / 2,
      );
    if (!gene) posees.set(cle, { x, y, lignes: [nom], demi });
  }
  return posees;
};
