/** Ce qu’un fichier de tableur dit, sans interprétation : des feuilles, des rangées, des cellules. */

export type TypeDeFichier = 'xlsx' | 'xls' | 'ods' | 'csv' | 'tsv' | 'html';

/** Une cellule remplie (une cellule vide est `null`). */
export interface Cellule {
  readonly type: 'texte' | 'nombre' | 'date' | 'booleen' | 'erreur';
  /** Nombre brut, texte, ou date ISO (« 2012-09-01 » ou « 2012-09-01T08:00 »). */
  readonly valeur: string | number | boolean;
  /** La valeur telle qu’un humain la cite dans un message. */
  readonly texte: string;
  readonly format?: 'pourcentage' | 'monnaie' | 'duree';
  /** Numéro de série d’une date : une colonne de nombres mise par erreur au format date reste lisible. */
  readonly serie?: number;
  readonly formule?: string;
  /** Mois (1 à 12) d’une initiale, dans un en-tête « J F M A M J J A S O N D ». */
  readonly mois?: number;
}

export interface Rangee {
  /** Numéro physique dans la feuille ou le fichier, à partir de 1. */
  readonly numero: number;
  readonly cellules: readonly (Cellule | null)[];
  readonly masquee?: boolean;
}

/** Rangées à partir de 1, colonnes à partir de 0, bornes comprises. */
export interface Fusion {
  readonly premiereRangee: number;
  readonly derniereRangee: number;
  readonly premiereColonne: number;
  readonly derniereColonne: number;
}

export interface Feuille {
  readonly nom: string;
  /** Les seules rangées écrites : les vides répétées d’un ODS n’y sont pas. */
  readonly rangees: readonly Rangee[];
  readonly fusions: readonly Fusion[];
  readonly colonnesMasquees: ReadonlySet<number>;
  readonly masquee: boolean;
  /** Cellules ou rangées comprimées par répétition (ODS). */
  readonly comprimee?: boolean;
}

export interface Classeur {
  readonly type: TypeDeFichier;
  readonly encodage: string | null;
  readonly marqueOrdre: boolean;
  readonly separateur: string | null;
  readonly feuilles: readonly Feuille[];
  /** Le fichier porte une extension qui ne dit pas ce qu’il est (page HTML nommée .xls…). */
  readonly extensionTrompeuse: boolean;
  /** Dates comptées depuis 1904 (classeurs faits sur Macintosh) : vaut pour les nombres sans format de date. */
  readonly base1904: boolean;
}

/** Lettre de colonne d’un rang compté à partir de 0 : 0 → A, 26 → AA. */
export const lettreDeColonne = (rang: number): string => {
  let reste = rang + 1;
  let lettres = '';
  while (reste > 0) {
    const chiffre = (reste - 1) % 26;
    lettres = String.fromCharCode(65 + chiffre) + lettres;
    reste = (reste - 1 - chiffre) / 26;
  }
  return lettres;
};

/** Référence A1 d’une cellule (rangée à partir de 1, colonne à partir de 0). */
export const referenceDeCellule = (rangee: number, colonne: number): string =>
  `${lettreDeColonne(colonne)}${rangee}`;

/** Texte d’une cellule, chaîne vide si elle est vide. */
export const texteDe = (cellule: Cellule | null | undefined): string => cellule?.texte ?? '';

/** Une cellule vide, ou qui ne contient que des espaces. */
export const estVide = (cellule: Cellule | null | undefined): boolean =>
  cellule === null ||
  cellule === undefined ||
  (cellule.type === 'texte' && cellule.texte.trim() === '');

const fusionsParRangee = new WeakMap<Feuille, Map<number, Fusion[]>>();

const fusionsDe = (feuille: Feuille, rangee: number): readonly Fusion[] => {
  let table = fusionsParRangee.get(feuille);
  if (!table) {
    table = new Map();
    for (const fusion of feuille.fusions) {
      const derniere = Math.min(fusion.derniereRangee, fusion.premiereRangee + 100_000);
      for (let r = fusion.premiereRangee; r <= derniere; r += 1) {
        const liste = table.get(r);
        if (liste) liste.push(fusion);
        else table.set(r, [fusion]);
      }
    }
    fusionsParRangee.set(feuille, table);
  }
  return table.get(rangee) ?? [];
};

/** La fusion qui couvre une cellule, s’il y en a une. */
export const fusionDe = (feuille: Feuille, rangee: number, colonne: number): Fusion | undefined =>
  fusionsDe(feuille, rangee).find(
    (f) => colonne >= f.premiereColonne && colonne <= f.derniereColonne,
  );

/** Les fusions dont une rangée est couverte. */
export const fusionsDeRangee = fusionsDe;
