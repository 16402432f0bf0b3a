import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { enEuros } from '../montants/centimes.ts';
import { ARTICLE_SERVICE_COMMUN } from '../montants/explication.ts';
import {
  additionner,
  type MontantExplique,
  montantArrondi,
  montantCalcule,
  soustraire,
} from '../montants/montant-explique.ts';
import { exact, multiplier } from '../montants/nombre-exact.ts';
import { partagerEnTermes } from './acomptes.ts';

export interface Imputation {
  readonly id: string;
  readonly apres: MontantExplique;
  /** La commune verse à l’EPCI. */
  readonly estNegative: boolean;
  /** Valeur absolue du versement mensuel moyen, au centime. */
  readonly versementMensuel: MontantExplique;
  /** Les douze versements, dont la somme est l’attribution (plus forts restes). */
  readonly douziemes: readonly MontantExplique[];
}

export interface ImputationAc {
  readonly communes: readonly Imputation[];
  readonly totalAvant: MontantExplique;
  readonly totalApres: MontantExplique;
}

/** Impute la charge du service commun sur l’attribution de compensation : AC après = AC avant − charge. */
export const imputerSurAc = (
  avant: ReadonlyMap<string, MontantExplique>,
  charges: ReadonlyMap<string, MontantExplique>,
): Resultat<ImputationAc, readonly Refus[]> => {
  const inconnus = [...charges.keys()].filter((id) => !avant.has(id));
  if (inconnus.length > 0)
    return refuser(
      inconnus.map((id) => ({
        code: 'membre-inconnu',
        message: `${id} porte une charge mais n’a pas d’attribution de compensation : la renseigner (0.00 si elle est nulle).`,
        chemin: `charge_service_commun.${id}`,
      })),
    );
  const communes = [...avant].map(([id, ac]): Imputation => {
    const charge = charges.get(id);
    const apres = soustraire(
      `Attribution de compensation de ${id} après imputation`,
      ac,
      charge === undefined ? [] : [charge],
      ARTICLE_SERVICE_COMMUN,
    );
    const estNegative = apres.centimes < 0n;
    const verse = montantCalcule(estNegative ? -apres.centimes : apres.centimes, {
      libelle: estNegative ? `Versement annuel de ${id} à l’EPCI` : `Versement annuel à ${id}`,
      formule: 'valeur absolue de l’attribution après imputation',
      operandes: [apres.explication],
    });
    return {
      id,
      apres,
      estNegative,
      versementMensuel: montantArrondi(multiplier(enEuros(verse.centimes), exact(1n, 12n)), {
        libelle: `Versement mensuel (${id})`,
        formule: 'versement annuel ÷ 12',
        operandes: [verse.explication],
      }),
      douziemes: partagerEnTermes(verse, 12, (mois) => `Douzième ${mois} (${id})`),
    };
  });
  return accepter({
    communes,
    totalAvant: additionner('Total des attributions avant imputation', [...avant.values()]),
    totalApres: additionner(
      'Total des attributions après imputation',
      communes.map(({ apres }) => apres),
    ),
  });
};
