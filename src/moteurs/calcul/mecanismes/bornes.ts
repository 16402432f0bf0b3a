import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { type Centimes, enEuros } from '../montants/centimes.ts';
import { type MontantExplique, montantCalcule, soustraire } from '../montants/montant-explique.ts';
import { comparer, type Exact, exact, multiplier, totaliser } from '../montants/nombre-exact.ts';
import { type Bornes, type Probleme, refuserBornes, sommeDes } from './bornes-tenables.ts';
import {
  type CleDeMembre,
  type CleLue,
  controlerPas,
  lireCles,
  type Repartition,
  repartirLues,
} from './repartition.ts';
import type { Du } from './tarif-acte.ts';

/** Parts exactes (euros) des membres libres, une fois les figés retirés. */
const partsLibres = (probleme: Probleme, figes: Bornes): ReadonlyMap<string, Exact> => {
  const libres = probleme.cles.filter(({ id }) => !figes.has(id));
  const somme = totaliser(libres.map(({ nombre }) => nombre.exact));
  const reste = enEuros(probleme.montant.centimes - sommeDes(figes.values()));
  return new Map(
    libres.map(({ id, nombre }) => [
      id,
      somme.n === 0n
        ? exact(0n)
        : multiplier(reste, exact(nombre.exact.n * somme.d, nombre.exact.d * somme.n)),
    ]),
  );
};

const franchies = (
  parts: ReadonlyMap<string, Exact>,
  bornes: Bornes,
  sens: 1 | -1,
): readonly (readonly [string, MontantExplique])[] =>
  [...bornes].filter(([id, { centimes }]) => {
    const part = parts.get(id);
    return part !== undefined && comparer(part, enEuros(centimes)) * sens > 0;
  });

/** Fige les plafonds dépassés, redistribue, fige les planchers non atteints, jusqu’à stabilité. */
const figer = (probleme: Probleme, depart: Bornes): Bornes => {
  let figes = depart;
  for (;;) {
    const parts = partsLibres(probleme, figes);
    const depasses = franchies(parts, probleme.plafonds, 1);
    const nouveaux = depasses.length > 0 ? depasses : franchies(parts, probleme.planchers, -1);
    if (nouveaux.length === 0) return figes;
    figes = new Map([...figes, ...nouveaux]);
  }
};

/** Ce qui reste aux membres libres est-il servable ? */
const estServable = (probleme: Probleme, figes: Bornes): boolean => {
  const reste = probleme.montant.centimes - sommeDes(figes.values());
  const aUneCle = probleme.cles.some(({ id, nombre }) => !figes.has(id) && nombre.exact.n > 0n);
  return reste === 0n || (aUneCle && (reste > 0n || probleme.montant.centimes < 0n));
};

/**
 * Quand figer tour à tour mène à une impasse (un plancher mange ce qu’un plafond avait rendu), on
 * cherche le niveau unique où chacun paie clé × niveau, ramené entre ses bornes : les bornes figées se
 * relâchent si l’excès l’exige (méthode du remplissage).
 */
const figerParNiveau = (probleme: Probleme): Bornes => {
  const seuils = [...probleme.plafonds, ...probleme.planchers].flatMap(([id, { centimes }]) => {
    const cle = probleme.cles.find((candidate) => candidate.id === id)?.nombre.exact;
    return cle === undefined || cle.n === 0n
      ? []
      : [multiplier(enEuros(centimes), { n: cle.d, d: cle.n })];
  });
  const montant = enEuros(probleme.montant.centimes);
  const partAuNiveau = ({ id, nombre }: CleLue, niveau: Exact): Exact => {
    const voulu = multiplier(nombre.exact, niveau);
    const plafond = probleme.plafonds.get(id);
    const plancher = probleme.planchers.get(id);
    if (plancher !== undefined && comparer(voulu, enEuros(plancher.centimes)) < 0)
      return enEuros(plancher.centimes);
    return plafond !== undefined && comparer(voulu, enEuros(plafond.centimes)) > 0
      ? enEuros(plafond.centimes)
      : voulu;
  };
  const total = (niveau: Exact): Exact =>
    totaliser(probleme.cles.map((cle) => partAuNiveau(cle, niveau)));
  // Le plus haut seuil où le total ne dépasse pas le montant : au-delà, les membres figés ne changent plus.
  const niveau =
    seuils.toSorted(comparer).findLast((seuil) => comparer(total(seuil), montant) <= 0) ??
    exact(0n);
  const figes = new Map<string, MontantExplique>();
  for (const { id, nombre } of probleme.cles) {
    const voulu = multiplier(nombre.exact, niveau);
    const plancher = probleme.planchers.get(id);
    const plafond = probleme.plafonds.get(id);
    const estSousPlancher =
      plancher !== undefined &&
      (nombre.exact.n === 0n || comparer(voulu, enEuros(plancher.centimes)) < 0);
    if (estSousPlancher) figes.set(id, plancher);
    else if (plafond !== undefined && comparer(voulu, enEuros(plafond.centimes)) >= 0)
      figes.set(id, plafond);
  }
  return figes;
};

