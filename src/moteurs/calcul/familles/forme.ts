import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import type { Du } from '../mecanismes/tarif-acte.ts';
import { type Centimes, ecrireMontant } from '../montants/centimes.ts';
import type { NoeudExplique } from '../montants/explication.ts';
import type { MontantExplique } from '../montants/montant-explique.ts';
import type { Champs } from './champs.ts';

/** Ce que rend une forme : les clés de la sortie, et l’arbre qui les explique. */
export interface Sortie {
  readonly valeurs: Readonly<Record<string, unknown>>;
  readonly explication: NoeudExplique;
}

export type ResultatDeForme = Resultat<Sortie, readonly Refus[]>;

/** Une forme d’entrée, reconnue à ses clés. */
export interface Forme {
  readonly cles: readonly string[];
  readonly executer: (champs: Champs) => ResultatDeForme;
}

/** Lit toute l’entrée, puis ne calcule que si rien n’est à refuser. */
export const definirForme = <Entree>(
  cles: readonly string[],
  lire: (champs: Champs) => Entree,
  calculer: (entree: Entree) => ResultatDeForme,
): Forme => ({
  cles,
  executer: (champs) => {
    const entree = lire(champs);
    return champs.refus.length > 0 ? refuser(champs.refus) : calculer(entree);
  },
});

export const rendre = (
  explication: NoeudExplique,
  valeurs: Readonly<Record<string, unknown>>,
): ResultatDeForme => accepter({ valeurs, explication });

/** { id : « 12.34 » } pour des parts. */
export const ecrireParts = (
  parts: readonly { readonly id: string; readonly centimes: Centimes }[],
): Record<string, string> =>
  Object.fromEntries(parts.map(({ id, centimes }) => [id, ecrireMontant(centimes)]));

/** { id : « 12.34 » } pour des montants dus. */
export const ecrireDus = (
  dus: readonly (Pick<Du, 'id'> & { readonly montant: MontantExplique })[],
): Record<string, string> =>
  Object.fromEntries(dus.map(({ id, montant }) => [id, ecrireMontant(montant.centimes)]));

export const ecrireSomme = (parts: readonly { readonly centimes: Centimes }[]): string =>
  ecrireMontant(parts.reduce((somme, { centimes }) => somme + centimes, 0n));

/** Montant à répartir, pas et règle d’arrondi, communs aux répartitions. */
export const lireMontantEtPas = (
  champs: Champs,
): { readonly montant: MontantExplique; readonly pas: Centimes } => {
  const montant = champs.montant('montant', 'Montant à répartir');
  return { montant, pas: lirePas(champs) };
};

export const lirePas = (champs: Champs): Centimes => {
  champs.choix('arrondi', ['plus_forts_restes'], 'plus_forts_restes');
  return champs.montant('pas', 'Pas d’arrondi', { absent: 1n }).centimes;
};
