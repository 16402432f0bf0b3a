import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { type Centimes, enEuros } from '../montants/centimes.ts';
import {
  type MontantExplique,
  montantCalcule,
  type NombreExplique,
  soustraire,
} from '../montants/montant-explique.ts';
import {
  arrondir,
  ecrireExact,
  exact,
  multiplier,
  retrancher,
  UN,
} from '../montants/nombre-exact.ts';
import { refuserHorsTaux } from './part-fixe.ts';
import { type CleDeMembre, controlerPas, type Repartition, repartir } from './repartition.ts';

export interface PartageAvecEpci {
  readonly partDesCommunes: MontantExplique;
  /** Par différence : communes + EPCI = montant, toujours. */
  readonly partDeLEpci: MontantExplique;
}

export interface QuotePart extends PartageAvecEpci {
  readonly repartition: Repartition;
}

interface DemandeDePartage {
  readonly montant: MontantExplique;
  readonly quotePart: NombreExplique;
  readonly pas?: Centimes;
}

/** Sépare la quote-part gardée par l’EPCI de ce que portent les communes. */
export const separerPartEpci = ({
  montant,
  quotePart,
  pas = 1n,
}: DemandeDePartage): Resultat<PartageAvecEpci, readonly Refus[]> => {
  const refus = [
    ...refuserHorsTaux(quotePart.exact, 'La quote-part de l’EPCI', 'quote_part_epci'),
    ...controlerPas(pas),
  ];
  if (refus.length > 0) return refuser(refus);
  const communes = multiplier(enEuros(montant.centimes), retrancher(UN, quotePart.exact));
  const nombreDePas = arrondir(multiplier(communes, exact(100n, pas)));
  const calcul = montantCalcule(nombreDePas * pas, {
    libelle: 'Part des communes',
    formule: 'montant × (1 − quote-part de l’EPCI)',
    operandes: [montant.explication, quotePart.explication],
  });
  const partDesCommunes: MontantExplique =
    pas === 1n
      ? {
          ...calcul,
          explication: {
            ...calcul.explication,
            arrondi: {
              exact: ecrireExact(communes, 4),
              regle: 'demi-centime-eloigne-de-zero',
              rang: null,
            },
          },
        }
      : calcul;
  return accepter({
    partDesCommunes,
    partDeLEpci: soustraire('Part de l’EPCI', montant, [partDesCommunes]),
  });
};

/** L’EPCI garde une quote-part du coût ; le reste se répartit entre les communes. */
export const partagerAvecEpci = (
  demande: DemandeDePartage & { readonly cles: readonly CleDeMembre[] },
): Resultat<QuotePart, readonly Refus[]> => {
  const partage = separerPartEpci(demande);
  if (!partage.ok) return partage;
  const { cles, pas = 1n } = demande;
  const repartition = repartir({ montant: partage.valeur.partDesCommunes, cles, pas });
  return repartition.ok
    ? accepter({ ...partage.valeur, repartition: repartition.valeur })
    : repartition;
};
