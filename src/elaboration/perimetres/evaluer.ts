import {
  consoliderNotes,
  type NotesConsolidees,
  phraseDeRobustesse,
  type ResultatSmaa,
  type ScoreDOption,
  type StabiliteDUnPoids,
  scorerOption,
  smaa,
  stabiliteDesPoids,
} from '../../moteurs/decision/index.ts';
import { CRITERES_DE_PERIMETRE, REGLES_DE_PERIMETRE } from '../../referentiel/criteres/index.ts';
import type { GrilleDeDecision, NoteCalculee, ServiceExamine } from './modele.ts';
import { admettrePoids, CRITERES_PESES, type PoidsAdmis } from './ponderer.ts';

export interface CritereEvalue {
  readonly code: string;
  /** Note retenue : médiane des évaluateurs, à défaut note calculée sur les données. */
  readonly note: number | null;
  readonly consolidee: NotesConsolidees | null;
  readonly calculee: NoteCalculee | null;
}

export interface ServiceEvalue extends ServiceExamine {
  readonly criteres: readonly CritereEvalue[];
  readonly score: ScoreDOption;
  /** Rang parmi les services classables (1 = premier), null sinon. */
  readonly rang: number | null;
}

export interface Evaluation {
  readonly services: readonly ServiceEvalue[];
  readonly poids: PoidsAdmis;
  /** Services classables, dans l’ordre des lignes de la robustesse. */
  readonly classables: readonly ServiceExamine[];
  readonly robustesse: ResultatSmaa | null;
  readonly stabilite: readonly StabiliteDUnPoids[];
  /** Classement selon les cartes de chaque évaluateur : montré, jamais moyenné. */
  readonly parEvaluateur: readonly {
    readonly evaluateur: string;
    readonly rangs: readonly number[];
  }[];
  /** La phrase de l’élu, par service classable. */
  readonly phrases: Readonly<Record<string, string>>;
}

const TIRAGES = 20_000;
const GRAINE = 2026;

const evaluerCritere = (
  grille: GrilleDeDecision,
  service: string,
  code: string,
  calculees: readonly NoteCalculee[],
): CritereEvalue => {
  const donnees = grille.notes.filter((note) => note.service === service && note.critere === code);
  const consolidee = consoliderNotes(donnees.map(({ note }) => note));
  const calculee = calculees.find(({ critere }) => critere === code) ?? null;
  return { code, consolidee, calculee, note: consolidee?.mediane ?? calculee?.note ?? null };
};

const valeurDe = (note: number | null): number =>
  note === null ? 0.5 : (note - REGLES_DE_PERIMETRE.noteMin) / 4;

/** Rangs d’une liste de scores : le meilleur reçoit 1, les ex æquo le même rang. */
export const ranger = (scores: readonly number[]): readonly number[] =>
  scores.map((score) => 1 + scores.filter((autre) => autre > score + 1e-9).length);

const enMinuscule = (texte: string): string => texte.charAt(0).toLowerCase() + texte.slice(1);

/**
 * L’évaluation d’une grille : notes consolidées, scores à échelle fixe, robustesse (SMAA-2) sur les
 * services classables et poids admis, stabilité de chaque poids.
 * Un critère non noté compte pour le milieu de l’échelle dans la robustesse, et se voit au score
 * (« provisoire »). Même grille, même graine : mêmes résultats.
 * @param calculees notes tirées des données, par code de service
 */
export const evaluerGrille = (
  grille: GrilleDeDecision,
  calculees: Readonly<Record<string, readonly NoteCalculee[]>>,
  tirages = TIRAGES,
): Evaluation => {
  const poids = admettrePoids(grille.cartes);
  const criteresPonderes = CRITERES_DE_PERIMETRE.map((critere) => {
    const rang = CRITERES_PESES.findIndex(({ code }) => code === critere.code);
    return { ...critere, poids: rang < 0 ? critere.poids : 100 * (poids.centre[rang] ?? 0) };
  });
  const notees = grille.services.map((examine) => {
    const criteres = CRITERES_DE_PERIMETRE.map(({ code }) =>
      evaluerCritere(grille, examine.service, code, calculees[examine.service] ?? []),
    );
    const notes = Object.fromEntries(criteres.map(({ code, note }) => [code, note]));
    return {
      ...examine,
      criteres,
      score: scorerOption(criteresPonderes, notes, REGLES_DE_PERIMETRE),
    };
  });
  const classables = notees.filter(({ score }) => score.estClassable);
  const valeurs = classables.map(({ criteres }) =>
    CRITERES_PESES.map(({ code }) =>
      valeurDe(criteres.find((critere) => critere.code === code)?.note ?? null),
    ),
  );
  const rangs = ranger(classables.map(({ score }) => score.score ?? 0));
  const rangDe = (service: string): number | null => {
    const place = classables.findIndex((classable) => classable.service === service);
    return place < 0 ? null : (rangs[place] ?? null);
  };
  return {
    services: notees.map((service) => ({ ...service, rang: rangDe(service.service) })),
    poids,
    classables,
    ...eprouver(classables, valeurs, poids, tirages),
  };
};

const eprouver = (
  classables: readonly ServiceExamine[],
  valeurs: readonly (readonly number[])[],
  poids: PoidsAdmis,
  tirages: number,
): Pick<Evaluation, 'robustesse' | 'stabilite' | 'parEvaluateur' | 'phrases'> => {
  if (valeurs.length === 0)
    return { robustesse: null, stabilite: [], parEvaluateur: [], phrases: {} };
  const contrainte = { type: 'intervalles', bas: poids.bas, haut: poids.haut } as const;
  const tirage = smaa({ valeurs, contrainte, tirages, graine: GRAINE });
  const robustesse = tirage.ok ? tirage.valeur : null;
  const noms = classables.map(({ libelle }) => enMinuscule(libelle));
  const phrases =
    robustesse === null
      ? {}
      : Object.fromEntries(
          classables.map(({ service }, option) => [
            service,
            phraseDeRobustesse({ options: noms, resultat: robustesse, option }),
          ]),
        );
  return {
    robustesse,
    stabilite: valeurs.length > 1 ? stabiliteDesPoids(valeurs, poids.centre).poids : [],
    parEvaluateur: poids.parEvaluateur.map(({ evaluateur, poids: siens }) => ({
      evaluateur,
      rangs: ranger(
        valeurs.map((ligne) => ligne.reduce((somme, v, rang) => somme + v * (siens[rang] ?? 0), 0)),
      ),
    })),
    phrases,
  };
};
