import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { type Centimes, ecrireMontant, formaterMontant } from '../montants/centimes.ts';
import { type NoeudExplique, SOMME, type Source } from '../montants/explication.ts';
import {
  additionnerNombres,
  type MontantExplique,
  montantDonne,
  type NombreExplique,
  nombreDonne,
} from '../montants/montant-explique.ts';
import { type Exact, ecrireExact, lireExact } from '../montants/nombre-exact.ts';
import { servirPlusFortsRestes } from './plus-forts-restes.ts';

/** La clé d’un membre : un nombre exact, et d’où il vient (ou l’arbre qui le calcule). */
export interface CleDeMembre {
  /** Départage les ex æquo : code INSEE, SIREN ou libellé. */
  readonly id: string;
  readonly libelle?: string;
  readonly cle: string | bigint | number | Exact | NombreExplique;
  readonly unite?: string;
  readonly source?: Source;
}

export interface CleLue {
  readonly id: string;
  readonly libelle: string;
  readonly nombre: NombreExplique;
}

export interface Part {
  readonly id: string;
  readonly libelle: string;
  readonly centimes: Centimes;
  readonly explication: NoeudExplique;
}

export interface Repartition {
  readonly montant: Centimes;
  /** Dans l’ordre des clés reçues. */
  readonly parts: readonly Part[];
  /** Racine : la somme des parts. */
  readonly explication: NoeudExplique;
}

export interface DemandeDeRepartition {
  readonly montant: Centimes | MontantExplique;
  readonly cles: readonly CleDeMembre[];
  /** Pas d’arrondi en centimes : 1 par défaut, 100 à l’euro. */
  readonly pas?: Centimes;
  /** Source du montant quand il est donné nu. */
  readonly sourceMontant?: Source;
  readonly libelle?: string;
  readonly article?: string | null;
  /** Chemin des clés dans l’entrée, cité par les refus. */
  readonly chemin?: string;
}

const lireCle = ({ id, libelle = id, cle, unite = '', source }: CleDeMembre): CleLue | null => {
  if (typeof cle === 'object' && 'explication' in cle) return { id, libelle, nombre: cle };
  const lue = typeof cle === 'object' ? cle : lireExact(cle);
  return lue === null
    ? null
    : { id, libelle, nombre: nombreDonne(`Clé de ${libelle}`, lue, unite, source) };
};

/** Lit et contrôle les clés : lisibles, positives ou nulles, uniques, l’une au moins non nulle. */
export const lireCles = (
  cles: readonly CleDeMembre[],
  chemin = 'cle',
): Resultat<readonly CleLue[], readonly Refus[]> => {
  const refus: Refus[] = [];
  const lues: CleLue[] = [];
  const vus = new Set<string>();
  for (const membre of cles) {
    const ou = `${chemin}.${membre.id}`;
    const lue = lireCle(membre);
    const nom = membre.libelle ?? membre.id;
    if (lue === null)
      refus.push({
        code: 'cle-illisible',
        message: `La clé de ${nom} n’est pas un nombre : écrire un nombre décimal avec un point.`,
        chemin: ou,
      });
    else if (lue.nombre.exact.n < 0n)
      refus.push({
        code: 'cle-negative',
        message: `La clé de ${nom} est négative (${ecrireExact(lue.nombre.exact)}) : une clé est positive ou nulle.`,
        chemin: ou,
      });
    else lues.push(lue);
    if (vus.has(membre.id))
      refus.push({
        code: 'identifiant-en-double',
        message: `${nom} figure deux fois dans la clé : n’en garder qu’une ligne.`,
        chemin: ou,
      });
    vus.add(membre.id);
  }
  if (refus.length === 0 && lues.every(({ nombre }) => nombre.exact.n === 0n))
    refus.push({
      code: 'cles-toutes-nulles',
      message:
        'Toutes les clés sont nulles (ou il n’y a aucun membre) : renseigner au moins une clé positive.',
      chemin,
    });
  return refus.length > 0 ? refuser(refus) : accepter(lues);
};

/** Ramène des nombres exacts ≥ 0 à des entiers proportionnels. */
export const entiersProportionnels = (nombres: readonly Exact[]): readonly bigint[] => {
  let commun = 1n;
  for (const { d } of new Map(nombres.map((nombre) => [nombre.d, nombre])).values()) {
    let a = commun;
    let b = d;
    while (b !== 0n) [a, b] = [b, a % b];
    commun = (commun / a) * d;
  }
  return nombres.map(({ n, d }) => n * (commun / d));
};

