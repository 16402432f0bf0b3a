import {
  type DemandeSmaa,
  phraseDeRobustesse,
  type ResultatSmaa,
  type StabiliteDUnPoids,
  smaa,
  stabiliteDesPoids,
} from '../../moteurs/decision/index.ts';
import { trouverService } from '../../referentiel/nomenclatures/services.ts';
import { type GrilleNotee, noterGrille, peser, ranger } from './evaluer.ts';
import type { Evaluateur, GrilleDeDecision, ServiceExamine } from './modele.ts';
import { CRITERES_PESES } from './ponderer.ts';

/** Le classement selon les seules cartes d’un évaluateur (rangs des services classables). */
export interface ClassementDUnEvaluateur extends Evaluateur {
  readonly rangs: readonly number[];
}

/** Une grille notée et éprouvée : à quel point l’ordre tient-il ? */
export interface Evaluation extends GrilleNotee {
  readonly robustesse: ResultatSmaa | null;
  readonly stabilite: readonly StabiliteDUnPoids[];
  /** Classement selon les cartes de chaque évaluateur : montré, jamais moyenné. */
  readonly parEvaluateur: readonly ClassementDUnEvaluateur[];
  /** La phrase de l’élu, par service classable. */
  readonly phrases: Readonly<Record<string, string>>;
}

export const TIRAGES = 20_000;
/** Le tirage se fait par lots, pour rendre la main entre deux (voir eprouver.server.ts). */
const LOTS = 10;
/** Nombre premier : une note manquante y prend autant de valeurs, étalées sur toute l’échelle. */
const LOTS_AVEC_MANQUES = 101;
/** Racine primitive modulo 101 : ses puissances donnent à chaque case un ordre différent. */
const GENERATEUR = 2;
const GRAINE = 2026;

/**
 * Valeurs du lot : une case non notée parcourt l’échelle d’un lot à l’autre, chacune dans son ordre
 * (hypercube latin sur réseau de Korobov, 1959) : sur l’ensemble, elle est uniforme de 0 à 1.
 */
const remplir = (
  { valeurs, manques }: Pick<GrilleNotee, 'valeurs' | 'manques'>,
  lot: number,
  lots: number,
): readonly (readonly number[])[] => {
  if (manques.length === 0) return valeurs;
  const remplies = valeurs.map((ligne) => [...ligne]);
  let pas = 1;
  for (const [option, critere] of manques) {
    pas = (pas * GENERATEUR) % lots;
    const ligne = remplies[option];
    if (ligne !== undefined) ligne[critere] = (((pas * lot) % lots) + 0.5) / lots;
  }
  return remplies;
};

/**
 * Le tirage d’une grille, découpé en lots de graines voisines ; vide s’il n’y a rien à classer.
 * Même grille : mêmes lots, mêmes résultats.
 */
export const preparerTirage = (
  notee: Pick<GrilleNotee, 'valeurs' | 'manques' | 'poids'>,
  tirages = TIRAGES,
): readonly DemandeSmaa[] => {
  if (notee.valeurs.length === 0) return [];
  const { bas, haut } = notee.poids;
  const lots = notee.manques.length === 0 ? LOTS : LOTS_AVEC_MANQUES;
  return Array.from({ length: lots }, (_, lot) => ({
    valeurs: remplir(notee, lot, lots),
    contrainte: { type: 'intervalles', bas, haut } as const,
    tirages: Math.ceil(tirages / lots),
    graine: GRAINE + lot,
  }));
};

/** Demi-largeur à 95 % observée entre les lots (moyennes par lots), pour la case la plus dispersée. */
const margeEntreLots = (lots: readonly ResultatSmaa[]): number => {
  const ecart = (parts: readonly number[]): number => {
    const moyenne = parts.reduce((somme, part) => somme + part, 0) / parts.length;
    const carres = parts.reduce((somme, part) => somme + (part - moyenne) ** 2, 0);
    return Math.sqrt(carres / (parts.length - 1));
  };
  const marges = (lots[0]?.acceptabilite ?? []).flatMap((ligne, i) =>
    ligne.map((_, j) => ecart(lots.map(({ acceptabilite }) => acceptabilite[i]?.[j] ?? 0))),
  );
  return (1.96 * Math.max(0, ...marges)) / Math.sqrt(lots.length);
};

const moyenner = (matrices: readonly (readonly (readonly number[])[])[]) =>
  (matrices[0] ?? []).map((ligne, i) =>
    ligne.map(
      (_, j) =>
        matrices.reduce((somme, matrice) => somme + (matrice[i]?.[j] ?? 0), 0) / matrices.length,
    ),
  );

