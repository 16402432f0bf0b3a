import type { Action, Anomalie, LectureDeGrille } from '../../../moteurs/grille/index.ts';

/** Une anomalie et sa place dans la lecture : les décisions prises s’y réfèrent. */
export interface AnomalieNumerotee extends Anomalie {
  readonly numero: number;
}

/** Les anomalies d’une même cause : même règle, même effet. */
export interface GroupeDAnomalies {
  readonly cle: string;
  readonly regle: string;
  readonly action: Action;
  readonly anomalies: readonly AnomalieNumerotee[];
}

/** D’abord ce qui empêche, puis ce qu’il faut confirmer, puis ce qu’il faut savoir. */
const ORDRE: readonly Action[] = [
  'bloquer_fichier',
  'bloquer_ligne',
  'reparer_et_signaler',
  'signaler',
  'reparer',
  'ignorer',
];

export const numeroter = (
  lecture: Pick<LectureDeGrille, 'anomalies'>,
): readonly AnomalieNumerotee[] =>
  lecture.anomalies.map((anomalie, numero) => ({ ...anomalie, numero }));

/** Toutes les anomalies d’une lecture, groupées par cause ; aucune n’est omise. */
export const grouperAnomalies = (
  lecture: Pick<LectureDeGrille, 'anomalies'>,
): readonly GroupeDAnomalies[] => {
  const groupes = Map.groupBy(numeroter(lecture), ({ action, regle }) => `${action}/${regle}`);
  return [...groupes]
    .flatMap(([cle, anomalies]) => {
      const [premiere] = anomalies;
      if (premiere === undefined) return [];
      const { regle, action } = premiere;
      return [{ cle, regle, action, anomalies }];
    })
    .sort((a, b) => ORDRE.indexOf(a.action) - ORDRE.indexOf(b.action));
};

/** La rangée d’une anomalie ou d’une ligne, feuille comprise. */
export const rangeeDe = ({
  feuille,
  ligne,
}: {
  readonly feuille: string | null;
  readonly ligne: number;
}) => `${feuille ?? ''}!${ligne}`;
