import { poidsParCartes, type RangeeDeCartes } from '../../moteurs/decision/index.ts';
import { CRITERES_DE_PERIMETRE } from '../../referentiel/criteres/index.ts';
import type { Evaluateur, JeuDeCartes } from './modele.ts';

/** Les critères qui pèsent : le filtre juridique (CR12) n’en est pas. */
export const CRITERES_PESES = CRITERES_DE_PERIMETRE.filter(({ estFiltre }) => estFiltre !== true);

/** Poids d’un évaluateur, par critère pesé, de somme 1. */
export interface PoidsDUnEvaluateur extends Evaluateur {
  readonly poids: readonly number[];
}

/** Ce que le comité admet comme poids : au centre, et entre les extrêmes exprimés. */
export interface PoidsAdmis {
  /** Poids de référence, de somme 1, dans l’ordre de CRITERES_PESES. */
  readonly centre: readonly number[];
  readonly bas: readonly number[];
  readonly haut: readonly number[];
  readonly parEvaluateur: readonly PoidsDUnEvaluateur[];
  /** Phrase qui dit d’où viennent les poids. */
  readonly origine: string;
}

const normer = (poids: readonly number[]): readonly number[] => {
  const total = poids.reduce((somme, p) => somme + p, 0);
  return poids.map((p) => p / total);
};

const poidsDe = ({ evaluateur, nom, rangees, rapport }: JeuDeCartes): PoidsDUnEvaluateur | null => {
  const resultat = poidsParCartes(rangees, rapport);
  if (!resultat.ok) return null;
  const { poids } = resultat.valeur;
  return { evaluateur, nom, poids: normer(CRITERES_PESES.map(({ code }) => poids[code] ?? 0)) };
};

/** Marge autour des poids indicatifs quand personne n’a encore posé ses cartes. */
const MARGE_INDICATIVE = 0.5;
/** Autour de l’avis d’une seule personne, on laisse une marge plutôt que de la croire exacte. */
const MARGE_D_UN_AVIS = 0.25;

/**
 * Les poids admis : tout ce qui tient entre le plus bas et le plus haut des poids exprimés par les
 * évaluateurs (le dissensus est gardé, jamais moyenné) ; à défaut, les poids indicatifs du
 * référentiel à plus ou moins 50 %.
 */
export const admettrePoids = (cartes: readonly JeuDeCartes[]): PoidsAdmis => {
  const parEvaluateur = cartes.map(poidsDe).filter((poids) => poids !== null);
  const indicatifs = normer(CRITERES_PESES.map(({ poids }) => poids));
  if (parEvaluateur.length === 0) {
    return {
      centre: indicatifs,
      bas: indicatifs.map((p) => p * (1 - MARGE_INDICATIVE)),
      haut: indicatifs.map((p) => Math.min(1, p * (1 + MARGE_INDICATIVE))),
      parEvaluateur,
      origine:
        'Poids indicatifs du référentiel, à plus ou moins 50\u00a0%\u00a0: personne n’a encore posé ses cartes.',
    };
  }
  const marge = parEvaluateur.length === 1 ? MARGE_D_UN_AVIS : 0;
  const colonne = (rang: number) => parEvaluateur.map(({ poids }) => poids[rang] ?? 0);
  return {
    centre: normer(
      CRITERES_PESES.map(
        (_, rang) => colonne(rang).reduce((a, b) => a + b, 0) / parEvaluateur.length,
      ),
    ),
    bas: CRITERES_PESES.map((_, rang) => Math.min(...colonne(rang)) * (1 - marge)),
    haut: CRITERES_PESES.map((_, rang) => Math.min(1, Math.max(...colonne(rang)) * (1 + marge))),
    parEvaluateur,
    origine:
      parEvaluateur.length === 1
        ? `Cartes posées par ${parEvaluateur[0]?.nom ?? ''}, à plus ou moins 25\u00a0%.`
        : `Entre le plus bas et le plus haut des poids exprimés par ${parEvaluateur.length} évaluateurs.`,
  };
};

/** Du moins au plus important : le rang de chaque carte devient des groupes et des cartes blanches. */
export const rangeesDesRangs = (
  rangs: Readonly<Record<string, number>>,
): readonly RangeeDeCartes[] => {
  const groupes = [...Map.groupBy(Object.keys(rangs), (code) => rangs[code] ?? 1)].sort(
    ([a], [b]) => a - b,
  );
  return groupes.flatMap(([rang, codes], place) => {
    const suivant = groupes[place + 1]?.[0];
    const blanches = suivant === undefined ? 0 : suivant - rang - 1;
    return blanches > 0 ? [codes.sort(), blanches] : [codes.sort()];
  });
};

/** L’inverse : le rang de chaque carte, à partir de 1. */
export const rangsDesRangees = (
  rangees: readonly RangeeDeCartes[],
): Readonly<Record<string, number>> => {
  let rang = 0;
  const rangs: Record<string, number> = {};
  for (const rangee of rangees) {
    if (typeof rangee === 'number') rang += rangee;
    else {
      rang += 1;
      for (const code of rangee) rangs[code] = rang;
    }
  }
  return rangs;
};

/** L’ordre proposé avant que la personne n’ait posé ses cartes : celui des poids du référentiel. */
export const rangsIndicatifs = (): Readonly<Record<string, number>> => {
  const distincts = [...new Set(CRITERES_PESES.map(({ poids }) => poids))].sort((a, b) => a - b);
  return Object.fromEntries(
    CRITERES_PESES.map(({ code, poids }) => [code, distincts.indexOf(poids) + 1]),
  );
};
