import { type Centimes, centimesLesPlusProches, ecrireMontant, sommeCentimes } from './centimes.ts';
import { DIFFERENCE, type NoeudExplique, SOMME, type Source } from './explication.ts';
import { type Exact, ecrireArrondi, ecrireExact, multiplier, totaliser } from './nombre-exact.ts';

/** Un montant en centimes et son explication. */
export interface MontantExplique {
  readonly centimes: Centimes;
  readonly explication: NoeudExplique;
}

/** Un nombre exact (clé, taux, quantité) et son explication. */
export interface NombreExplique {
  readonly exact: Exact;
  readonly explication: NoeudExplique;
}

/** Un calcul : la formule en français, ses opérandes, et l’article qui le fonde s’il y en a un. */
export interface Calcul {
  readonly libelle: string;
  readonly formule: string;
  readonly operandes: readonly NoeudExplique[];
  readonly article?: string | null;
}

const SAISIE: Source = { type: 'saisie' };

/** Feuille : un montant donné et sa source. */
export const montantDonne = (
  libelle: string,
  centimes: Centimes,
  source: Source = SAISIE,
): MontantExplique => ({
  centimes,
  explication: { libelle, valeur: ecrireMontant(centimes), unite: '€', source },
});

/** Feuille : un nombre donné, son unité (« hab. », « h », « j »…) et sa source. */
export const nombreDonne = (
  libelle: string,
  exact: Exact,
  unite = '',
  source: Source = SAISIE,
): NombreExplique => ({
  exact,
  explication: { libelle, valeur: ecrireExact(exact), unite, source },
});

/** Un calcul dont le résultat est déjà en centimes (somme, différence, valeur choisie). */
export const montantCalcule = (centimes: Centimes, calcul: Calcul): MontantExplique => ({
  centimes,
  explication: {
    libelle: calcul.libelle,
    valeur: ecrireMontant(centimes),
    unite: '€',
    formule: calcul.formule,
    article: calcul.article ?? null,
    operandes: calcul.operandes,
    source: { type: 'calcul' },
  },
});

/** Arrondi unitaire d’un montant exact en euros : centime le plus proche, demie éloignée de zéro. */
export const montantArrondi = (euros: Exact, calcul: Calcul): MontantExplique => {
  const montant = montantCalcule(centimesLesPlusProches(euros), calcul);
  return {
    ...montant,
    explication: {
      ...montant.explication,
      arrondi: {
        exact: ecrireExact(euros, 4),
        regle: 'demi-centime-eloigne-de-zero',
        rang: null,
      },
    },
  };
};

/** Somme de montants expliqués. */
export const additionner = (
  libelle: string,
  termes: readonly MontantExplique[],
  article: string | null = null,
): MontantExplique =>
  montantCalcule(sommeCentimes(termes.map(({ centimes }) => centimes)), {
    libelle,
    formule: SOMME,
    article,
    operandes: termes.map(({ explication }) => explication),
  });

/** `de` moins chacun des `moins`. */
export const soustraire = (
  libelle: string,
  de: MontantExplique,
  moins: readonly MontantExplique[],
  article: string | null = null,
): MontantExplique =>
  montantCalcule(de.centimes - sommeCentimes(moins.map(({ centimes }) => centimes)), {
    libelle,
    formule: DIFFERENCE,
    article,
    operandes: [de.explication, ...moins.map(({ explication }) => explication)],
  });

/** Un nombre exact calculé (équivalents, clé pondérée, total de clés). */
export const nombreCalcule = (exact: Exact, unite: string, calcul: Calcul): NombreExplique => ({
  exact,
  explication: {
    libelle: calcul.libelle,
    valeur: ecrireExact(exact),
    unite,
    formule: calcul.formule,
    article: calcul.article ?? null,
    operandes: calcul.operandes,
    source: { type: 'calcul' },
  },
});

/** Somme de nombres expliqués, de même unité. */
export const additionnerNombres = (
  libelle: string,
  termes: readonly NombreExplique[],
  unite: string,
): NombreExplique =>
  nombreCalcule(totaliser(termes.map(({ exact }) => exact)), unite, {
    libelle,
    formule: SOMME,
    operandes: termes.map(({ explication }) => explication),
  });

const CENT: Exact = { n: 100n, d: 1n };

/** Écrit un rapport en pourcentage (« 62.4319 »), demie éloignée de zéro. */
export const ecrirePourcentage = (rapport: Exact, decimales: number): string =>
  ecrireArrondi(multiplier(rapport, CENT), decimales);

/** Nœud d’un rapport affiché en pourcentage. */
export const expliquerPourcentage = (
  rapport: Exact,
  decimales: number,
  calcul: Calcul,
): NoeudExplique => ({
  libelle: calcul.libelle,
  valeur: ecrirePourcentage(rapport, decimales),
  unite: '%',
  formule: calcul.formule,
  article: calcul.article ?? null,
  operandes: calcul.operandes,
  source: { type: 'calcul' },
  arrondi: {
    exact: ecrireExact(multiplier(rapport, CENT), 4),
    regle: 'decimales',
    rang: null,
  },
});

/** Réunit des résultats indépendants sous un même nœud. */
export const regrouper = (libelle: string, operandes: readonly NoeudExplique[]): NoeudExplique => ({
  libelle,
  valeur: String(operandes.length),
  unite: 'résultats',
  formule: 'résultats indépendants',
  article: null,
  operandes,
  source: { type: 'calcul' },
});
