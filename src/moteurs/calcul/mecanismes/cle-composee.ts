import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import type { Centimes } from '../montants/centimes.ts';
import type { NoeudExplique } from '../montants/explication.ts';
import {
  additionner,
  type MontantExplique,
  montantCalcule,
  type NombreExplique,
  nombreCalcule,
} from '../montants/montant-explique.ts';
import {
  comparer,
  diviser,
  type Exact,
  ecrireExact,
  multiplier,
  totaliser,
  UN,
} from '../montants/nombre-exact.ts';
import {
  type CleDeMembre,
  type CleLue,
  controlerPas,
  lireCles,
  type Repartition,
  repartirLues,
} from './repartition.ts';

/** Un critère d’une clé composée : sa pondération (0 à 1) et la valeur de chaque membre. */
export interface Composante {
  readonly libelle: string;
  readonly ponderation: NombreExplique;
  readonly valeurs: readonly CleDeMembre[];
}

interface ComposanteLue {
  readonly libelle: string;
  readonly ponderation: NombreExplique;
  readonly cles: readonly CleLue[];
  readonly somme: Exact;
}

export interface TauxDeMembre {
  readonly id: string;
  readonly libelle: string;
  /** Entre 0 et 1 ; la somme des taux est 1. */
  readonly taux: NombreExplique;
}

const refuserPonderations = (composantes: readonly Composante[]): readonly Refus[] => {
  const refus: Refus[] = composantes.flatMap(({ ponderation, libelle }, rang) =>
    ponderation.exact.n < 0n
      ? [
          {
            code: 'ponderation-negative',
            message: `La pondération de « ${libelle} » est négative : elle va de 0 à 1.`,
            chemin: `composantes[${rang}].ponderation`,
          },
        ]
      : [],
  );
  const somme = totaliser(composantes.map(({ ponderation }) => ponderation.exact));
  if (comparer(somme, UN) !== 0)
    refus.push({
      code: 'ponderations-incompletes',
      message: `Les pondérations font ${ecrireExact(multiplier(somme, { n: 100n, d: 1n }))} % : elles doivent totaliser exactement 100 % (par exemple 0.6 et 0.4).`,
      chemin: 'composantes',
    });
  return refus;
};

const refuserAbsences = (composantes: readonly ComposanteLue[]): readonly Refus[] => {
  const membres = new Map(composantes.flatMap(({ cles }) => cles.map((cle) => [cle.id, cle])));
  return composantes.flatMap(({ cles, libelle }, rang) => {
    const presents = new Set(cles.map(({ id }) => id));
    return [...membres.values()]
      .filter(({ id }) => !presents.has(id))
      .map((absent) => ({
        code: 'valeur-de-cle-absente',
        message: `${absent.libelle} n’a pas de valeur pour « ${libelle} » : la renseigner (0 si elle est nulle).`,
        chemin: `composantes[${rang}].valeurs.${absent.id}`,
      }));
  });
};

const lireComposantes = (
  composantes: readonly Composante[],
): Resultat<readonly ComposanteLue[], readonly Refus[]> => {
  const refus: Refus[] = [...refuserPonderations(composantes)];
  const lues: ComposanteLue[] = [];
  for (const [rang, { libelle, ponderation, valeurs }] of composantes.entries()) {
    const cles = lireCles(valeurs, `composantes[${rang}].valeurs`);
    if (!cles.ok) refus.push(...cles.refus);
    else {
      const somme = totaliser(cles.valeur.map(({ nombre }) => nombre.exact));
      lues.push({ libelle, ponderation, cles: cles.valeur, somme });
    }
  }
  refus.push(...refuserAbsences(lues));
  return refus.length > 0 ? refuser(refus) : accepter(lues);
};

const tauxDes = (composantes: readonly ComposanteLue[]): readonly TauxDeMembre[] => {
  const parMembre = composantes.map(({ cles, ...reste }) => ({
    ...reste,
    cles: new Map(cles.map((cle) => [cle.id, cle])),
  }));
  const membres = composantes[0]?.cles ?? [];
  return membres.map(({ id, libelle }) => {
    const operandes: NoeudExplique[] = [];
    const termes = parMembre.flatMap(({ libelle: critere, ponderation, cles, somme }) => {
      const cle = cles.get(id);
      if (cle === undefined) return [];
      const terme = nombreCalcule(
        multiplier(ponderation.exact, diviser(cle.nombre.exact, somme)),
        '',
        {
          libelle: `${critere} : contribution au taux de ${libelle}`,
          formule: `pondération × valeur ÷ ${ecrireExact(somme)} (total des valeurs)`,
          operandes: [ponderation.explication, cle.nombre.explication],
        },
      );
      operandes.push(terme.explication);
      return [terme.exact];
    });
    const taux = nombreCalcule(totaliser(termes), '', {
      libelle: `Taux composite de ${libelle}`,
      formule: 'Σ pondération × (valeur ÷ total des valeurs)',
      operandes,
    });
    return { id, libelle, taux };
  });
};

