import type { Cellule, Feuille, Rangee } from '../../moteurs/grille/index.ts';

const SEPARATEURS = [';', '\t', ',', '|'] as const;

const compterHorsGuillemets = (ligne: string, separateur: string): number => {
  let nombre = 0;
  let dedans = false;
  for (const c of ligne) {
    if (c === '"') dedans = !dedans;
    else if (c === separateur && !dedans) nombre += 1;
  }
  return nombre;
};

const noter = (lignes: readonly string[], separateur: string): number => {
  const comptes = lignes
    .map((ligne) => compterHorsGuillemets(ligne, separateur))
    .filter((n) => n > 0);
  if (comptes.length === 0) return 0;
  const frequences = new Map<number, number>();
  for (const n of comptes) frequences.set(n, (frequences.get(n) ?? 0) + 1);
  const [mode, fois] = [...frequences].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  const preference = separateur === ',' ? 1 : 1.5;
  return (fois / lignes.length) * Math.min(mode, 30) * preference;
};

/** Le séparateur d’un fichier texte : celui qui coupe le plus de lignes, le plus régulièrement. */
export const trouverSeparateur = (texte: string): string => {
  const annonce = /^sep=(.)\r?\n/i.exec(texte)?.[1];
  if (annonce !== undefined) return annonce;
  const lignes = texte
    .slice(0, 60_000)
    .split(/\r\n|\n|\r/)
    .filter((l) => l.trim() !== '')
    .slice(0, 60);
  let meilleur: string = ',';
  let note = 0;
  for (const separateur of SEPARATEURS) {
    const n = noter(lignes, separateur);
    if (n > note) {
      meilleur = separateur;
      note = n;
    }
  }
  return meilleur;
};

interface Enregistrement {
  readonly numero: number;
  readonly champs: readonly string[];
}

/** Un guillemet qui ne se referme pas avant la fin du texte n’en était pas un. */
const finDeChamp = (texte: string, debut: number): number => {
  let i = debut;
  for (;;) {
    i = texte.indexOf('"', i);
    if (i < 0) return -1;
    if (texte[i + 1] !== '"') return i;
    i += 2;
  }
};

const passerLigne = (texte: string, position: number): number =>
  texte[position] === '\r' && texte[position + 1] === '\n' ? position + 2 : position + 1;

const LONGUEUR_MAXIMALE = 20_000;

/** Découpe un texte séparé en enregistrements, numérotés par leur première ligne physique. */
export const decouperTexte = (texte: string, separateur: string): Enregistrement[] => {
  const enregistrements: Enregistrement[] = [];
  let position = 0;
  let ligne = 1;
  let champs: string[] = [];
  let debutDeLigne = 1;
  const clore = (): void => {
    enregistrements.push({ numero: debutDeLigne, champs });
    champs = [];
  };
  while (position < texte.length) {
    if (champs.length === 0) debutDeLigne = ligne;
    const fin = texte[position] === '"' ? finDeChamp(texte, position + 1) : -1;
    let champ: string;
    if (
      fin >= 0 &&
      fin - position < LONGUEUR_MAXIMALE &&
      estFinDeChamp(texte, fin + 1, separateur)
    ) {
      champ = texte.slice(position + 1, fin).replace(/""/g, '"');
      ligne += champ.split(/\r\n|\n|\r/).length - 1;
      position = fin + 1;
      while (texte[position] === ' ' && separateur !== ' ') position += 1;
    } else {
      const suivante = chercherFin(texte, position, separateur);
      champ = texte.slice(position, suivante);
      position = suivante;
    }
    champs.push(champ);
    const c = texte[position];
    if (c === separateur) {
      position += 1;
      if (position >= texte.length) champs.push('');
      continue;
    }
    if (position < texte.length) position = passerLigne(texte, position);
    ligne += 1;
    clore();
  }
  if (champs.length > 0) clore();
  return enregistrements;
};

const estFinDeChamp = (texte: string, position: number, separateur: string): boolean => {
  let i = position;
  while (texte[i] === ' ') i += 1;
  const c = texte[i];
  return c === undefined || c === separateur || c === '\n' || c === '\r';
};

const chercherFin = (texte: string, debut: number, separateur: string): number => {
  let i = debut;
  while (i < texte.length) {
    const c = texte[i];
    if (c === separateur || c === '\n' || c === '\r') return i;
    i += 1;
  }
  return i;
};

const MILIEU_VIDE = '';

/** Une cellule de texte, null si elle est vide. */
export const celluleDeTexte = (texte: string): Cellule | null =>
  texte === MILIEU_VIDE
    ? null
    : /^#(?:REF!|N\/A|VALEUR!|VALUE!|DIV\/0!|NOM\??|NAME\?|NUM!|NOMBRE!|NUL!|NULL!)$/i.test(
          texte.trim(),
        )
      ? { type: 'erreur', valeur: texte, texte }
      : { type: 'texte', valeur: texte, texte };

/** Lit un fichier texte séparé comme une feuille. */
export const lireTexteSepare = (
  texte: string,
): { readonly feuille: Feuille; readonly separateur: string } => {
  const separateur = trouverSeparateur(texte);
  const annonce = /^sep=.\r?\n/i.test(texte);
  const rangees: Rangee[] = decouperTexte(texte, separateur).map(({ numero, champs }) => ({
    numero,
    cellules: champs.map(celluleDeTexte),
  }));
  return {
    separateur,
    feuille: {
      nom: '',
      rangees: annonce ? rangees.slice(1) : rangees,
      fusions: [],
      colonnesMasquees: new Set(),
      masquee: false,
    },
  };
};

const aProteger = (texte: string): boolean =>
  /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(texte) && !/^[+-]?\d[\d\s.,]*$/.test(texte);

/**
 * Neutralise une valeur qu’un tableur prendrait pour une formule : `=`, `+`, `-`, `@` en tête, espaces
 * passés, ou leur forme large (＝).
 */
export const neutraliserFormule = (texte: string): string =>
  aProteger(texte) ? `'${texte}` : texte;

/** Écrit un CSV UTF-8 (virgule), formules neutralisées. */
export const ecrireCsv = (lignes: readonly (readonly string[])[], separateur = ','): string =>
  lignes
    .map((ligne) =>
      ligne
        .map(neutraliserFormule)
        .map((champ) =>
          // Un tableur français coupe au point-virgule même un fichier à virgules : ce qui le suit ne doit
          // pas devenir une cellule, donc une formule.
          /["\n\r;\t]/.test(champ) || champ.includes(separateur) || champ !== champ.trim()
            ? `"${champ.replace(/"/g, '""')}"`
            : champ,
        )
        .join(separateur),
    )
    .map((ligne) => `${ligne}\n`)
    .join('');