/** Les poids centraux d’ensemble : ceux de chaque lot, au prorata de ses premières places. */
const reunirPoidsCentraux = (lots: readonly ResultatSmaa[], option: number) => {
  const gagnants = lots.flatMap(({ poidsCentraux, acceptabilite }) => {
    const central = poidsCentraux[option];
    const part = acceptabilite[option]?.[0] ?? 0;
    return central === null || central === undefined ? [] : [{ central, part }];
  });
  const total = gagnants.reduce((somme, { part }) => somme + part, 0);
  if (total === 0) return null;
  return (gagnants[0]?.central ?? []).map(
    (_, j) =>
      gagnants.reduce((somme, { central, part }) => somme + part * (central[j] ?? 0), 0) / total,
  );
};

/**
 * Réunit des lots de même taille en un seul résultat. La marge est celle du nombre de tirages ; quand
 * des notes manquent, la plus grande de celle-ci et de ce que les lots montrent.
 */
export const reunirLots = (lots: readonly ResultatSmaa[]): ResultatSmaa | null => {
  const premier = lots[0];
  if (premier === undefined) return null;
  const tirages = lots.reduce((somme, { precision }) => somme + precision.tirages, 0);
  return {
    acceptabilite: moyenner(lots.map(({ acceptabilite }) => acceptabilite)),
    victoires: moyenner(lots.map(({ victoires }) => victoires)),
    poidsCentraux: premier.acceptabilite.map((_, option) => reunirPoidsCentraux(lots, option)),
    precision: {
      tirages,
      graine: GRAINE,
      erreurMax: Math.max(
        0.98 / Math.sqrt(tirages),
        lots.length === LOTS_AVEC_MANQUES ? margeEntreLots(lots) : 0,
      ),
    },
  };
};

/** Le nom d’un service dans une phrase : « la voirie et les réseaux ». */
export const nommerService = ({ service, libelle }: ServiceExamine): string =>
  trouverService(service)?.avecArticle ?? `«\u00a0${libelle}\u00a0»`;

/** Conclut : phrases, stabilité de chaque poids et classement selon chacun. */
export const conclure = (notee: GrilleNotee, robustesse: ResultatSmaa | null): Evaluation => {
  const { classables, valeurs, poids } = notee;
  const options = classables.map(nommerService);
  const phrases =
    robustesse === null
      ? {}
      : Object.fromEntries(
          classables.map(({ service }, option) => [
            service,
            phraseDeRobustesse({ options, resultat: robustesse, option }),
          ]),
        );
  return {
    ...notee,
    robustesse,
    phrases,
    stabilite: valeurs.length > 1 ? stabiliteDesPoids(valeurs, poids.centre).poids : [],
    parEvaluateur:
      valeurs.length === 0
        ? []
        : poids.parEvaluateur.map(({ evaluateur, nom, poids: siens }) => ({
            evaluateur,
            nom,
            rangs: ranger(peser(valeurs, siens)),
          })),
  };
};

/** L’évaluation entière d’un trait ; sur un serveur, préférer `eprouverGrille` qui rend la main. */
export const evaluerGrille = (grille: GrilleDeDecision, tirages = TIRAGES): Evaluation => {
  const notee = noterGrille(grille);
  const lots = preparerTirage(notee, tirages).flatMap((demande) => {
    const lot = smaa(demande);
    return lot.ok ? [lot.valeur] : [];
  });
  return conclure(notee, reunirLots(lots));
};

/** Un classement sous des poids que l’on essaie. */
export interface EssaiDePoids {
  readonly classement: readonly { readonly libelle: string; readonly rang: number }[];
  readonly estMemePremier: boolean;
}

/**
 * « Et si l’on pesait autrement ? » : le classement sous des poids en points (ramenés à 100), ou null
 * si aucun point n’est donné.
 */
export const essayerPoids = (
  { classables, valeurs, poids }: GrilleNotee,
  points: Readonly<Record<string, number>>,
): EssaiDePoids | null => {
  const donnes = CRITERES_PESES.map(({ code }) => Math.max(0, points[code] ?? 0));
  const total = donnes.reduce((somme, p) => somme + p, 0);
  if (total === 0 || classables.length === 0) return null;
  const rangsDe = (p: readonly number[]) => ranger(peser(valeurs, p));
  const rangs = rangsDe(donnes.map((p) => p / total));
  const habituels = rangsDe(poids.centre);
  const enTete = (liste: readonly number[]) =>
    liste.flatMap((rang, i) => (rang === 1 ? [i] : [])).join();
  return {
    classement: classables
      .map(({ libelle }, i) => ({ libelle, rang: rangs[i] ?? classables.length }))
      .sort((a, b) => a.rang - b.rang || a.libelle.localeCompare(b.libelle, 'fr')),
    estMemePremier: enTete(rangs) === enTete(habituels),
  };
};
