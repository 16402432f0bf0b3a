/** Un critère noté ; un critère `estFiltre` autorise ou écarte, et ne pèse jamais. */
export interface CritereNote {
  readonly code: string;
  readonly poids: number;
  readonly estFiltre?: boolean;
}

export interface SeuilDeDecision {
  readonly min: number;
  readonly decision: string;
  readonly libelle: string;
}

export interface Veto {
  readonly critere: string;
  /** Le veto s’exerce à cette note et au-dessous. */
  readonly note: number;
  /** « bloquant » se lève par une décision motivée ; « eliminatoire », jamais. */
  readonly effet: 'eliminatoire' | 'bloquant';
}

export interface ReglesDeNotation {
  readonly noteMin: number;
  readonly noteMax: number;
  /** Part de poids notée (0 à 1) sous laquelle on ne classe pas. */
  readonly completudeMinimale: number;
  readonly vetos: readonly Veto[];
  readonly seuils: readonly SeuilDeDecision[];
}

/** Réponse d’un filtre : « a-verifier » tant que personne n’a répondu. */
export type AvisDeFiltre = 'oui' | 'sous-condition' | 'non' | 'a-verifier';

export interface ApportDeCritere {
  readonly code: string;
  readonly note: number;
  /** Poids sur 100 après redistribution entre les seuls critères notés. */
  readonly poids: number;
  /** Points apportés au score sur 100. */
  readonly points: number;
}

export interface VetoExerce extends Veto {
  readonly estLeve: boolean;
}

export interface ScoreDOption {
  /** De 0 à 100, null si rien n’est noté. */
  readonly score: number | null;
  /** Part de poids notée, de 0 à 1, hors filtres. */
  readonly completude: number;
  /** À afficher avec la part notée : tout n’est pas noté, ou un filtre attend sa réponse. */
  readonly estProvisoire: boolean;
  readonly estClassable: boolean;
  /** Vrai quand un veto non levé ou un filtre négatif écarte l’option. */
  readonly estEcartee: boolean;
  readonly decision: SeuilDeDecision | null;
  readonly filtres: readonly { readonly code: string; readonly avis: AvisDeFiltre }[];
  readonly vetos: readonly VetoExerce[];
  readonly apports: readonly ApportDeCritere[];
}

const MARGE = 1e-9;

/**
 * Ce que répond un filtre noté sur une échelle : note la plus basse « non », jusqu’au milieu
 * « sous condition », au-dessus « oui » (CR12 : 1 impossible, 2 et 3 précautions, 4 et 5 cadre connu).
 */
export const lireFiltre = (
  note: number | null | undefined,
  { noteMin, noteMax }: Pick<ReglesDeNotation, 'noteMin' | 'noteMax'>,
): AvisDeFiltre => {
  if (note === null || note === undefined) return 'a-verifier';
  if (note <= noteMin) return 'non';
  return note <= (noteMin + noteMax) / 2 ? 'sous-condition' : 'oui';
};

/** La décision du plus haut seuil atteint ; null si aucun ne l’est. */
export const deciderSelonSeuils = (
  score: number,
  seuils: readonly SeuilDeDecision[],
): SeuilDeDecision | null =>
  seuils.reduce<SeuilDeDecision | null>(
    (choisi, seuil) =>
      score >= seuil.min - MARGE && (choisi === null || seuil.min > choisi.min) ? seuil : choisi,
    null,
  );

/**
 * Score sur 100 d’une option notée : Σ poids × (note − min)/(max − min) / Σ poids notés × 100, sur
 * les critères notés seulement. Les points d’un filtre reviennent aux autres au prorata.
 * @param notes note (le plus souvent la médiane des évaluateurs) par code de critère
 * @param leves codes des critères dont le veto bloquant est levé par une décision motivée
 */
export const scorerOption = (
  criteres: readonly CritereNote[],
  notes: Readonly<Record<string, number | null>>,
  regles: ReglesDeNotation,
  leves: readonly string[] = [],
): ScoreDOption => {
  const noteDe = (code: string) => notes[code] ?? null;
  const peses = criteres.filter((critere) => critere.estFiltre !== true);
  const totalPese = peses.reduce((total, critere) => total + critere.poids, 0);
  const notees = peses.flatMap(({ code, poids }) => {
    const note = noteDe(code);
    return note === null ? [] : [{ code, poids, note }];
  });
  const totalNote = notees.reduce((total, critere) => total + critere.poids, 0);
  const apports = notees.map(({ code, poids, note }) => {
    const poidsSurCent = totalNote > 0 ? (100 * poids) / totalNote : 0;
    const valeur = (note - regles.noteMin) / (regles.noteMax - regles.noteMin);
    return { code, note, poids: poidsSurCent, points: poidsSurCent * valeur };
  });
  const score = totalNote > 0 ? apports.reduce((total, a) => total + a.points, 0) : null;
  const filtres = criteres
    .filter((critere) => critere.estFiltre === true)
    .map(({ code }) => ({ code, avis: lireFiltre(noteDe(code), regles) }));
  const vetos = regles.vetos.flatMap((veto) => {
    const note = noteDe(veto.critere);
    if (note === null || note > veto.note) return [];
    return [{ ...veto, estLeve: veto.effet === 'bloquant' && leves.includes(veto.critere) }];
  });
  const completude = totalPese > 0 ? totalNote / totalPese : 0;
  const estEcartee =
    vetos.some((veto) => !veto.estLeve) || filtres.some((filtre) => filtre.avis === 'non');
  const estClassable =
    score !== null && completude >= regles.completudeMinimale - MARGE && !estEcartee;
  return {
    score,
    completude,
    estProvisoire: completude < 1 - MARGE || filtres.some((filtre) => filtre.avis === 'a-verifier'),
    estClassable,
    estEcartee,
    decision: estClassable && score !== null ? deciderSelonSeuils(score, regles.seuils) : null,
    filtres,
    vetos,
    apports,
  };
};
