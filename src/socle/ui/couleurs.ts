/** Couleurs : contraste (WCAG 2.2), teintes stables des graphiques, couleur d’un territoire. */

/** La palette de l’interface ; `styles/jetons.css` porte les mêmes valeurs (un test les compare). */
export const PALETTE = {
  encre: '#0d4149',
  encreForte: '#082b31',
  encreVoile: '#edf5f5',
  encreClaire: '#d6e7e8',
  texte: '#17282b',
  texteDoux: '#435357',
  papier: '#fbf7ef',
  papierFonce: '#f2eadb',
  blanc: '#ffffff',
  filetFort: '#76868a',
  ocreTexte: '#6b4200',
  ocreVoile: '#fdf2da',
  briqueTexte: '#86230f',
  briqueVoile: '#fcebe6',
  feuilleTexte: '#175434',
  feuilleVoile: '#e6f4ea',
} as const;

/** Huit teintes, distinguables par les daltoniens ; au-delà, on regroupe dans « autres ». */
export const TEINTES = [
  '#1b6f7e',
  '#c8741a',
  '#5b5ea6',
  '#7a9a2b',
  '#b0436e',
  '#4a90c2',
  '#8a5a3c',
  '#6d7378',
] as const;

/**
 * Les aplats de la carte, du plus clair au plus foncé, et la couleur du texte écrit dessus : sombre
 * sur les classes claires, blanc sur les foncées. `styles/jetons.css` porte les mêmes valeurs.
 */
export const CLASSES_DE_CARTE = [
  { fond: '#d6e7e8', texte: '#17282b' },
  { fond: '#a5cace', texte: '#17282b' },
  { fond: '#6aa3ab', texte: '#082b31' },
  { fond: '#2b6670', texte: '#ffffff' },
  { fond: '#082b31', texte: '#ffffff' },
] as const;

type Rvb = readonly [number, number, number];

const lireRvb = (couleur: string): Rvb => {
  const chiffres = /^#([0-9a-f]{6})$/i.exec(couleur)?.[1];
  if (chiffres === undefined)
    throw new RangeError(`Couleur attendue sous la forme #rrggbb : ${couleur}`);
  const lire = (debut: number) => Number.parseInt(chiffres.slice(debut, debut + 2), 16);
  return [lire(0), lire(2), lire(4)];
};

const ecrireRvb = (rvb: Rvb): string =>
  `#${rvb.map((canal) => Math.round(canal).toString(16).padStart(2, '0')).join('')}`;

const mesurerLuminance = (couleur: string): number => {
  const [r, v, b] = lireRvb(couleur).map((canal) => {
    const part = canal / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * v + 0.0722 * b;
};

/** Rapport de contraste de deux couleurs #rrggbb, de 1 à 21 (WCAG 2.2, § 1.4.3). */
export const mesurerContraste = (a: string, b: string): number => {
  const [claire, sombre] = [mesurerLuminance(a), mesurerLuminance(b)].sort((x, y) => y - x) as [
    number,
    number,
  ];
  return (claire + 0.05) / (sombre + 0.05);
};

/** Vrai pour une couleur écrite #rrggbb. */
export const estCouleur = (texte: string): boolean => /^#[0-9a-f]{6}$/i.test(texte);

/**
 * La couleur la plus proche de celle voulue qui atteint le contraste demandé sur ce fond.
 * Une couleur mal écrite rend l’encre d’Ensemblier.
 * @param minimum 7 par défaut (AAA, texte courant).
 */
export const accorderCouleur = (voulue: string, fond: string, minimum = 7): string => {
  if (!estCouleur(voulue)) return PALETTE.encre;
  const cible = mesurerLuminance(fond) > 0.18 ? 0 : 255;
  const depart = lireRvb(voulue);
  for (let pas = 0; pas <= 40; pas += 1) {
    const part = pas / 40;
    const essai = ecrireRvb(
      depart.map((canal) => canal + (cible - canal) * part) as [number, number, number],
    );
    if (mesurerContraste(essai, fond) >= minimum) return essai;
  }
  return cible === 0 ? '#000000' : '#ffffff';
};

/**
 * Rang de teinte (1 à 8) de chaque identifiant : l’ordre des identifiants décide, pas celui de
 * l’affichage, si bien qu’une commune garde sa teinte d’un écran à l’autre.
 */
export const attribuerTeintes = (identifiants: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    [...new Set(identifiants)]
      .sort((a, b) => (a < b ? -1 : 1))
      .map((identifiant, rang) => [identifiant, (rang % TEINTES.length) + 1]),
  );
