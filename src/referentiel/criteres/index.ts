import type { CritereNote, ReglesDeNotation } from '../../moteurs/decision/index.ts';
import source from '../donnees/criteres-perimetre.json' with { type: 'json' };

/** Un critère de la grille d’aide à la décision des périmètres. */
export interface CritereDePerimetre extends CritereNote {
  readonly libelle: string;
  readonly famille: string;
  readonly question: string;
  readonly ancrages: readonly { readonly note: number; readonly definition: string }[];
  readonly veto: string | null;
}

/** Le référentiel est écrit au clavier : apostrophes et espaces deviennent ceux de l’imprimé. */
const imprimer = (texte: string): string =>
  texte
    .replaceAll("'", '’')
    .replace(/ ([;?!])/g, '\u202f$1')
    .replace(/ ([:%€])/g, '\u00a0$1');

/** CR12 (faisabilité juridique) autorise ou écarte, et ne pèse jamais (conception § 9). */
const FILTRE = 'CR12';

/** Les seize critères, dans l’ordre du référentiel. */
export const CRITERES_DE_PERIMETRE: readonly CritereDePerimetre[] = source.criteres.map(
  (critere) => ({
    code: critere.code,
    libelle: imprimer(critere.libelle),
    famille: critere.famille,
    poids: critere.poids,
    estFiltre: critere.code === FILTRE,
    question: imprimer(critere.question),
    ancrages: critere.ancrages.map(({ note, definition }) => ({
      note,
      definition: imprimer(definition),
    })),
    veto: 'veto' in critere && typeof critere.veto === 'string' ? imprimer(critere.veto) : null,
  }),
);

export const VERSION_DES_CRITERES: string = source.version;
export const FAMILLES_DE_CRITERES: readonly string[] = source.familles;

/** Échelle de 1 à 5, vetos et seuils de décision du référentiel. */
export const REGLES_DE_PERIMETRE: ReglesDeNotation = {
  noteMin: 1,
  noteMax: 5,
  completudeMinimale: source.calcul.completudeMinimale,
  vetos: source.calcul.veto.map(({ critere, note, effet }) => ({
    critere,
    note,
    effet: effet.startsWith('éliminatoire') ? ('eliminatoire' as const) : ('bloquant' as const),
  })),
  seuils: source.calcul.seuils,
};
