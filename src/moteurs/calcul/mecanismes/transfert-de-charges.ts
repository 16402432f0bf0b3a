import { enEuros } from '../montants/centimes.ts';
import { ARTICLE_CLECT } from '../montants/explication.ts';
import {
  additionner,
  type MontantExplique,
  montantArrondi,
  type NombreExplique,
  soustraire,
} from '../montants/montant-explique.ts';
import { ajouter, diviser, exact, multiplier, retrancher } from '../montants/nombre-exact.ts';

/** L’équipement transféré : coût moyen annualisé sur sa durée normale d’utilisation (> 0 an). */
export interface EquipementTransfere {
  readonly acquisition: MontantExplique;
  readonly subventions: MontantExplique;
  readonly fraisFinanciers: MontantExplique;
  readonly entretienAnnuel: MontantExplique;
  readonly duree: NombreExplique;
}

export interface EvaluationClect {
  readonly coutMoyenAnnualise: MontantExplique;
  readonly fonctionnementMoyen: MontantExplique;
  readonly chargeNette: MontantExplique;
}

const RIEN = (libelle: string): MontantExplique => additionner(libelle, [], ARTICLE_CLECT);

const annualiser = (equipement: EquipementTransfere): MontantExplique => {
  const { acquisition, subventions, fraisFinanciers, entretienAnnuel, duree } = equipement;
  const net = retrancher(enEuros(acquisition.centimes), enEuros(subventions.centimes));
  const surLaDuree = diviser(ajouter(net, enEuros(fraisFinanciers.centimes)), duree.exact);
  return montantArrondi(ajouter(surLaDuree, enEuros(entretienAnnuel.centimes)), {
    libelle: 'Coût moyen annualisé de l’équipement',
    formule: '(acquisition − subventions + frais financiers) ÷ durée de vie + entretien annuel',
    article: ARTICLE_CLECT,
    operandes: [acquisition, subventions, fraisFinanciers, duree, entretienAnnuel].map(
      ({ explication }) => explication,
    ),
  });
};

const moyenner = (exercices: readonly MontantExplique[]): MontantExplique => {
  const somme = exercices.reduce((cumul, { centimes }) => cumul + centimes, 0n);
  return montantArrondi(multiplier(enEuros(somme), exact(1n, BigInt(exercices.length))), {
    libelle: 'Fonctionnement moyen',
    formule: `moyenne de ${exercices.length} exercices`,
    article: ARTICLE_CLECT,
    operandes: exercices.map(({ explication }) => explication),
  });
};

/** Évaluation d’un transfert par la CLECT : coût annualisé + fonctionnement moyen − recettes. */
export const evaluerTransfert = (demande: {
  readonly equipement: EquipementTransfere | null;
  readonly fonctionnement: readonly MontantExplique[];
  readonly recettes: MontantExplique | null;
}): EvaluationClect => {
  const { equipement, fonctionnement, recettes } = demande;
  const coutMoyenAnnualise =
    equipement === null ? RIEN('Coût moyen annualisé de l’équipement') : annualiser(equipement);
  const fonctionnementMoyen =
    fonctionnement.length === 0 ? RIEN('Fonctionnement moyen') : moyenner(fonctionnement);
  const brute = additionner(
    'Charge brute transférée',
    [coutMoyenAnnualise, fonctionnementMoyen],
    ARTICLE_CLECT,
  );
  return {
    coutMoyenAnnualise,
    fonctionnementMoyen,
    chargeNette: soustraire(
      'Charge nette transférée',
      brute,
      recettes === null ? [] : [recettes],
      ARTICLE_CLECT,
    ),
  };
};
