/** Filtrer, trier et paginer un tableau dense : mêmes règles sur le serveur et dans le navigateur. */

export type Valeur = string | number | null;

/** Ce qu’il faut savoir d’une colonne pour la trier et la chercher. */
export interface ColonneTriable<Ligne> {
  id: string;
  lire: (ligne: Ligne) => Valeur;
}

export interface TriDense {
  colonne: string;
  descendant: boolean;
}

const ordre = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** Compare deux valeurs ; les vides viennent toujours après. */
export const comparerValeurs = (a: Valeur, b: Valeur): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : ordre.compare(String(a), String(b));
};

/** Oublie les accents et la casse : « ecoche » trouve « Écoche ». */
export const simplifier = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Les lignes dont une colonne au moins contient chaque mot cherché. */
export const filtrerLignes = <Ligne>(
  lignes: readonly Ligne[],
  colonnes: readonly ColonneTriable<Ligne>[],
  recherche: string,
): readonly Ligne[] => {
  const mots = simplifier(recherche).split(/\s+/).filter(Boolean);
  if (mots.length === 0) return lignes;
  return lignes.filter((ligne) => {
    const texte = simplifier(colonnes.map(({ lire }) => lire(ligne) ?? '').join(' '));
    return mots.every((mot) => texte.includes(mot));
  });
};

/** Tri stable ; les vides restent à la fin dans les deux sens. */
export const trierLignes = <Ligne>(
  lignes: readonly Ligne[],
  colonnes: readonly ColonneTriable<Ligne>[],
  tri: TriDense | null,
): readonly Ligne[] => {
  const colonne = colonnes.find(({ id }) => id === tri?.colonne);
  if (tri === null || colonne === undefined) return lignes;
  return lignes.toSorted((a, b) => {
    const [x, y] = [colonne.lire(a), colonne.lire(b)];
    const sens = tri.descendant && x !== null && y !== null ? -1 : 1;
    return sens * comparerValeurs(x, y);
  });
};

/** Le tri écrit dans l’adresse : « nom », ou « -nom » pour descendre. */
export const lireTri = (texte: string | null): TriDense | null => {
  if (texte === null || texte === '' || texte === '-') return null;
  return { colonne: texte.replace(/^-/, ''), descendant: texte.startsWith('-') };
};

/** L’écriture inverse de `lireTri`. */
export const ecrireTri = (tri: TriDense | null): string =>
  tri === null ? '' : `${tri.descendant ? '-' : ''}${tri.colonne}`;

/** Les numéros de page à montrer autour de la page courante ; 0 pour une coupure. */
export const listerPages = (courante: number, total: number): number[] => {
  const voulues = [1, courante - 1, courante, courante + 1, total].filter(
    (page) => page >= 1 && page <= total,
  );
  const uniques = [...new Set(voulues)].sort((a, b) => a - b);
  return uniques.flatMap((page, rang) => {
    const precedente = uniques[rang - 1];
    return precedente !== undefined && page - precedente > 1 ? [0, page] : [page];
  });
};

/** Un bloc de cellules à coller dans un tableur : tabulations et retours à la ligne. */
export const ecrireBloc = (cellules: readonly (readonly Valeur[])[]): string =>
  cellules
    .map((ligne) =>
      ligne
        .map((valeur) =>
          typeof valeur === 'number'
            ? String(valeur).replace('.', ',')
            : (valeur ?? '').replace(/[\t\r\n]+/g, ' '),
        )
        .join('\t'),
    )
    .join('\n');

/** Un bloc collé depuis un tableur. */
export const lireBloc = (texte: string): string[][] =>
  texte
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((ligne) => ligne.split('\t'));
