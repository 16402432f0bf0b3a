import type {
  LectureDeGrille,
  LigneBloquee,
  LigneImportee,
} from '../../../moteurs/grille/index.ts';
import { type AnomalieNumerotee, numeroter, rangeeDe } from './anomalies.ts';
import type { LectureGardee } from './situer-colonnes.ts';

export type EtatDeDepot = 'en-lecture' | 'a-verifier' | 'valide' | 'refuse' | 'abandonne';

type Valeurs = Readonly<Record<string, string>>;

/** Ce qu’une personne a décidé sur un dépôt. Rien n’est écrit dans les lignes avant « valider ». */
export interface DecisionsDeDepot {
  /** Numéros des anomalies dont la réparation proposée est confirmée. */
  readonly confirmees: readonly number[];
  /** Lignes corrigées à l’écran, par repère (« l12 » importée, « b3 » bloquée) : les lignes qui la remplacent. */
  readonly corrigees: Readonly<Record<string, readonly Valeurs[]>>;
  /** Lignes laissées de côté, par repère : gardées telles que lues dans le dépôt, hors des lignes en ligne. */
  readonly laissees: readonly string[];
  /** Conflits tranchés, par « clé de ligne/champ ». */
  readonly conflits: Readonly<Record<string, 'depose' | 'en-ligne'>>;
  /** Lignes en ligne absentes du fichier, par clé de ligne : retirées ou gardées. */
  readonly retraits: Readonly<Record<string, 'retirer' | 'garder'>>;
}

export const SANS_DECISION: DecisionsDeDepot = {
  confirmees: [],
  corrigees: {},
  laissees: [],
  conflits: {},
  retraits: {},
};

/** Un fichier rendu, sa lecture, les décisions prises, jusqu’à sa validation. */
export interface Depot {
  readonly id: string;
  readonly grille: string;
  readonly collectivite: string | null;
  readonly gabaritId: string | null;
  readonly fichierId: string | null;
  readonly fichier: string;
  readonly taille: number;
  readonly empreinte: string;
  readonly estExpurge: boolean;
  readonly deposeLe: Date;
  readonly deposePar: string;
  readonly etat: EtatDeDepot;
  readonly lecture: LectureGardee;
  readonly decisions: DecisionsDeDepot;
  readonly valideLe: Date | null;
  readonly validePar: string | null;
  readonly version: number;
}

/** Une ligne du fichier prête à être écrite. */
export interface LignePrete {
  readonly repere: string;
  readonly ligne: number;
  readonly feuille: string | null;
  readonly valeurs: Valeurs;
  /** Vraie si une personne l’a retouchée : sa source est alors la saisie. */
  readonly estCorrigee: boolean;
}

export const repereImporte = (rang: number): string => `l${rang}`;
export const repereBloque = (rang: number): string => `b${rang}`;

/** La ligne que désigne un repère, telle que lue. */
export const trouverLigne = (
  lecture: Pick<LectureDeGrille, 'lignes' | 'bloquees'>,
  repere: string,
):
  | { readonly genre: 'importee'; readonly ligne: LigneImportee }
  | { readonly genre: 'bloquee'; readonly ligne: LigneBloquee }
  | null => {
  const lu = /^([lb])(\d+)$/.exec(repere);
  const rang = Number(lu?.[2]);
  if (lu?.[1] === 'l') {
    const ligne = lecture.lignes[rang];
    return ligne === undefined ? null : { genre: 'importee', ligne };
  }
  const ligne = lu === null ? undefined : lecture.bloquees[rang];
  return ligne === undefined ? null : { genre: 'bloquee', ligne };
};

