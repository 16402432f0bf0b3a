import { enEuros } from '../montants/centimes.ts';
import { ARTICLE_D5211_16 } from '../montants/explication.ts';
import {
  additionner,
  type MontantExplique,
  montantArrondi,
  type NombreExplique,
} from '../montants/montant-explique.ts';
import { ajouter, diviser, multiplier, UN } from '../montants/nombre-exact.ts';
import type { Du } from './tarif-acte.ts';

export interface CoutUnitaire {
  readonly depenses: MontantExplique;
  readonly unitaire: MontantExplique;
}

/**
 * Coût unitaire de fonctionnement (D. 5211-16) : dépenses des derniers comptes administratifs,
 * actualisées s’il y a lieu, ÷ unités totales du service (> 0), au centime.
 */
export const coutUnitaire = (demande: {
  readonly postes: readonly MontantExplique[];
  readonly unites: NombreExplique;
  /** 0.02 pour +2 %. */
  readonly actualisation?: NombreExplique;
}): CoutUnitaire => {
  const { postes, unites, actualisation } = demande;
  const constatees = additionner('Total des dépenses du service', postes, ARTICLE_D5211_16);
  const depenses =
    actualisation === undefined
      ? constatees
      : montantArrondi(multiplier(enEuros(constatees.centimes), ajouter(UN, actualisation.exact)), {
          libelle: 'Dépenses actualisées',
          formule: 'dépenses × (1 + taux d’actualisation)',
          article: ARTICLE_D5211_16,
          operandes: [constatees.explication, actualisation.explication],
        });
  const unitaire = montantArrondi(diviser(enEuros(depenses.centimes), unites.exact), {
    libelle: 'Coût unitaire de fonctionnement',
    formule: 'dépenses ÷ unités totales du service',
    article: ARTICLE_D5211_16,
    operandes: [depenses.explication, unites.explication],
  });
  return { depenses, unitaire };
};

/** Coût unitaire × unités de chaque bénéficiaire, chaque ligne au centime. */
export const rembourserUnites = (
  unitaire: MontantExplique,
  unites: readonly {
    readonly id: string;
    readonly libelle: string;
    readonly nombre: NombreExplique;
  }[],
  nommer: (libelle: string) => string,
): readonly Du[] =>
  unites.map(({ id, libelle, nombre }) => ({
    id,
    libelle,
    montant: montantArrondi(multiplier(enEuros(unitaire.centimes), nombre.exact), {
      libelle: nommer(libelle),
      formule: 'coût unitaire × unités',
      article: ARTICLE_D5211_16,
      operandes: [unitaire.explication, nombre.explication],
    }),
  }));
