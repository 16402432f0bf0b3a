import { type Jour, joursEntre } from '../../calendrier/index.ts';
import { enEuros } from '../montants/centimes.ts';
import { ARTICLE_PARTAGE_DE_BIENS } from '../montants/explication.ts';
import {
  additionner,
  type MontantExplique,
  montantArrondi,
  montantCalcule,
  type NombreExplique,
  nombreCalcule,
  soustraire,
} from '../montants/montant-explique.ts';
import { ajouter, diviser, exact, multiplier } from '../montants/nombre-exact.ts';

export interface CoutDUsage {
  readonly annuel: MontantExplique;
  readonly unitaire: MontantExplique;
}

/**
 * Coût d’usage d’un bien : (valeur nette de subventions ÷ durée + frais annuels) ÷ jours d’usage
 * prévus, un seul arrondi. Un tarif au-delà n’est plus une mise en commun.
 */
export const coutDUsage = (demande: {
  readonly valeur: MontantExplique;
  readonly subventions: readonly MontantExplique[];
  readonly duree: NombreExplique;
  readonly fraisAnnuels: readonly MontantExplique[];
  readonly joursPrevus: NombreExplique;
}): CoutDUsage => {
  const { valeur, subventions, duree, fraisAnnuels, joursPrevus } = demande;
  const nette =
    subventions.length === 0
      ? valeur
      : soustraire('Valeur nette de subventions', valeur, subventions);
  const frais = additionner('Frais annuels', fraisAnnuels);
  const parAn = ajouter(diviser(enEuros(nette.centimes), duree.exact), enEuros(frais.centimes));
  const operandes = [nette.explication, duree.explication, frais.explication];
  return {
    annuel: montantArrondi(parAn, {
      libelle: 'Coût d’usage annuel',
      formule: 'valeur ÷ durée + frais annuels',
      article: ARTICLE_PARTAGE_DE_BIENS,
      operandes,
    }),
    unitaire: montantArrondi(diviser(parAn, joursPrevus.exact), {
      libelle: 'Coût d’usage journalier',
      formule: '(valeur ÷ durée + frais annuels) ÷ jours d’usage prévus',
      article: ARTICLE_PARTAGE_DE_BIENS,
      operandes: [...operandes, joursPrevus.explication],
    }),
  };
};

/** Un emprunt : du jour de départ au jour de retour prévu, inclus l’un et l’autre. */
export interface Emprunt {
  readonly emprunteur: string;
  readonly du: Jour;
  readonly au: Jour;
  /** Jour du retour réel ; null tant que le bien n’est pas rendu. */
  readonly retour: Jour | null;
  /** Jours de retard non facturés. */
  readonly franchise: number;
  readonly degats: MontantExplique | null;
  readonly quantite: NombreExplique;
  readonly transport: MontantExplique | null;
}

export interface ReglesDePret {
  readonly tarif: MontantExplique;
  readonly penalite: MontantExplique;
  /** Plafond des dégâts facturés ; null : au réel. */
  readonly caution: MontantExplique | null;
}

export interface EmpruntFacture {
  readonly jours: number;
  readonly joursDeRetard: number;
  readonly degats: MontantExplique | null;
  readonly montant: MontantExplique;
}

const compter = (nom: string, jours: number, formule: string): NombreExplique =>
  nombreCalcule(exact(BigInt(jours)), 'j', { libelle: nom, formule, operandes: [] });

const retenirDegats = (
  degats: MontantExplique | null,
  caution: MontantExplique | null,
): MontantExplique | null =>
  degats === null || caution === null || degats.centimes <= caution.centimes
    ? degats
    : montantCalcule(caution.centimes, {
        libelle: 'Dégâts retenus',
        formule: 'dégâts au réel, plafonnés à la caution',
        operandes: [degats.explication, caution.explication],
      });

/** Tarif × jours × quantité + pénalité × jours de retard + transport + dégâts (plafonnés à la caution). */
export const facturerEmprunt = (
  { tarif, penalite, caution }: ReglesDePret,
  emprunt: Emprunt,
): EmpruntFacture => {
  const { emprunteur, du, au, retour, franchise, quantite, transport } = emprunt;
  const jours = joursEntre(du, au) + 1;
  const joursDeRetard = retour === null ? 0 : Math.max(0, joursEntre(au, retour) - franchise);
  const duree = compter('Jours d’emprunt', jours, `du ${du} au ${au} inclus`);
  const usage = montantArrondi(
    multiplier(enEuros(tarif.centimes), multiplier(duree.exact, quantite.exact)),
    {
      libelle: `Usage par ${emprunteur}`,
      formule: 'tarif × jours × quantité',
      operandes: [tarif.explication, duree.explication, quantite.explication],
    },
  );
  const retard = compter(
    'Jours de retard',
    joursDeRetard,
    `retour le ${retour ?? 'non constaté'} pour le ${au}, franchise de ${franchise} j`,
  );
  const penalites = montantArrondi(multiplier(enEuros(penalite.centimes), retard.exact), {
    libelle: `Pénalités de ${emprunteur}`,
    formule: 'pénalité × jours de retard',
    operandes: [penalite.explication, retard.explication],
  });
  const degats = retenirDegats(emprunt.degats, caution);
  const lignes = [usage, penalites, transport, degats].filter((ligne) => ligne !== null);
  const montant = additionner(
    `Emprunt de ${emprunteur} du ${du}`,
    lignes,
    ARTICLE_PARTAGE_DE_BIENS,
  );
  return { jours, joursDeRetard, degats, montant };
};
