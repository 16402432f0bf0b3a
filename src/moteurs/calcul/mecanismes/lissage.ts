import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { type Centimes, enEuros } from '../montants/centimes.ts';
import {
  type MontantExplique,
  type NombreExplique,
  nombreCalcule,
  nombreDonne,
} from '../montants/montant-explique.ts';
import { ajouter, exact, multiplier, retrancher } from '../montants/nombre-exact.ts';
import {
  type CleDeMembre,
  lireCles,
  type Repartition,
  repartir,
  repartirLues,
} from './repartition.ts';

export interface Lissage {
  readonly cible: Repartition;
  /** De l’année 1 à l’année `duree` ; la dernière est la cible. */
  readonly annees: readonly { readonly rang: number; readonly repartition: Repartition }[];
}

const partLissee = (
  libelle: string,
  ancienne: MontantExplique | undefined,
  cible: MontantExplique,
  rang: NombreExplique,
  duree: NombreExplique,
): NombreExplique => {
  const depart = enEuros(ancienne?.centimes ?? 0n);
  const chemin = multiplier(
    retrancher(enEuros(cible.centimes), depart),
    exact(rang.exact.n, duree.exact.n),
  );
  return nombreCalcule(ajouter(depart, chemin), '€', {
    libelle: `Part lissée de ${libelle}`,
    formule: 'ancienne + (cible − ancienne) × année ÷ durée',
    operandes: [
      ...(ancienne === undefined ? [] : [ancienne.explication]),
      cible.explication,
      rang.explication,
      duree.explication,
    ],
  });
};

/**
 * Lissage linéaire entre la situation actuelle et la clé cible. Chaque année totalise le montant : les
 * parts lissées servent de clés aux plus forts restes.
 */
export const lisser = (demande: {
  readonly montant: MontantExplique;
  readonly situation: ReadonlyMap<string, MontantExplique>;
  readonly cles: readonly CleDeMembre[];
  readonly duree: number;
  readonly pas?: Centimes;
}): Resultat<Lissage, readonly Refus[]> => {
  const { montant, situation, cles, duree, pas = 1n } = demande;
  const connus = new Set(cles.map(({ id }) => id));
  const partants = [...situation.keys()].filter((id) => !connus.has(id));
  const membres = [...cles, ...partants.map((id): CleDeMembre => ({ id, cle: 0n }))];
  const cible = repartir({
    montant,
    cles: membres,
    pas,
    chemin: 'cle_cible',
    libelle: 'Répartition cible',
  });
  if (!cible.ok) return cible;
  const total = nombreDonne('Durée du lissage', exact(BigInt(duree)), 'ans', {
    type: 'saisie',
    chemin: 'duree_ans',
  });
  const annees: { rang: number; repartition: Repartition }[] = [];
  for (let rang = 1; rang <= duree; rang += 1) {
    const annee = nombreDonne('Année du lissage', exact(BigInt(rang)), 'an', {
      type: 'saisie',
      chemin: `N+${rang}`,
    });
    const lissees = cible.valeur.parts.map((part) => ({
      id: part.id,
      libelle: part.libelle,
      cle: partLissee(part.libelle, situation.get(part.id), part, annee, total),
    }));
    // Rien à lisser (montant et situation nuls) : la clé cible suffit.
    const sontNulles = lissees.every(({ cle }) => cle.exact.n === 0n);
    const lues = lireCles(sontNulles ? membres : lissees, 'situation_initiale');
    if (!lues.ok) return refuser(lues.refus);
    const repartition = repartirLues(montant, lues.valeur, {
      pas,
      libelle: `Répartition lissée de N+${rang}`,
      formule: 'montant × part lissée ÷ Σ parts lissées, plus forts restes',
    });
    annees.push({ rang, repartition });
  }
  return accepter({ cible: cible.valeur, annees });
};
