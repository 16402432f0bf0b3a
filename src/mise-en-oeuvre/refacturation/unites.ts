import {
  type ActesDeMembre,
  type Exact,
  equivalentsActes,
  exact,
  lireExact,
  type NombreExplique,
  nombreCalcule,
  nombreDonne,
} from '../../moteurs/calcul/index.ts';
import { formaterMois, type Jour, lireJour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat } from '../../moteurs/resultat/index.ts';
import {
  type ActesReleves,
  anneeDesActes,
  type EntreesDExercice,
  type MembreDExercice,
  sourceDeLaConvention,
} from './entrees.ts';

const SOMME = 'somme des opérandes';

const moisDe = (annee: number, mois: number): string =>
  `${String(annee).padStart(4, '0')}-${String(mois).padStart(2, '0')}`;

/** Le membre adhérait-il ce mois-là ? Le mois d’entrée et le mois de sortie comptent. */
export const adhereAuMois = (
  { entree, sortie }: Pick<MembreDExercice, 'entree' | 'sortie'>,
  { annee, mois }: Pick<ActesReleves, 'annee' | 'mois'>,
): boolean => {
  const ce = moisDe(annee, mois);
  return entree.slice(0, 7) <= ce && (sortie === null || ce <= sortie.slice(0, 7));
};

/**
 * Les actes qui comptent : ceux de l’année de référence. Définitif : pendant l’adhésion seulement.
 * Prévisionnel : toute la dernière année connue, qui dit ce que la commune demandera.
 */
export const actesRetenus = (entrees: EntreesDExercice): readonly ActesReleves[] => {
  const annee = anneeDesActes(entrees);
  return entrees.actes.filter((acte) => {
    if (acte.annee !== annee) return false;
    const siens = entrees.membres.filter(({ siren }) => siren === acte.collectivite);
    return entrees.nature === 'previsionnel'
      ? siens.length > 0
      : siens.some((membre) => adhereAuMois(membre, acte));
  });
};

/** Les actes de l’année de référence qui ne comptent pas : la commune n’adhérait pas. */
export const actesEcartes = (entrees: EntreesDExercice): readonly ActesReleves[] => {
  const retenus = new Set(actesRetenus(entrees));
  const annee = anneeDesActes(entrees);
  return entrees.actes.filter((acte) => acte.annee === annee && !retenus.has(acte));
};

const nommerMois = ({ annee, mois }: ActesReleves): string => {
  const premier: Jour | null = lireJour(`${moisDe(annee, mois)}-01`);
  return premier === null ? moisDe(annee, mois) : formaterMois(premier);
};

/** La somme exacte de nombres écrits. */
export const sommer = (nombres: readonly string[]): Exact => {
  let somme = exact(0n);
  for (const nombre of nombres) {
    const lu = lireExact(nombre) ?? exact(0n);
    somme = exact(somme.n * lu.d + lu.n * somme.d, somme.d * lu.d);
  }
  return somme;
};

const sommerType = (type: string, nom: string, lignes: readonly ActesReleves[]): NombreExplique => {
  const total = sommer(lignes.map(({ nombre }) => nombre));
  return nombreCalcule(total, 'actes', {
    libelle: `Actes ${type} de ${nom}`,
    formule: SOMME,
    operandes: lignes.map(
      (ligne) =>
        nombreDonne(
          `${type}, ${nom}, ${nommerMois(ligne)}`,
          lireExact(ligne.nombre) ?? exact(0n),
          'actes',
          ligne.source,
        ).explication,
    ),
  });
};

/** Les actes de chaque membre, par type, chaque nombre remontant à ses cellules. */
export const actesDesMembres = (
  entrees: EntreesDExercice,
  membres: readonly { readonly siren: string; readonly nom: string }[],
): readonly ActesDeMembre[] => {
  const parCommune = Map.groupBy(actesRetenus(entrees), ({ collectivite }) => collectivite);
  return membres.map(({ siren, nom }) => ({
    id: siren,
    libelle: nom,
    nombres: [...Map.groupBy(parCommune.get(siren) ?? [], ({ type }) => type)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, lignes]) => ({ type, nombre: sommerType(type, nom, lignes) })),
  }));
};

/** Équivalents-actes de chaque membre, au barème de la convention signée. */
export const equivalentsDesMembres = (
  entrees: EntreesDExercice,
  actes: readonly ActesDeMembre[],
): Resultat<ReadonlyMap<string, NombreExplique>, readonly Refus[]> => {
  const source = sourceDeLaConvention(entrees);
  const bareme = new Map(
    entrees.regles.bareme.map(({ type, poids }) => [
      type,
      nombreDonne(`Poids de ${type}`, lireExact(poids) ?? exact(0n), '', source),
    ]),
  );
  const equivalents = equivalentsActes(bareme, actes);
  if (!equivalents.ok) return equivalents;
  return accepter(new Map(equivalents.valeur.membres.map(({ id, nombre }) => [id, nombre])));
};
