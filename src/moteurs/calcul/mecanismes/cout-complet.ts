import { enEuros } from '../montants/centimes.ts';
import {
  additionner,
  type MontantExplique,
  montantArrondi,
  type NombreExplique,
  soustraire,
} from '../montants/montant-explique.ts';
import { diviser, exact, multiplier } from '../montants/nombre-exact.ts';

/** Un agent affecté : rémunération chargée annuelle, quotité (0 à 1), mois de présence (0 à 12). */
export interface AgentAffecte {
  readonly libelle: string;
  readonly remuneration: readonly MontantExplique[];
  readonly quotite: NombreExplique;
  readonly mois: NombreExplique;
}

/** Un bien affecté : valeur, subventions déduites, durée en années (> 0), part affectée, mois. */
export interface BienAffecte {
  readonly libelle: string;
  readonly valeur: MontantExplique;
  readonly subventions: readonly MontantExplique[];
  readonly duree: NombreExplique;
  readonly partAffectee: NombreExplique;
  readonly mois: NombreExplique;
}

const DOUZIEME = exact(1n, 12n);

/** (brut + charges + régime indemnitaire) × quotité × mois ÷ 12, au centime par agent. */
export const coutAgent = ({
  libelle,
  remuneration,
  quotite,
  mois,
}: AgentAffecte): MontantExplique => {
  const annuel = additionner(`Rémunération chargée annuelle de ${libelle}`, remuneration);
  const presence = multiplier(quotite.exact, multiplier(mois.exact, DOUZIEME));
  return montantArrondi(multiplier(enEuros(annuel.centimes), presence), {
    libelle: `Coût de ${libelle}`,
    formule: 'rémunération chargée × quotité × mois ÷ 12',
    operandes: [annuel.explication, quotite.explication, mois.explication],
  });
};

/** Valeur nette de subventions ÷ durée × part affectée × mois ÷ 12, au centime par bien. */
export const coutRenouvellement = (bien: BienAffecte): MontantExplique => {
  const { libelle, valeur, subventions, duree, partAffectee, mois } = bien;
  const nette =
    subventions.length === 0
      ? valeur
      : soustraire(`Valeur nette de subventions : ${libelle}`, valeur, subventions);
  const annuite = diviser(enEuros(nette.centimes), duree.exact);
  const presence = multiplier(partAffectee.exact, multiplier(mois.exact, DOUZIEME));
  return montantArrondi(multiplier(annuite, presence), {
    libelle: `Renouvellement : ${libelle}`,
    formule: 'valeur ÷ durée × part affectée × mois ÷ 12',
    operandes: [nette, duree, partAffectee, mois].map(({ explication }) => explication),
  });
};

export type AssietteDeStructure = 'charges_personnel' | 'charges_directes';

export interface CoutDuService {
  readonly directes: MontantExplique;
  readonly structure: MontantExplique;
  readonly brut: MontantExplique;
  readonly net: MontantExplique;
}

/** Coût net = charges directes + frais de structure (taux × assiette) − recettes. */
export const coutDuService = (demande: {
  readonly personnel: MontantExplique;
  readonly renouvellement: MontantExplique;
  readonly autresCharges: readonly MontantExplique[];
  readonly tauxDeStructure: NombreExplique;
  readonly assiette: AssietteDeStructure;
  readonly recettes: readonly MontantExplique[];
}): CoutDuService => {
  const { personnel, renouvellement, autresCharges, tauxDeStructure, assiette, recettes } = demande;
  const directes = additionner('Charges directes', [personnel, renouvellement, ...autresCharges]);
  const base = assiette === 'charges_personnel' ? personnel : directes;
  const structure = montantArrondi(multiplier(enEuros(base.centimes), tauxDeStructure.exact), {
    libelle: 'Frais de structure',
    formule: 'assiette × taux',
    operandes: [base.explication, tauxDeStructure.explication],
  });
  const brut = additionner('Coût brut du service', [directes, structure]);
  return { directes, structure, brut, net: soustraire('Coût net du service', brut, recettes) };
};
