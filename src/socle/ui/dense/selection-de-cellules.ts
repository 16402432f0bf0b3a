/** Une place dans le tableau : rang de ligne et de colonne, à partir de 0. */
export interface Place {
  ligne: number;
  colonne: number;
}

/** Un bloc de cellules : de l’ancre au curseur. */
export interface Bloc {
  ancre: Place;
  curseur: Place;
}

const borner = (valeur: number, taille: number): number =>
  Math.max(0, Math.min(taille - 1, valeur));

const PAS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-15, 0],
  PageDown: [15, 0],
};

const viser = (
  touche: string,
  place: Place,
  lignes: number,
  colonnes: number,
  controle: boolean,
) => {
  if (touche === 'Home') return { ligne: controle ? 0 : place.ligne, colonne: 0 };
  if (touche === 'End') {
    return { ligne: controle ? lignes - 1 : place.ligne, colonne: colonnes - 1 };
  }
  const pas = PAS[touche];
  if (pas === undefined) return null;
  const saut = controle ? Math.max(lignes, colonnes) : 1;
  return {
    ligne: borner(place.ligne + pas[0] * saut, lignes),
    colonne: borner(place.colonne + pas[1] * saut, colonnes),
  };
};

/**
 * Le bloc après une touche (flèches, début, fin, page ; Maj étend, Ctrl va au bord), ou null si la
 * touche ne déplace rien.
 */
export const deplacerBloc = (
  bloc: Bloc,
  touche: { key: string; shiftKey: boolean; ctrlKey: boolean },
  lignes: number,
  colonnes: number,
): Bloc | null => {
  const curseur = viser(touche.key, bloc.curseur, lignes, colonnes, touche.ctrlKey);
  if (curseur === null) return null;
  return { ancre: touche.shiftKey ? bloc.ancre : curseur, curseur };
};

/** Vrai si la cellule est dans le bloc. */
export const contient = ({ ancre, curseur }: Bloc, ligne: number, colonne: number): boolean =>
  ligne >= Math.min(ancre.ligne, curseur.ligne) &&
  ligne <= Math.max(ancre.ligne, curseur.ligne) &&
  colonne >= Math.min(ancre.colonne, curseur.colonne) &&
  colonne <= Math.max(ancre.colonne, curseur.colonne);

/** Les bornes du bloc, incluses. */
export const encadrerBloc = ({ ancre, curseur }: Bloc) => ({
  haut: Math.min(ancre.ligne, curseur.ligne),
  bas: Math.max(ancre.ligne, curseur.ligne),
  gauche: Math.min(ancre.colonne, curseur.colonne),
  droite: Math.max(ancre.colonne, curseur.colonne),
});