const expliquerFige = (nom: string, borne: MontantExplique, estPlafond: boolean): MontantExplique =>
  montantCalcule(borne.centimes, {
    libelle: `Part de ${nom}`,
    formule: estPlafond ? 'ramenée à son plafond' : 'relevée à son plancher',
    operandes: [borne.explication],
  });

const servir = (probleme: Probleme, figes: Bornes): readonly Du[] => {
  const { montant, cles, pas, plafonds } = probleme;
  const libres = cles.filter(({ id }) => !figes.has(id));
  const reste = soustraire('Montant restant à répartir', montant, [...figes.values()]);
  const aServir = libres.some(({ nombre }) => nombre.exact.n > 0n);
  const servies = aServir ? repartirLues(reste, libres, { pas }).parts : [];
  const parLibre = new Map(servies.map((part) => [part.id, part]));
  return cles.map(({ id, libelle, nombre }) => {
    const fige = figes.get(id);
    if (fige !== undefined)
      return { id, libelle, montant: expliquerFige(libelle, fige, plafonds.get(id) === fige) };
    const part = parLibre.get(id);
    const rien = montantCalcule(0n, {
      libelle: `Part de ${libelle}`,
      formule: 'clé nulle : aucune part',
      operandes: [nombre.explication],
    });
    return { id, libelle, montant: part ?? rien };
  });
};

/** Après arrondi (pas d’un euro), une part peut encore franchir sa borne : on la fige et on recommence. */
const figerArrondies = (probleme: Probleme, figes: Bornes, parts: readonly Du[]): Bornes => {
  const arrondies = new Map(parts.map(({ id, montant }) => [id, enEuros(montant.centimes)]));
  const nouveaux = [
    ...franchies(arrondies, probleme.plafonds, 1),
    ...franchies(arrondies, probleme.planchers, -1),
  ].filter(([id]) => !figes.has(id));
  return nouveaux.length === 0 ? figes : new Map([...figes, ...nouveaux]);
};

export interface PartsBornees {
  readonly avant: Repartition;
  readonly parts: readonly Du[];
}

/**
 * Plafonds et planchers par membre, l’écart étant redistribué aux autres au prorata : on fige les
 * plafonds dépassés, on redistribue, puis les planchers non atteints, jusqu’à stabilité. Σ parts = montant.
 */
export const repartirEntreBornes = (demande: {
  readonly montant: MontantExplique;
  readonly cles: readonly CleDeMembre[];
  readonly plafonds?: Bornes;
  readonly planchers?: Bornes;
  readonly pas?: Centimes;
}): Resultat<PartsBornees, readonly Refus[]> => {
  const { montant, plafonds = new Map(), planchers = new Map(), pas = 1n } = demande;
  const refusPas = controlerPas(pas);
  const lues = lireCles(demande.cles);
  if (!lues.ok || refusPas.length > 0)
    return refuser([...refusPas, ...(lues.ok ? [] : lues.refus)]);
  const probleme: Probleme = { montant, cles: lues.valeur, plafonds, planchers, pas };
  const refus = refuserBornes(probleme);
  if (refus.length > 0) return refuser(refus);
  const avant = repartirLues(montant, lues.valeur, { pas });
  const tourATour = figer(probleme, new Map());
  let figes = estServable(probleme, tourATour) ? tourATour : figerParNiveau(probleme);
  for (;;) {
    const parts = servir(probleme, figes);
    const suivants = figerArrondies(probleme, figes, parts);
    if (suivants === figes) return accepter({ avant, parts });
    const stables = figer(probleme, suivants);
    if (!estServable(probleme, stables))
      return accepter({ avant, parts: servir({ ...probleme, pas: 1n }, figes) });
    figes = stables;
  }
};
