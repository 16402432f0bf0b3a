import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import {
  additionner,
  type MontantExplique,
  montantCalcule,
  type NombreExplique,
} from '../montants/montant-explique.ts';
import { comparer, type Exact, ecrireExact } from '../montants/nombre-exact.ts';
import type { FacturesAuTarif } from './tarif-acte.ts';

/** Strate de population : borne basse incluse, borne haute exclue (null : sans limite). */
export interface Strate {
  readonly de: Exact;
  readonly a: Exact | null;
  readonly forfait: MontantExplique;
}

const ecrireStrate = ({ de, a }: Strate): string =>
  a === null
    ? `${ecrireExact(de)} habitants et plus`
    : `de ${ecrireExact(de)} à moins de ${ecrireExact(a)} habitants`;

const contient = ({ de, a }: Strate, population: Exact): boolean =>
  comparer(de, population) <= 0 && (a === null || comparer(population, a) < 0);

const refuserChevauchements = (strates: readonly Strate[]): readonly Refus[] => {
  const triees = strates.toSorted((x, y) => comparer(x.de, y.de));
  return triees.flatMap((strate, rang) => {
    const suivante = triees[rang + 1];
    const estVide = strate.a !== null && comparer(strate.a, strate.de) <= 0;
    if (estVide)
      return [
        {
          code: 'strate-vide',
          message: `La strate ${ecrireStrate(strate)} ne contient personne : sa borne haute doit dépasser sa borne basse.`,
          chemin: 'strates',
        },
      ];
    if (suivante === undefined || (strate.a !== null && comparer(strate.a, suivante.de) <= 0))
      return [];
    return [
      {
        code: 'strates-chevauchantes',
        message: `Les strates ${ecrireStrate(strate)} et ${ecrireStrate(suivante)} se chevauchent : une population ne relève que d’un forfait.`,
        chemin: 'strates',
      },
    ];
  });
};

/** Forfait de chaque membre selon sa strate de population. */
export const forfaitsParStrate = (
  strates: readonly Strate[],
  populations: readonly {
    readonly id: string;
    readonly libelle?: string;
    readonly nombre: NombreExplique;
  }[],
): Resultat<FacturesAuTarif, readonly Refus[]> => {
  const refus: Refus[] = [...refuserChevauchements(strates)];
  const factures = populations.flatMap(({ id, libelle = id, nombre }) => {
    const strate = strates.find((candidate) => contient(candidate, nombre.exact));
    if (strate === undefined) {
      refus.push({
        code: 'hors-strate',
        message: `${libelle} (${ecrireExact(nombre.exact)} habitants) n’entre dans aucune strate : compléter la grille des forfaits.`,
        chemin: `populations.${id}`,
      });
      return [];
    }
    const montant = montantCalcule(strate.forfait.centimes, {
      libelle: `Forfait de ${libelle}`,
      formule: `forfait de la strate ${ecrireStrate(strate)}`,
      operandes: [nombre.explication, strate.forfait.explication],
    });
    return [{ id, libelle, montant }];
  });
  if (refus.length > 0) return refuser(refus);
  const total = additionner(
    'Total des forfaits',
    factures.map(({ montant }) => montant),
  );
  return accepter({ factures, total });
};
