import { classer } from './classement.ts';

/** Une échelle fixée avant de connaître les options. */
export interface CritereAEchelle {
  /** Pire valeur plausible si le critère est à maximiser (la meilleure s’il est à minimiser). */
  readonly bas: number;
  readonly haut: number;
  /** +1 à maximiser, −1 à minimiser. */
  readonly sens: 1 | -1;
  /** Poids positif ou nul ; les poids sont normés par le calcul. */
  readonly poids: number;
}

export interface ContributionDeCritere {
  /** Valeur de 0 à 1 sur l’échelle fixe, non écrêtée. */
  readonly valeur: number;
  /** Poids normé. */
  readonly poids: number;
  /** Poids × valeur : ce que le critère apporte au score. */
  readonly apport: number;
}

export interface ScorePondere {
  readonly score: number;
  readonly rang: number;
  readonly contributions: readonly ContributionDeCritere[];
  /** Plus mauvaise valeur de l’option : ce que la compensation cache. Null sans critère. */
  readonly plusMauvaise: { readonly critere: number; readonly valeur: number } | null;
}

/** Un fait à montrer à côté du score, jamais corrigé en silence. */
export interface SignalementDEchelle {
  readonly code: 'hors-echelle' | 'critere-neutralise';
  readonly critere: number;
  /** L’option concernée, null quand tout le critère l’est. */
  readonly option: number | null;
  readonly message: string;
}

export interface SommePonderee {
  readonly options: readonly ScorePondere[];
  readonly signalements: readonly SignalementDEchelle[];
}

const valeurSurLEchelle = (mesure: number, { bas, haut, sens }: CritereAEchelle): number => {
  if (haut === bas) return 0;
  const valeur = (mesure - bas) / (haut - bas);
  return sens === 1 ? valeur : 1 - valeur;
};

const signalerLesEchelles = (
  mesures: readonly (readonly number[])[],
  criteres: readonly CritereAEchelle[],
): readonly SignalementDEchelle[] =>
  criteres.flatMap(({ bas, haut }, critere): readonly SignalementDEchelle[] => {
    if (bas === haut) {
      const message = 'Échelle réduite à un point : le critère ne compte pas. Écarter ses bornes.';
      return [{ code: 'critere-neutralise', critere, option: null, message }];
    }
    return mesures.flatMap((ligne, option) => {
      const mesure = ligne[critere] ?? bas;
      if (mesure >= bas && mesure <= haut) return [];
      const message = `Valeur ${mesure} hors de l’échelle [${bas} ; ${haut}] : l’élargir ou vérifier la valeur.`;
      return [{ code: 'hors-echelle' as const, critere, option, message }];
    });
  });

/**
 * Somme pondérée sur échelles fixes : S = Σ w × v, v = (x − bas)/(haut − bas), inversée pour un
 * critère à minimiser. Bornes fixes : retirer une option ne change jamais l’ordre des autres
 * (équivalent exact de 1 − SPOTIS ; Dezert et al., FUSION 2020).
 * @param mesures une ligne par option, une colonne par critère (matrice rectangulaire)
 * @param criteres bas ≤ haut, et au moins un poids positif
 */
export const sommePonderee = (
  mesures: readonly (readonly number[])[],
  criteres: readonly CritereAEchelle[],
): SommePonderee => {
  const total = criteres.reduce((somme, critere) => somme + critere.poids, 0);
  const contributions = mesures.map((ligne) =>
    criteres.map((critere, j) => {
      const valeur = valeurSurLEchelle(ligne[j] ?? critere.bas, critere);
      const poids = critere.poids / total;
      return { valeur, poids, apport: poids * valeur };
    }),
  );
  const scores = contributions.map((ligne) => ligne.reduce((s, c) => s + c.apport, 0));
  const rangs = classer(scores);
  return {
    options: contributions.map((ligne, i) => {
      const pire = ligne.reduce(
        (min, c, j) => (c.valeur < min.valeur ? { critere: j, valeur: c.valeur } : min),
        { critere: -1, valeur: Number.POSITIVE_INFINITY },
      );
      return {
        score: scores[i] ?? 0,
        rang: rangs[i] ?? 1,
        contributions: ligne,
        plusMauvaise: pire.critere < 0 ? null : pire,
      };
    }),
    signalements: signalerLesEchelles(mesures, criteres),
  };
};
