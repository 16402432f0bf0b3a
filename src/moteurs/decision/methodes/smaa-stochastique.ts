import {
  type Lecture,
  lireEntier,
  lireListe,
  lireMatrice,
  lireNombres,
  lireSens,
} from '../lecture.ts';
import { decrireTirage } from '../robustesse/precision.ts';
import {
  type DemandeSmaaIncertaine,
  type EchelleDeMesure,
  type LoiDeMesure,
  smaaIncertain,
} from '../robustesse/smaa-incertain.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';

/** Un critère : une loi [μ, σ] par option. */
const lireLois = (
  lecture: Lecture,
  brut: unknown,
  chemin: string,
  loi: LoiDeMesure['loi'],
  options?: number,
): readonly LoiDeMesure[] =>
  lireMatrice(lecture, brut, chemin, {
    colonnes: 2,
    ...(options === undefined ? {} : { lignes: options }),
  }).map(([mu = 0, sigma = 0], i) => {
    if (sigma < 0) lecture.signaler(`${chemin}[${i}][1]`, 'Donner un écart-type positif ou nul.');
    return { loi, mu, sigma };
  });

/** Les critères : le premier log-normal s’il est donné, les suivants normaux. */
const lireCriteres = (lecture: Lecture): readonly (readonly LoiDeMesure[])[] => {
  const log = lecture.valeurDe('lognormalLogMeanSd');
  const nom = 'lognormalLogMeanSd';
  const premiers = log === undefined ? [] : [lireLois(lecture, log, nom, 'log-normale')];
  const normaux = lecture.valeurDe('gaussianMeanSd');
  if (normaux === undefined && premiers.length > 0) return premiers;
  const liste = lireListe(lecture, normaux, 'gaussianMeanSd');
  const attendu = premiers[0]?.length ?? (Array.isArray(liste[0]) ? liste[0].length : undefined);
  return [
    ...premiers,
    ...liste.map((critere, j) =>
      lireLois(lecture, critere, `gaussianMeanSd[${j}]`, 'normale', attendu),
    ),
  ];
};

const lireEchelles = (lecture: Lecture, taille: number): readonly EchelleDeMesure[] => {
  const bas = lireNombres(lecture, lecture.valeurDe('lo'), 'lo', { taille });
  const haut = lireNombres(lecture, lecture.valeurDe('hi'), 'hi', { taille });
  const sens = lireSens(lecture, lecture.valeurDe('sense'), 'sense', taille);
  return bas.map((b, j) => {
    const h = haut[j] ?? b;
    if (h <= b) lecture.signaler(`hi[${j}]`, 'Donner une borne haute supérieure à la borne basse.');
    return { bas: b, haut: h, sens: sens[j] ?? 1 };
  });
};

/** L’ordre des critères, du plus au moins important : une permutation de leurs indices. */
const lireOrdre = (lecture: Lecture, taille: number): readonly number[] | null => {
  const brut = lecture.valeurDe('weightOrder');
  if (brut === undefined || brut === null) return null;
  const ordre = lireListe(lecture, brut, 'weightOrder', taille).map((indice, k) =>
    lireEntier(lecture, indice, `weightOrder[${k}]`, { min: 0, max: taille - 1 }),
  );
  if (new Set(ordre).size !== ordre.length) {
    lecture.signaler('weightOrder', 'Citer chaque critère une seule fois.');
  }
  return ordre;
};

const calculer = (demande: DemandeSmaaIncertaine) => {
  const { acceptabilite, poidsCentraux, confiance } = smaaIncertain(demande);
  return {
    rankAcceptability: acceptabilite,
    centralWeights: poidsCentraux,
    confidenceFactor: confiance,
  };
};

/** `smaa2-stochastic-scores` : lois des mesures, échelles, weightOrder → sansPreference, ordinal. */
export const appliquerSmaaStochastique: Methode = (lecture, options) => {
  const criteres = lireCriteres(lecture);
  const echelles = lireEchelles(lecture, criteres.length);
  const ordre = lireOrdre(lecture, criteres.length);
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const lois = (criteres[0] ?? []).map((_, i) =>
    criteres.map((critere) => critere[i] ?? { loi: 'normale' as const, mu: 0, sigma: 0 }),
  );
  const precision = decrireTirage(options);
  const base = { lois, echelles, tirages: precision.tirages, graine: precision.graine };
  const sansPreference = calculer({ ...base, contrainte: { type: 'aucune' } });
  if (ordre === null) return { sansPreference, precision };
  const contrainte = { type: 'ordre' as const, groupes: ordre.map((j) => [j]) };
  return { sansPreference, ordinal: calculer({ ...base, contrainte }), precision };
};
