/** D’où vient une part des moyens : une ligne de la grille RH, jamais le nom d’un agent. */
export interface SourceDeMoyens {
  readonly ligneId: string;
  /** « grille-rh.xlsx, feuille « Agents », cellule K5 ». */
  readonly origine: string;
  readonly etpCentiemes: number;
}

/** Ce qu’une collectivité consacre aujourd’hui à un service. */
export interface MoyensDeCollectivite {
  /** SIREN. */
  readonly collectivite: string;
  readonly agents: number;
  /** Centièmes d’ETP, ventilés selon les parts d’affectation. */
  readonly etpCentiemes: number;
  /** Coût employeur annuel, en centimes, ventilé de même. */
  readonly coutCentimes: bigint;
  /** La part des agents qui n’ont pas d’autre service : eux seuls changent d’employeur de plein droit. */
  readonly etpEntierCentiemes: number;
  readonly coutEntierCentimes: bigint;
  readonly sources: readonly SourceDeMoyens[];
}

export interface Moyens {
  readonly agents: number;
  readonly etpCentiemes: number;
  readonly coutCentimes: bigint;
  readonly parCollectivite: readonly MoyensDeCollectivite[];
}

const somme = (valeurs: readonly bigint[]): bigint =>
  valeurs.reduce((total, valeur) => total + valeur, 0n);

/** Totalise des moyens par collectivité. */
export const totaliser = (parCollectivite: readonly MoyensDeCollectivite[]): Moyens => ({
  agents: parCollectivite.reduce((total, { agents }) => total + agents, 0),
  etpCentiemes: parCollectivite.reduce((total, { etpCentiemes }) => total + etpCentiemes, 0),
  coutCentimes: somme(parCollectivite.map(({ coutCentimes }) => coutCentimes)),
  parCollectivite,
});

/** Les moyens des seules personnes publiques d’une action : l’EPCI et les communes de son périmètre. */
export const limiterAuPerimetre = (
  moyens: readonly MoyensDeCollectivite[],
  personnes: readonly string[],
): Moyens =>
  totaliser(
    moyens
      .filter(({ collectivite }) => personnes.includes(collectivite))
      .sort((a, b) => personnes.indexOf(a.collectivite) - personnes.indexOf(b.collectivite)),
  );

/** Un écart entre les moyens figés et ceux d’aujourd’hui. */
export interface EcartDeMoyens {
  readonly collectivite: string;
  readonly figes: MoyensDeCollectivite;
  readonly actuels: MoyensDeCollectivite;
}

const AUCUN = (collectivite: string): MoyensDeCollectivite => ({
  collectivite,
  agents: 0,
  etpCentiemes: 0,
  coutCentimes: 0n,
  etpEntierCentiemes: 0,
  coutEntierCentimes: 0n,
  sources: [],
});

const different = (a: MoyensDeCollectivite, b: MoyensDeCollectivite): boolean =>
  a.agents !== b.agents || a.etpCentiemes !== b.etpCentiemes || a.coutCentimes !== b.coutCentimes;

/** Ce que les données disent autrement depuis que la fiche est figée ; vide si rien n’a bougé. */
export const comparerMoyens = (figes: Moyens, actuels: Moyens): readonly EcartDeMoyens[] => {
  const avant = new Map(figes.parCollectivite.map((ligne) => [ligne.collectivite, ligne]));
  const apres = new Map(actuels.parCollectivite.map((ligne) => [ligne.collectivite, ligne]));
  return [...new Set([...avant.keys(), ...apres.keys()])]
    .map((collectivite) => ({
      collectivite,
      figes: avant.get(collectivite) ?? AUCUN(collectivite),
      actuels: apres.get(collectivite) ?? AUCUN(collectivite),
    }))
    .filter((ecart) => different(ecart.figes, ecart.actuels));
};
