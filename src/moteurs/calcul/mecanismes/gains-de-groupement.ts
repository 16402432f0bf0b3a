import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { enEuros } from '../montants/centimes.ts';
import {
  additionner,
  type MontantExplique,
  montantArrondi,
  type NombreExplique,
  soustraire,
} from '../montants/montant-explique.ts';
import { type Exact, exact, multiplier } from '../montants/nombre-exact.ts';

/** Un lot : ce que chaque membre a commandé, son prix de référence, le prix du groupement. */
export interface Lot {
  readonly libelle: string;
  readonly membres: readonly {
    readonly id: string;
    readonly quantite: NombreExplique;
    readonly prixDeReference: MontantExplique;
  }[];
  readonly prixDuGroupement: MontantExplique;
}

export interface Gain {
  readonly avant: MontantExplique;
  readonly apres: MontantExplique;
  readonly gain: MontantExplique;
}

export interface GainDeLot extends Gain {
  readonly libelle: string;
  readonly membres: readonly (Gain & { readonly id: string })[];
}

const depense = (
  libelle: string,
  prix: MontantExplique,
  quantite: NombreExplique,
): MontantExplique =>
  montantArrondi(multiplier(enEuros(prix.centimes), quantite.exact), {
    libelle,
    formule: 'prix × quantité commandée',
    operandes: [prix.explication, quantite.explication],
  });

const gainDuLot = ({ libelle, membres, prixDuGroupement }: Lot): GainDeLot => {
  const detail = membres.map(({ id, quantite, prixDeReference }) => {
    const avant = depense(`${libelle}, ${id} : au prix de référence`, prixDeReference, quantite);
    const apres = depense(`${libelle}, ${id} : au prix du groupement`, prixDuGroupement, quantite);
    return { id, avant, apres, gain: soustraire(`${libelle}, gain de ${id}`, avant, [apres]) };
  });
  const avant = additionner(
    `${libelle} : total au prix de référence`,
    detail.map((membre) => membre.avant),
  );
  const apres = additionner(
    `${libelle} : total au prix du groupement`,
    detail.map((membre) => membre.apres),
  );
  return {
    libelle,
    membres: detail,
    avant,
    apres,
    gain: soustraire(`${libelle} : gain`, avant, [apres]),
  };
};

/** Gain = (prix de référence − prix du groupement) × quantité réellement commandée ; un membre peut perdre. */
export const gainsDuGroupement = (
  lots: readonly Lot[],
): Resultat<{ readonly lots: readonly GainDeLot[]; readonly total: Gain }, readonly Refus[]> => {
  const noms = lots.map(({ libelle }) => libelle);
  const double = noms.find((nom, rang) => noms.indexOf(nom) !== rang);
  if (double !== undefined)
    return refuser([
      {
        code: 'identifiant-en-double',
        message: `Deux lots s’appellent « ${double} » : leur donner des noms distincts.`,
        chemin: 'lots',
      },
    ]);
  const gains = lots.map(gainDuLot);
  const avant = additionner(
    'Total au prix de référence',
    gains.map((lot) => lot.avant),
  );
  const apres = additionner(
    'Total au prix du groupement',
    gains.map((lot) => lot.apres),
  );
  return accepter({
    lots: gains,
    total: { avant, apres, gain: soustraire('Gain total du groupement', avant, [apres]) },
  });
};

/** Gain ÷ dépense de référence (pondéré par les montants) ; null si la référence est nulle. */
export const tauxDeGain = ({ avant, gain }: Gain): Exact | null =>
  avant.centimes === 0n ? null : exact(gain.centimes, avant.centimes);