export const FORMULE_REPARTITION = 'montant × clé ÷ Σ clés, plus forts restes';

const ecrirePartExacte = (montant: Centimes, cle: bigint, somme: bigint): string => {
  const produit = montant * cle;
  const dixMilliemes = (produit * 100n) / somme;
  const absolue = dixMilliemes < 0n ? -dixMilliemes : dixMilliemes;
  const chiffres = String(absolue).padStart(5, '0');
  const signe = produit < 0n ? '-' : '';
  const suite = (produit * 100n) % somme === 0n ? '' : '…';
  return `${signe}${chiffres.slice(0, -4)}.${chiffres.slice(-4)}${suite}`;
};

/** Répartit selon des clés déjà lues et contrôlées. */
export const repartirLues = (
  montant: MontantExplique,
  cles: readonly CleLue[],
  options: { pas?: Centimes; libelle?: string; article?: string | null; formule?: string } = {},
): Repartition => {
  const { pas = 1n, article = null } = options;
  const entiers = entiersProportionnels(cles.map(({ nombre }) => nombre.exact));
  const somme = entiers.reduce((cumul, cle) => cumul + cle, 0n);
  const servies = servirPlusFortsRestes(
    montant.centimes,
    cles.map(({ id }, rang) => ({ id, cle: entiers[rang] ?? 0n })),
    pas,
  );
  const total = additionnerNombres(
    'Σ clés',
    cles.map(({ nombre }) => nombre),
    cles[0]?.nombre.explication.unite ?? '',
  ).explication;
  const base = options.formule ?? FORMULE_REPARTITION;
  const formule = pas === 1n ? base : `${base} au pas de ${formaterMontant(pas)}`;
  const parts = cles.map(({ id, libelle, nombre }, place): Part => {
    const { centimes, rang } = servies[place] ?? { centimes: 0n, rang: null };
    return {
      id,
      libelle,
      centimes,
      explication: {
        libelle: `Part de ${libelle}`,
        valeur: ecrireMontant(centimes),
        unite: '€',
        formule,
        article,
        operandes: [montant.explication, nombre.explication, total],
        source: { type: 'calcul' },
        arrondi: {
          exact: ecrirePartExacte(montant.centimes, entiers[place] ?? 0n, somme),
          regle: 'plus-forts-restes',
          rang,
        },
      },
    };
  });
  return {
    montant: montant.centimes,
    parts,
    explication: {
      libelle: options.libelle ?? `Répartition de ${formaterMontant(montant.centimes)}`,
      valeur: ecrireMontant(montant.centimes),
      unite: '€',
      formule: SOMME,
      article,
      operandes: parts.map(({ explication }) => explication),
      source: { type: 'calcul' },
    },
  };
};

/** Refus d’un pas nul ou négatif. */
export const controlerPas = (pas: Centimes): readonly Refus[] =>
  pas > 0n
    ? []
    : [
        {
          code: 'pas-invalide',
          message:
            'Le pas d’arrondi doit être positif : « 0.01 » (au centime) ou « 1.00 » (à l’euro).',
          chemin: 'pas',
        },
      ];

/**
 * Répartit un montant en entier entre des membres, aux plus forts restes : Σ parts = montant, une clé
 * nulle n’est jamais servie, l’ordre des membres est sans effet. Chaque part porte son explication.
 */
export const repartir = (
  demande: DemandeDeRepartition,
): Resultat<Repartition, readonly Refus[]> => {
  const { pas = 1n, cles, chemin, libelle, article = null } = demande;
  const refusPas = controlerPas(pas);
  if (refusPas.length > 0) return refuser(refusPas);
  const lues = lireCles(cles, chemin);
  if (!lues.ok) return lues;
  const montant =
    typeof demande.montant === 'bigint'
      ? montantDonne('Montant à répartir', demande.montant, demande.sourceMontant)
      : demande.montant;
  return accepter(
    repartirLues(montant, lues.valeur, {
      pas,
      article,
      ...(libelle === undefined ? {} : { libelle }),
    }),
  );
};
