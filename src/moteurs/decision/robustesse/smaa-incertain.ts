import { compterUnJeu, creerComptes, noterLesOptions } from './comptes.ts';
import { ouvrirHasard, ouvrirNormale } from './hasard.ts';
import { type PartsObservees, rendreLesParts } from './parts-observees.ts';
import { type ContrainteDePoids, ouvrirTireurDePoids } from './tirage-des-poids.ts';

/** Loi d’une mesure, de paramètres μ et σ ; ceux d’une log-normale portent sur son logarithme. */
export interface LoiDeMesure {
  readonly loi: 'normale' | 'log-normale';
  readonly mu: number;
  readonly sigma: number;
}

/** Échelle fixe d’un critère : valeur linéaire entre ses bornes, non écrêtée. */
export interface EchelleDeMesure {
  readonly bas: number;
  readonly haut: number;
  readonly sens: number;
}

export interface DemandeSmaaIncertaine {
  /** Une ligne par option, une loi par critère ; les mesures sont indépendantes. */
  readonly lois: readonly (readonly LoiDeMesure[])[];
  readonly echelles: readonly EchelleDeMesure[];
  readonly contrainte: ContrainteDePoids;
  readonly tirages: number;
  readonly graine: number;
}

export interface ResultatIncertain extends PartsObservees {
  /** Part des mesures où l’option est première avec ses poids centraux ; null si elle n’en a pas. */
  readonly confiance: readonly (number | null)[];
}

/** Ouvre le tireur qui remplit le tableau à plat des valeurs (option × critère). */
const ouvrirMesures = (
  { lois, echelles }: DemandeSmaaIncertaine,
  normale: () => number,
): ((valeurs: Float64Array) => void) => {
  const aPlat = lois.flatMap((ligne) =>
    ligne.map((loi, j) => ({ ...loi, ...(echelles[j] ?? { bas: 0, haut: 1, sens: 1 }) })),
  );
  return (valeurs) => {
    aPlat.forEach(({ loi, mu, sigma, bas, haut, sens }, i) => {
      const tiree = mu + sigma * normale();
      const valeur = ((loi === 'normale' ? tiree : Math.exp(tiree)) - bas) / (haut - bas);
      valeurs[i] = sens === -1 ? 1 - valeur : valeur;
    });
  };
};

/**
 * SMAA-2 à mesures incertaines (Lahdelma et Salminen, 2001). Deux passes : rangs et poids centraux,
 * puis facteurs de confiance (ex æquo compris) sur des mesures nouvelles.
 * @param demande lois et échelles de mêmes dimensions, bornes distinctes, contrainte contrôlée
 */
export const smaaIncertain = (demande: DemandeSmaaIncertaine): ResultatIncertain => {
  const { lois, echelles, contrainte, tirages, graine } = demande;
  const hasard = ouvrirHasard(graine);
  const mesurer = ouvrirMesures(demande, ouvrirNormale(hasard));
  const tirerLesPoids = ouvrirTireurDePoids(contrainte, hasard);
  const comptes = creerComptes(lois.map((ligne) => ligne.map(() => 0)));
  const poids = new Float64Array(echelles.length);
  for (let t = 0; t < tirages; t += 1) {
    mesurer(comptes.valeurs);
    tirerLesPoids(poids);
    compterUnJeu(comptes, poids, 1);
  }
  const parts = rendreLesParts(comptes);
  const centraux = parts.poidsCentraux.map((p) => (p === null ? null : Float64Array.from(p)));
  const succes = centraux.map(() => 0);
  for (let t = 0; t < tirages; t += 1) {
    mesurer(comptes.valeurs);
    centraux.forEach((jeu, i) => {
      if (jeu === null) return;
      noterLesOptions(comptes, jeu);
      const seuil = (comptes.scores[i] ?? 0) + comptes.marge;
      if (comptes.scores.every((score) => score <= seuil)) succes[i] = (succes[i] ?? 0) + 1;
    });
  }
  return {
    ...parts,
    confiance: centraux.map((jeu, i) => (jeu === null ? null : (succes[i] ?? 0) / tirages)),
  };
};
