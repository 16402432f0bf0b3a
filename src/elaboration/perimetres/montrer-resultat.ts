import { phraseDeRobustesse, phraseDeStabilite } from '../../moteurs/decision/index.ts';
import { CRITERES_DE_PERIMETRE } from '../../referentiel/criteres/index.ts';
import { type Evaluation, nommerService } from './eprouver.ts';
import { type FormeSuggeree, suggererForme } from './forme-suggeree.ts';
import type { GrilleDeDecision } from './modele.ts';
import { CRITERES_PESES } from './ponderer.ts';

/** Au-delà, la bande ne se lit plus : les suivants restent dans le tableau des services. */
const OPTIONS_MONTREES = 12;
const RANGS_MONTRES = 8;

/** Note retenue de masse critique (CR03), qui oriente la forme. */
const noteDeMasseCritique = (criteres: readonly { code: string; note: number | null }[]) =>
  criteres.find(({ code }) => code === 'CR03')?.note ?? null;

export interface ServiceResultat {
  readonly service: string;
  readonly libelle: string;
  readonly rang: number | null;
  readonly score: number | null;
  readonly completude: number;
  readonly conseil: string | null;
  readonly estEcarte: boolean;
  readonly suggestion: FormeSuggeree;
  readonly phrase: string | null;
}

export interface CritereStable {
  readonly code: string;
  readonly libelle: string;
  /** Poids de référence, en points entiers. */
  readonly points: number;
  readonly classement: { readonly de: number; readonly a: number };
  readonly phrase: string;
  readonly estFragile: boolean;
}

export interface DebatMontre {
  readonly service: string;
  readonly critere: string;
  readonly avis: readonly { readonly nom: string; readonly note: number }[];
}

export interface ResultatMontre {
  /** La phrase de l’élu ; null tant que rien n’est classable. */
  readonly phrase: string | null;
  readonly origineDesPoids: string;
  readonly bande: {
    readonly options: readonly {
      readonly cle: string;
      readonly libelle: string;
      readonly acceptabilites: readonly number[];
    }[];
    readonly optionsEnTout: number;
    readonly tirages: number;
    readonly marge: number;
    readonly aDesManques: boolean;
  } | null;
  readonly services: readonly ServiceResultat[];
  readonly criteres: readonly CritereStable[];
  readonly evaluateurs: readonly string[];
  /** Rang de chaque service selon les cartes de chacun, dans l’ordre de `evaluateurs`. */
  readonly selonChacun: readonly { readonly libelle: string; readonly rangs: readonly number[] }[];
  readonly debats: readonly DebatMontre[];
}

const rangMoyen = (parts: readonly number[]): number =>
  parts.reduce((somme, part, rang) => somme + part * (rang + 1), 0);

const dresserBande = ({ robustesse, classables, manques }: Evaluation): ResultatMontre['bande'] => {
  if (robustesse === null || classables.length < 2) return null;
  const options = classables
    .map(({ service, libelle }, place) => ({
      cle: service,
      libelle,
      acceptabilites: robustesse.acceptabilite[place] ?? [],
    }))
    .sort(
      (a, b) =>
        rangMoyen(a.acceptabilites) - rangMoyen(b.acceptabilites) ||
        a.libelle.localeCompare(b.libelle, 'fr'),
    );
  return {
    options: options.slice(0, OPTIONS_MONTREES).map((option) => ({
      ...option,
      acceptabilites: option.acceptabilites.slice(0, RANGS_MONTRES),
    })),
    optionsEnTout: options.length,
    tirages: robustesse.precision.tirages,
    marge: robustesse.precision.erreurMax,
    aDesManques: manques.length > 0,
  };
};

const dixieme = (part: number): number => Math.round(1000 * part) / 10;

const dresserStabilite = ({ stabilite }: Evaluation): readonly CritereStable[] =>
  stabilite.flatMap((poids) => {
    const critere = CRITERES_PESES[poids.critere];
    if (critere === undefined) return [];
    return [
      {
        code: critere.code,
        libelle: critere.libelle,
        points: Math.round(100 * poids.courant),
        classement: { de: dixieme(poids.classement.min), a: dixieme(poids.classement.max) },
        phrase: phraseDeStabilite(critere.libelle, poids),
        estFragile: poids.estFragile,
      },
    ];
  });

const dresserDebats = (grille: GrilleDeDecision, evaluation: Evaluation): readonly DebatMontre[] =>
  evaluation.services.flatMap((service) =>
    service.criteres
      .filter(({ consolidee }) => consolidee?.estADebattre === true)
      .map(({ code }) => ({
        service: service.libelle,
        critere: CRITERES_DE_PERIMETRE.find((critere) => critere.code === code)?.libelle ?? code,
        avis: grille.notes
          .flatMap(({ service: lequel, critere, nom, note }) =>
            lequel === service.service && critere === code && note !== null ? [{ nom, note }] : [],
          )
          .sort((a, b) => a.note - b.note || a.nom.localeCompare(b.nom, 'fr')),
      })),
  );

const dresserServices = (evaluation: Evaluation): readonly ServiceResultat[] =>
  evaluation.services
    .map(({ service, libelle, rang, score, criteres }) => ({
      service,
      libelle,
      rang,
      score: score.score,
      completude: score.completude,
      conseil: score.decision?.libelle ?? null,
      estEcarte: score.estEcartee,
      suggestion: suggererForme(score, noteDeMasseCritique(criteres)),
      phrase: evaluation.phrases[service] ?? null,
    }))
    .sort(
      (a, b) =>
        (a.rang ?? Number.POSITIVE_INFINITY) - (b.rang ?? Number.POSITIVE_INFINITY) ||
        a.libelle.localeCompare(b.libelle, 'fr'),
    );

/** Le résultat tel qu’un élu le lit : la phrase d’abord, les chiffres ensuite, le dissensus montré. */
export const montrerResultat = (
  grille: GrilleDeDecision,
  evaluation: Evaluation,
): ResultatMontre => {
  const { robustesse, classables, parEvaluateur, poids } = evaluation;
  return {
    phrase:
      robustesse === null
        ? null
        : phraseDeRobustesse({ options: classables.map(nommerService), resultat: robustesse }),
    origineDesPoids: poids.origine,
    bande: dresserBande(evaluation),
    services: dresserServices(evaluation),
    criteres: dresserStabilite(evaluation),
    evaluateurs: parEvaluateur.map(({ nom }) => nom),
    selonChacun: classables
      .map(({ libelle, rang }, place) => ({
        libelle,
        rang: rang ?? classables.length,
        rangs: parEvaluateur.map(({ rangs }) => rangs[place] ?? 0),
      }))
      .sort((a, b) => a.rang - b.rang)
      .map(({ libelle, rangs }) => ({ libelle, rangs })),
    debats: dresserDebats(grille, evaluation),
  };
};
