import type { Commune } from './dossier.ts';
import type { ConditionDeMajorite, MajoriteInstruite } from './sortie.ts';
import type { AvisInstruit, Fraction, RegleDeMajorite, SeuilDeMajorite } from './tableau.ts';

const habitants = ({ population }: Commune): number => population ?? 0;

const totaliser = (communes: readonly Commune[]): number =>
  communes.reduce((somme, commune) => somme + habitants(commune), 0);

/** Comparaison exacte, sans division : valeur ≥ fraction × total (ou > si strict). */
const atteindre = (valeur: number, [num, den]: Fraction, total: number, strict: boolean) =>
  strict ? valeur * den > num * total : valeur * den >= num * total;

const minimum = ([num, den]: Fraction, total: number, strict: boolean): number =>
  strict ? Math.floor((num * total) / den) + 1 : Math.ceil((num * total) / den);

const evaluerSeuil = (
  { libelle, communes, population, populationStricte }: SeuilDeMajorite,
  toutes: readonly Commune[],
  favorables: readonly Commune[],
): ConditionDeMajorite => {
  const total = totaliser(toutes);
  const obtenu = { communes: favorables.length, population: totaliser(favorables) };
  return {
    libelle,
    obtenu,
    requis: {
      communes: minimum(communes, toutes.length, false),
      population: minimum(population, total, populationStricte),
    },
    atteinte:
      atteindre(obtenu.communes, communes, toutes.length, false) &&
      atteindre(obtenu.population, population, total, populationStricte),
  };
};

/** Communes à égalité de première place : il suffit que l’une d’elles manque pour bloquer. */
const evaluerBlocage = (
  part: Fraction,
  toutes: readonly Commune[],
  favorables: readonly Commune[],
): ConditionDeMajorite => {
  const total = totaliser(toutes);
  const maximum = Math.max(0, ...toutes.map(habitants));
  const premieres = toutes.filter((commune) => habitants(commune) === maximum);
  const absente = premieres.find((commune) => !favorables.includes(commune));
  const citee = absente ?? premieres[0];
  return {
    libelle: 'blocage',
    obtenu: { population: maximum, ...(citee && { commune: citee.code }) },
    requis: { population: minimum(part, total, true) },
    atteinte: atteindre(maximum, part, total, true) && absente !== undefined,
  };
};

const evaluer = (
  regle: RegleDeMajorite,
  toutes: readonly Commune[],
  favorables: readonly Commune[],
): { readonly acquise: boolean; readonly conditions: readonly ConditionDeMajorite[] } => {
  const seuils = regle.seuils.map((seuil) => evaluerSeuil(seuil, toutes, favorables));
  const blocages =
    regle.blocage === null ? [] : [evaluerBlocage(regle.blocage, toutes, favorables)];
  return {
    acquise: seuils.some(({ atteinte }) => atteinte) && !blocages.some(({ atteinte }) => atteinte),
    conditions: [...seuils, ...blocages],
  };
};

/**
 * Majorité des communes (CGCT, art. L. 5211-5, II) : chaque condition au jour de la question, et
 * l’issue : true acquise, false devenue impossible même si toutes celles qui restent approuvaient.
 */
export const instruireMajorite = (
  regle: RegleDeMajorite,
  communes: readonly Commune[],
  avis: readonly AvisInstruit[],
): MajoriteInstruite => {
  const parCommune = new Map(avis.map((un) => [un.avis.commune, un]));
  const favorables = communes.filter(({ code }) => parCommune.get(code)?.avis.sens === 'favorable');
  const encorePossibles = communes.filter(
    (commune) => favorables.includes(commune) || parCommune.get(commune.code)?.clos !== true,
  );
  const { acquise, conditions } = evaluer(regle, communes, favorables);
  const possible = evaluer(regle, communes, encorePossibles).acquise;
  const attente = possible ? null : false;
  return { code: regle.code, atteinte: acquise ? true : attente, conditions };
};