/** Les lignes du fichier telles qu’elles seraient écrites, corrections comprises. */
export const preparerLignes = (
  lecture: Pick<LectureDeGrille, 'lignes' | 'bloquees'>,
  decisions: DecisionsDeDepot,
): readonly LignePrete[] => {
  const laissees = new Set(decisions.laissees);
  const lire = (
    repere: string,
    { ligne, feuille }: { readonly ligne: number; readonly feuille: string | null },
    valeurs: Valeurs | null,
  ): readonly LignePrete[] => {
    if (laissees.has(repere)) return [];
    const corrigees = decisions.corrigees[repere];
    const retenues = corrigees ?? (valeurs === null ? [] : [valeurs]);
    return retenues.map((v) => ({
      repere,
      ligne,
      feuille,
      valeurs: v,
      estCorrigee: corrigees !== undefined,
    }));
  };
  return [
    ...lecture.lignes.flatMap((ligne, rang) => lire(repereImporte(rang), ligne, ligne.valeurs)),
    ...lecture.bloquees.flatMap((ligne, rang) => lire(repereBloque(rang), ligne, null)),
  ];
};

export interface AvancementDeDepot {
  readonly pretes: number;
  /** Réparations proposées que personne n’a encore confirmées. */
  readonly aConfirmer: readonly AnomalieNumerotee[];
  /** Repères des lignes bloquées que personne n’a encore corrigées ni laissées de côté. */
  readonly bloquees: readonly string[];
  readonly laissees: number;
  readonly peutValider: boolean;
}

/** Ce qui reste à faire avant de valider un dépôt. Une ligne corrigée à l’écran vaut confirmation. */
export const mesurerDepot = (
  lecture: LectureDeGrille,
  decisions: DecisionsDeDepot,
): AvancementDeDepot => {
  const confirmees = new Set(decisions.confirmees);
  const revues = new Set(
    [...Object.keys(decisions.corrigees), ...decisions.laissees].flatMap((repere) => {
      const trouvee = trouverLigne(lecture, repere);
      return trouvee === null ? [] : [rangeeDe(trouvee.ligne)];
    }),
  );
  const aConfirmer = numeroter(lecture).filter(
    (anomalie) =>
      anomalie.action === 'reparer_et_signaler' &&
      !confirmees.has(anomalie.numero) &&
      !revues.has(rangeeDe(anomalie)),
  );
  const laissees = new Set(decisions.laissees);
  const bloquees = lecture.bloquees
    .map((_, rang) => repereBloque(rang))
    .filter((repere) => !laissees.has(repere) && decisions.corrigees[repere] === undefined);
  return {
    pretes: preparerLignes(lecture, decisions).length,
    aConfirmer,
    bloquees,
    laissees: laissees.size,
    peutValider: aConfirmer.length === 0 && bloquees.length === 0 && !lecture.bilan.fichierRefuse,
  };
};

const sansDoublon = <T>(valeurs: readonly T[]): readonly T[] => [...new Set(valeurs)];

/** Confirme des réparations proposées. */
export const confirmer = (
  decisions: DecisionsDeDepot,
  numeros: readonly number[],
): DecisionsDeDepot => ({
  ...decisions,
  confirmees: sansDoublon([...decisions.confirmees, ...numeros]),
});

/** Remplace une ligne par ce qui a été corrigé à l’écran. */
export const corriger = (
  decisions: DecisionsDeDepot,
  repere: string,
  valeurs: readonly Valeurs[],
): DecisionsDeDepot => ({
  ...decisions,
  corrigees: { ...decisions.corrigees, [repere]: valeurs },
  laissees: decisions.laissees.filter((laissee) => laissee !== repere),
});

/** Laisse une ligne de côté : elle reste dans le dépôt, telle que lue, avec sa raison. */
export const laisserDeCote = (decisions: DecisionsDeDepot, repere: string): DecisionsDeDepot => {
  const { [repere]: _, ...corrigees } = decisions.corrigees;
  return { ...decisions, corrigees, laissees: sansDoublon([...decisions.laissees, repere]) };
};

/** Reprend une ligne laissée de côté. */
export const reprendre = (decisions: DecisionsDeDepot, repere: string): DecisionsDeDepot => ({
  ...decisions,
  laissees: decisions.laissees.filter((laissee) => laissee !== repere),
});
