import { type Centimes, enEuros } from '../montants/centimes.ts';
import {
  type MontantExplique,
  montantArrondi,
  montantCalcule,
  type NombreExplique,
  soustraire,
} from '../montants/montant-explique.ts';
import { ecrireExact, exact, multiplier } from '../montants/nombre-exact.ts';
import { servirPlusFortsRestes } from './plus-forts-restes.ts';

/** Partage un montant en termes égaux, aux plus forts restes : les centimes vont aux premiers termes. */
export const partagerEnTermes = (
  montant: MontantExplique,
  nombre: number,
  nommer: (terme: number) => string,
): readonly MontantExplique[] => {
  const termes = Array.from({ length: nombre }, (_, rang) => ({
    id: String(rang).padStart(6, '0'),
    cle: 1n,
  }));
  return servirPlusFortsRestes(montant.centimes, termes).map(({ centimes, rang }, place) => {
    const terme = montantCalcule(centimes, {
      libelle: nommer(place + 1),
      formule: `partage en ${nombre} termes égaux, plus forts restes, centimes aux premiers termes`,
      operandes: [montant.explication],
    });
    const egal = multiplier(enEuros(montant.centimes), exact(1n, BigInt(nombre)));
    return {
      ...terme,
      explication: {
        ...terme.explication,
        arrondi: { exact: ecrireExact(egal, 4), regle: 'plus-forts-restes', rang },
      },
    };
  });
};

export interface Acomptes {
  /** Taux × part prévisionnelle, au centime. */
  readonly total: MontantExplique;
  readonly termes: readonly MontantExplique[];
}

/** Acomptes d’un membre : taux × part prévisionnelle, partagés en termes égaux. */
export const acomptes = (demande: {
  readonly libelle: string;
  readonly part: MontantExplique;
  readonly taux: NombreExplique;
  readonly nombre: number;
}): Acomptes => {
  const { libelle, part, taux, nombre } = demande;
  const total = montantArrondi(multiplier(enEuros(part.centimes), taux.exact), {
    libelle: `Acomptes de ${libelle}`,
    formule: 'part prévisionnelle × taux d’acompte',
    operandes: [part.explication, taux.explication],
  });
  return {
    total,
    termes: partagerEnTermes(total, nombre, (terme) => `Acompte T${terme} de ${libelle}`),
  };
};

/**
 * Solde d’un membre : part définitive moins acomptes **émis** (jamais recalculés). Négatif : avoir.
 * Σ acomptes émis + solde = part définitive.
 */
export const solde = (
  libelle: string,
  definitif: MontantExplique,
  emis: readonly MontantExplique[],
): MontantExplique => soustraire(`Solde de ${libelle}`, definitif, emis);

/** Sens d’un solde : ce qu’il faut émettre. */
export const sensDuSolde = (centimes: Centimes): 'titre' | 'avoir' | 'neant' => {
  if (centimes === 0n) return 'neant';
  return centimes > 0n ? 'titre' : 'avoir';
};
