import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import {
  coutDUsage,
  type Emprunt,
  type EmpruntFacture,
  facturerEmprunt,
  type ReglesDePret,
} from '../mecanismes/biens-partages.ts';
import { type Centimes, ecrireMontant } from '../montants/centimes.ts';
import { additionner, type MontantExplique, regrouper } from '../montants/montant-explique.ts';
import type { Champs } from './champs.ts';
import { definirForme, ecrireDus, type Forme, rendre } from './forme.ts';

const USAGE: Forme = definirForme(
  ['valeur', 'duree_ans', 'jours_usage_prevus'],
  (champs) => {
    const subvention = champs.montantOuNull('subventions', 'Subventions', { positif: true });
    const frais = champs.cles().filter((cle) => /_annuel(le)?s?$/.test(cle));
    return {
      valeur: champs.montant('valeur', 'Valeur du bien', { positif: true }),
      subventions: subvention === null ? [] : [subvention],
      duree: champs.nombre('duree_ans', 'Durée d’amortissement', { auDessusDe: '0', unite: 'ans' }),
      fraisAnnuels: frais.flatMap(
        (cle) => champs.montantOuNull(cle, cle.replaceAll('_', ' ')) ?? [],
      ),
      joursPrevus: champs.nombre('jours_usage_prevus', 'Jours d’usage prévus', {
        auDessusDe: '0',
        unite: 'j',
      }),
    };
  },
  (entree) => {
    const { annuel, unitaire } = coutDUsage(entree);
    return rendre(regrouper('Coût d’usage du bien', [unitaire.explication, annuel.explication]), {
      cout_journalier: ecrireMontant(unitaire.centimes),
      cout_annuel: ecrireMontant(annuel.centimes),
    });
  },
);

const lireEmprunt = (champs: Champs): Emprunt => {
  const emprunteur = champs.texte('commune');
  return {
    emprunteur,
    du: champs.jour('du'),
    au: champs.jour('au'),
    retour: champs.jourOuNull('retour'),
    franchise: champs.entier('franchise_jours', { min: 0, max: 3660, absent: 0 }),
    degats: champs.montantOuNull('degats', `Dégâts constatés (${emprunteur})`, { positif: true }),
    quantite: champs.nombre('quantite', `Quantité empruntée (${emprunteur})`, {
      absent: '1',
      min: '0',
    }),
    transport: champs.montantOuNull('transport', `Transport (${emprunteur})`, { positif: true }),
  };
};

const lirePret = (champs: Champs) => ({
  regles: {
    tarif: champs.montant('tarif_jour', 'Tarif par jour', { positif: true }),
    penalite: champs.montant('penalite_jour_retard', 'Pénalité par jour de retard', {
      absent: 0n,
      positif: true,
    }),
    caution: champs.montantOuNull('caution', 'Caution', { positif: true }),
  } satisfies ReglesDePret,
  emprunts: champs.liste('emprunts').map(lireEmprunt),
});

const refuserDates = (emprunts: readonly Emprunt[]): Resultat<null, readonly Refus[]> => {
  const refus = emprunts.flatMap(({ emprunteur, du, au, retour }, rang) => {
    if (au < du)
      return [
        {
          code: 'dates-incoherentes',
          message: `${emprunteur} : le prêt finit le ${au}, avant de commencer le ${du}.`,
          chemin: `emprunts[${rang}].au`,
        },
      ];
    return retour !== null && retour < du
      ? [
          {
            code: 'dates-incoherentes',
            message: `${emprunteur} : le retour (${retour}) précède le départ (${du}).`,
            chemin: `emprunts[${rang}].retour`,
          },
        ]
      : [];
  });
  return refus.length > 0 ? refuser(refus) : accepter(null);
};

interface Compte {
  jours: number;
  joursDeRetard: number;
  degats: Centimes | null;
  montants: MontantExplique[];
}

const cumuler = (
  compte: Compte,
  { jours, joursDeRetard, degats, montant }: EmpruntFacture,
): Compte => ({
  jours: compte.jours + jours,
  joursDeRetard: compte.joursDeRetard + joursDeRetard,
  degats: degats === null ? compte.degats : (compte.degats ?? 0n) + degats.centimes,
  montants: [...compte.montants, montant],
});

const PRET: Forme = definirForme(['tarif_jour', 'emprunts'], lirePret, ({ regles, emprunts }) => {
  const dates = refuserDates(emprunts);
  if (!dates.ok) return dates;
  const comptes = new Map<string, Compte>();
  for (const emprunt of emprunts) {
    const vide: Compte = { jours: 0, joursDeRetard: 0, degats: null, montants: [] };
    const compte = comptes.get(emprunt.emprunteur) ?? vide;
    comptes.set(emprunt.emprunteur, cumuler(compte, facturerEmprunt(regles, emprunt)));
  }
  const factures = [...comptes].map(([id, { montants }]) => ({
    id,
    montant: additionner(`Facture de ${id}`, montants),
  }));
  const total = additionner(
    'Total des emprunts',
    factures.map(({ montant }) => montant),
  );
  return rendre(total.explication, {
    factures: ecrireDus(factures),
    detail: Object.fromEntries(
      [...comptes].map(([id, { jours, joursDeRetard, degats }]) => [
        id,
        {
          jours,
          jours_retard: joursDeRetard,
          ...(degats === null ? {} : { degats: ecrireMontant(degats) }),
        },
      ]),
    ),
    total: ecrireMontant(total.centimes),
  });
});

/** Coût d’usage d’un bien partagé, ou facturation des emprunts. */
export const BIENS: readonly Forme[] = [PRET, USAGE];
