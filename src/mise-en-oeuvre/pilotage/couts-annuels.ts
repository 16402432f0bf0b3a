import type { CoutAnnuel } from './services-mutualises.ts';

/** Un état émis pour un service, tel que la refacturation le donne. */
export interface EmissionLue {
  readonly id: string;
  readonly serviceId: string;
  readonly annee: number;
  readonly nature: 'previsionnel' | 'definitif' | 'rectificatif';
  readonly rang: number;
  readonly coutCentimes: bigint;
  readonly communesCentimes: bigint;
}

/** La part d’une commune dans un état émis. */
export interface PartLue {
  readonly etatId: string;
  readonly collectivite: string;
  readonly partCentimes: bigint;
}

const FORCE = { previsionnel: 0, definitif: 1, rectificatif: 2 } as const;

/**
 * Ce que chaque service a coûté par année : l’état le plus sûr fait foi (rectificatif, puis définitif,
 * puis prévisionnel ; le dernier rang à nature égale).
 */
export const coutsAnnuels = (
  emissions: readonly EmissionLue[],
  parts: readonly PartLue[],
  nommer: (serviceId: string) => string,
): readonly CoutAnnuel[] => {
  const retenues = new Map<string, EmissionLue>();
  for (const emission of emissions) {
    const cle = `${emission.serviceId} ${emission.annee}`;
    const autre = retenues.get(cle);
    const estPlusSure =
      autre === undefined ||
      FORCE[emission.nature] > FORCE[autre.nature] ||
      (emission.nature === autre.nature && emission.rang > autre.rang);
    if (estPlusSure) retenues.set(cle, emission);
  }
  return [...retenues.values()].map((emission) => ({
    etatId: emission.id,
    serviceId: emission.serviceId,
    nom: nommer(emission.serviceId),
    annee: emission.annee,
    estPrevu: emission.nature === 'previsionnel',
    coutCentimes: emission.coutCentimes,
    refactureCentimes: emission.communesCentimes,
    activite: '',
    parCommune: parts
      .filter(({ etatId }) => etatId === emission.id)
      .map(({ collectivite, partCentimes }) => ({ collectivite, montantCentimes: partCentimes })),
  }));
};

/** Les coûts d’une année, et s’ils sont encore une prévision. */
export interface ComptesDUneAnnee {
  readonly annee: number;
  readonly estPrevu: boolean;
  readonly couts: readonly CoutAnnuel[];
}

/**
 * Les comptes à montrer : la dernière année close (chaque service a son état définitif), à défaut la
 * dernière année prévue ; null si rien n’est émis.
 */
export const derniersComptes = (couts: readonly CoutAnnuel[]): ComptesDUneAnnee | null => {
  const annees = [...Map.groupBy(couts, ({ annee }) => annee)]
    .map(([annee, siens]) => ({
      annee,
      estPrevu: siens.some(({ estPrevu }) => estPrevu),
      couts: siens,
    }))
    .toSorted((a, b) => b.annee - a.annee);
  return annees.find(({ estPrevu }) => !estPrevu) ?? annees[0] ?? null;
};