/** Taux composite de chaque membre : Σ pondération × (valeur ÷ total des valeurs), sans arrondi. */
export const composerTaux = (
  composantes: readonly Composante[],
): Resultat<readonly TauxDeMembre[], readonly Refus[]> => {
  const lues = lireComposantes(composantes);
  return lues.ok ? accepter(tauxDes(lues.valeur)) : lues;
};

/** Répartit au taux composite, un seul arrondi (méthode recommandée). */
export const repartirAuTauxComposite = (
  montant: MontantExplique,
  composantes: readonly Composante[],
  pas: Centimes = 1n,
): Resultat<
  { readonly repartition: Repartition; readonly taux: readonly TauxDeMembre[] },
  readonly Refus[]
> => {
  const refusPas = controlerPas(pas);
  const taux = composerTaux(composantes);
  if (!taux.ok || refusPas.length > 0)
    return refuser([...refusPas, ...(taux.ok ? [] : taux.refus)]);
  const cles = taux.valeur.map(({ id, libelle, taux: nombre }) => ({ id, libelle, nombre }));
  const repartition = repartirLues(montant, cles, {
    pas,
    formule: 'montant × taux composite, plus forts restes',
  });
  return accepter({ repartition, taux: taux.valeur });
};

export interface Enveloppes {
  readonly enveloppes: readonly { readonly libelle: string; readonly repartition: Repartition }[];
  readonly totaux: readonly {
    readonly id: string;
    readonly libelle: string;
    readonly total: MontantExplique;
  }[];
}

/**
 * Variante en enveloppes : le montant se partage d’abord entre les critères, puis chaque enveloppe
 * entre les membres ; deux arrondis. Pour une facture qui montre chaque part.
 */
export const repartirParEnveloppes = (
  montant: MontantExplique,
  composantes: readonly Composante[],
  pas: Centimes = 1n,
): Resultat<Enveloppes, readonly Refus[]> => {
  const refusPas = controlerPas(pas);
  const lues = lireComposantes(composantes);
  if (!lues.ok || refusPas.length > 0)
    return refuser([...refusPas, ...(lues.ok ? [] : lues.refus)]);
  const partage = repartirLues(
    montant,
    lues.valeur.map(({ libelle, ponderation }, rang) => ({
      id: `${libelle} ${String(rang).padStart(4, '0')}`,
      libelle: `l’enveloppe ${libelle}`,
      nombre: ponderation,
    })),
    { pas },
  );
  const enveloppes = lues.valeur.map(({ libelle, cles }, rang) => {
    const part = partage.parts[rang];
    const enveloppe = {
      centimes: part?.centimes ?? 0n,
      explication: part?.explication ?? montant.explication,
    };
    return {
      libelle,
      repartition: repartirLues(enveloppe, cles, { pas, libelle: `Enveloppe ${libelle}` }),
    };
  });
  return accepter({ enveloppes, totaux: totauxParMembre(enveloppes.map((e) => e.repartition)) });
};

/** Additionne plusieurs répartitions membre par membre. */
export const totauxParMembre = (
  repartitions: readonly Pick<Repartition, 'parts'>[],
): Enveloppes['totaux'] => {
  const parMembre = new Map<string, { libelle: string; parts: MontantExplique[] }>();
  for (const { parts } of repartitions)
    for (const { id, libelle, centimes, explication } of parts) {
      const membre = parMembre.get(id) ?? { libelle, parts: [] };
      membre.parts.push({ centimes, explication });
      parMembre.set(id, membre);
    }
  return [...parMembre].map(([id, { libelle, parts }]) => ({
    id,
    libelle,
    total: additionner(`Total de ${libelle}`, parts),
  }));
};

/** Racine d’une suite de totaux par membre. */
export const sommeDesTotaux = (libelle: string, totaux: Enveloppes['totaux']): MontantExplique =>
  montantCalcule(
    totaux.reduce((cumul, { total }) => cumul + total.centimes, 0n),
    {
      libelle,
      formule: 'somme des opérandes',
      operandes: totaux.map(({ total }) => total.explication),
    },
  );
