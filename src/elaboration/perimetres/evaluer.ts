import {
  consoliderNotes,
  type NotesConsolidees,
  type ScoreDOption,
  scorerOption,
} from '../../moteurs/decision/index.ts';
import { CRITERES_DE_PERIMETRE, REGLES_DE_PERIMETRE } from '../../referentiel/criteres/index.ts';
import type { GrilleDeDecision, NoteCalculeeDeService, ServiceExamine } from './modele.ts';
import { admettrePoids, CRITERES_PESES, type PoidsAdmis } from './ponderer.ts';

export interface CritereEvalue {
  readonly code: string;
  /** Note retenue : médiane des évaluateurs, à défaut note calculée sur les données. */
  readonly note: number | null;
  /** Vrai quand la note retenue est la note calculée. */
  readonly estCalculee: boolean;
  readonly consolidee: NotesConsolidees | null;
  readonly calculee: NoteCalculeeDeService | null;
}

export interface ServiceEvalue extends ServiceExamine {
  readonly criteres: readonly CritereEvalue[];
  readonly score: ScoreDOption;
  /** Rang parmi les services classables (1 = premier), null sinon. */
  readonly rang: number | null;
}

/** Une grille dont les notes sont consolidées et les services scorés (calcul immédiat). */
export interface GrilleNotee {
  readonly services: readonly ServiceEvalue[];
  readonly poids: PoidsAdmis;
  /** Services classables, dans l’ordre des lignes de `valeurs`. */
  readonly classables: readonly ServiceEvalue[];
  /** Valeur (0 à 1) de chaque service classable sur chaque critère pesé ; non noté : le milieu. */
  readonly valeurs: readonly (readonly number[])[];
  /** Cases non notées de `valeurs` : [service, critère]. */
  readonly manques: readonly (readonly [number, number])[];
}

const MILIEU = 0.5;

const valeurDe = (note: number | null): number =>
  note === null
    ? MILIEU
    : (note - REGLES_DE_PERIMETRE.noteMin) /
      (REGLES_DE_PERIMETRE.noteMax - REGLES_DE_PERIMETRE.noteMin);

/** Rangs d’une liste de scores : le meilleur reçoit 1, les ex æquo le même rang. */
export const ranger = (scores: readonly number[]): readonly number[] =>
  scores.map((score) => 1 + scores.filter((autre) => autre > score + 1e-9).length);

/** Le score de chaque ligne de valeurs sous des poids de somme 1. */
export const peser = (
  valeurs: readonly (readonly number[])[],
  poids: readonly number[],
): readonly number[] =>
  valeurs.map((ligne) => ligne.reduce((somme, valeur, j) => somme + valeur * (poids[j] ?? 0), 0));

type NotesParCritere = ReadonlyMap<string, readonly (number | null)[]>;

const evaluerCritere = (
  code: string,
  notes: NotesParCritere,
  calculees: readonly NoteCalculeeDeService[],
): CritereEvalue => {
  const consolidee = consoliderNotes(notes.get(code) ?? []);
  const calculee = calculees.find(({ critere }) => critere === code) ?? null;
  return {
    code,
    consolidee,
    calculee,
    note: consolidee?.mediane ?? calculee?.note ?? null,
    estCalculee: consolidee === null && calculee !== null,
  };
};

const trierParCritere = (notes: GrilleDeDecision['notes']): NotesParCritere =>
  new Map(
    [...Map.groupBy(notes, ({ critere }) => critere)].map(([code, siennes]) => [
      code,
      siennes.map(({ note }) => note),
    ]),
  );

/**
 * Consolide les notes (médiane, dissensus montré) et score chaque service à échelle fixe, CR12
 * servant de filtre. Le score ne compte que les critères notés.
 */
export const noterGrille = (grille: GrilleDeDecision): GrilleNotee => {
  const poids = admettrePoids(grille.cartes);
  const criteresPonderes = CRITERES_DE_PERIMETRE.map((critere) => {
    const rang = CRITERES_PESES.findIndex(({ code }) => code === critere.code);
    return { ...critere, poids: rang < 0 ? critere.poids : 100 * (poids.centre[rang] ?? 0) };
  });
  const notesParService = Map.groupBy(grille.notes, ({ service }) => service);
  const calculeesParService = Map.groupBy(grille.calculees, ({ service }) => service);
  const notees = grille.services.map((examine) => {
    const notes = trierParCritere(notesParService.get(examine.service) ?? []);
    const criteres = CRITERES_DE_PERIMETRE.map(({ code }) =>
      evaluerCritere(code, notes, calculeesParService.get(examine.service) ?? []),
    );
    const retenues = Object.fromEntries(criteres.map(({ code, note }) => [code, note]));
    return {
      ...examine,
      criteres,
      score: scorerOption(criteresPonderes, retenues, REGLES_DE_PERIMETRE),
    };
  });
  const aClasser = notees.filter(({ score }) => score.estClassable);
  const rangs = ranger(aClasser.map(({ score }) => score.score ?? 0));
  const rangDe = new Map(aClasser.map(({ service }, place) => [service, rangs[place] ?? null]));
  const services = notees.map((note) => ({ ...note, rang: rangDe.get(note.service) ?? null }));
  const classables = services.filter(({ score }) => score.estClassable);
  const retenues = classables.map(({ criteres }) =>
    CRITERES_PESES.map(
      ({ code }) => criteres.find((critere) => critere.code === code)?.note ?? null,
    ),
  );
  return {
    services,
    poids,
    classables,
    valeurs: retenues.map((ligne) => ligne.map(valeurDe)),
    manques: retenues.flatMap((ligne, option) =>
      ligne.flatMap((note, critere) => (note === null ? [[option, critere] as const] : [])),
    ),
  };
};
