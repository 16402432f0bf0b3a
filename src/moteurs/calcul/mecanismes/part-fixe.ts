import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { type Centimes, enEuros } from '../montants/centimes.ts';
import {
  type MontantExplique,
  montantArrondi,
  type NombreExplique,
  soustraire,
} from '../montants/montant-explique.ts';
import {
  comparer,
  type Exact,
  multiplier,
  retrancher,
  UN,
  ZERO,
} from '../montants/nombre-exact.ts';
import { type Enveloppes, totauxParMembre } from './cle-composee.ts';
import { type CleDeMembre, type Repartition, repartir } from './repartition.ts';

/** Refus d’un taux hors de [0 ; 1]. */
export const refuserHorsTaux = (taux: Exact, nom: string, chemin: string): readonly Refus[] =>
  comparer(taux, ZERO) < 0 || comparer(taux, UN) > 0
    ? [
        {
          code: 'taux-hors-bornes',
          message: `${nom} va de 0 à 1 (0.2 pour 20 %).`,
          chemin,
        },
      ]
    : [];

export interface PartFixeEtVariable {
  readonly fixe: Repartition;
  readonly variable: Repartition;
  readonly totaux: Enveloppes['totaux'];
}

/**
 * Part fixe (à parts égales, ou selon ses propres clés) puis part variable : deux enveloppes, chacune
 * répartie aux plus forts restes. L’enveloppe variable est la différence : rien ne se perd.
 */
export const repartirFixeEtVariable = (demande: {
  readonly montant: MontantExplique;
  readonly partFixe: NombreExplique;
  readonly clesVariables: readonly CleDeMembre[];
  /** À parts égales entre les mêmes membres si absentes. */
  readonly clesFixes?: readonly CleDeMembre[];
  readonly pas?: Centimes;
}): Resultat<PartFixeEtVariable, readonly Refus[]> => {
  const { montant, partFixe, clesVariables, pas = 1n } = demande;
  const refus = refuserHorsTaux(partFixe.exact, 'La part fixe', 'part_fixe');
  if (refus.length > 0) return refuser(refus);
  const enveloppeFixe = montantArrondi(multiplier(enEuros(montant.centimes), partFixe.exact), {
    libelle: 'Enveloppe de la part fixe',
    formule: 'montant × part fixe',
    operandes: [montant.explication, partFixe.explication],
  });
  const enveloppeVariable = soustraire('Enveloppe de la part variable', montant, [enveloppeFixe]);
  const egales = clesVariables.map(
    ({ id, libelle = id }): CleDeMembre => ({
      id,
      libelle,
      cle: {
        exact: UN,
        explication: {
          libelle: `Part égale de ${libelle}`,
          valeur: '1',
          unite: 'part',
          formule: 'une part par membre',
          article: null,
          operandes: [],
          source: { type: 'calcul' },
        },
      },
    }),
  );

  const fixe = repartir({
    montant: enveloppeFixe,
    cles: demande.clesFixes ?? egales,
    pas,
    libelle: 'Part fixe',
    chemin: 'valeurs_fixes',
  });
  if (!fixe.ok) return fixe;
  const aucuneVariable = comparer(retrancher(UN, partFixe.exact), ZERO) === 0;
  const variable = repartir({
    montant: enveloppeVariable,
    cles: aucuneVariable ? egales : clesVariables,
    pas,
    libelle: 'Part variable',
    chemin: 'valeurs',
  });
  if (!variable.ok) return variable;
  return accepter({
    fixe: fixe.valeur,
    variable: variable.valeur,
    totaux: totauxParMembre([fixe.valeur, variable.valeur]),
  });
};
