/** Les notes de plusieurs évaluateurs sur un critère, montrées sans être moyennées. */
export interface NotesConsolidees {
  /** Note médiane ; la moyenne des deux notes centrales quand leur nombre est pair. */
  readonly mediane: number;
  readonly min: number;
  readonly max: number;
  readonly ecart: number;
  readonly evaluateurs: number;
  /** Vrai quand l’écart entre évaluateurs atteint le seuil : une discussion, pas une moyenne. */
  readonly estADebattre: boolean;
}

/**
 * Consolide les notes des évaluateurs d’un critère ; null si personne n’a noté.
 * @param notes les « sans avis » (null) sont laissés de côté
 * @param seuilDeDebat écart à partir duquel le critère est à débattre
 */
export const consoliderNotes = (
  notes: readonly (number | null)[],
  seuilDeDebat = 3,
): NotesConsolidees | null => {
  const triees = notes.filter((note) => note !== null).sort((a, b) => a - b);
  const min = triees[0];
  const max = triees.at(-1);
  if (min === undefined || max === undefined) return null;
  const centre = triees.length / 2;
  const mediane =
    ((triees[Math.ceil(centre) - 1] ?? min) + (triees[Math.floor(centre)] ?? max)) / 2;
  const ecart = max - min;
  return {
    mediane,
    min,
    max,
    ecart,
    evaluateurs: triees.length,
    estADebattre: ecart >= seuilDeDebat,
  };
};
