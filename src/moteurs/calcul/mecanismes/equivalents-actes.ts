import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import {
  additionnerNombres,
  type NombreExplique,
  nombreCalcule,
} from '../montants/montant-explique.ts';
import { multiplier } from '../montants/nombre-exact.ts';

/** Les actes d’un membre : combien de chaque type. */
export interface ActesDeMembre {
  readonly id: string;
  readonly libelle?: string;
  readonly nombres: readonly { readonly type: string; readonly nombre: NombreExplique }[];
}

export interface Equivalents {
  readonly membres: readonly {
    readonly id: string;
    readonly libelle: string;
    readonly nombre: NombreExplique;
  }[];
  readonly total: NombreExplique;
}

/** Refus d’un type d’acte absent de la grille (pondérations ou tarifs). */
export const refuserActesInconnus = (
  actes: readonly ActesDeMembre[],
  grille: ReadonlyMap<string, unknown>,
  nomGrille: string,
): readonly Refus[] =>
  actes.flatMap(({ id, libelle = id, nombres }) =>
    nombres.flatMap(({ type, nombre }) => {
      const chemin = `actes.${id}.${type}`;
      if (nombre.exact.n < 0n)
        return [
          {
            code: 'quantite-negative',
            message: `${libelle} : le nombre d’actes « ${type} » est négatif.`,
            chemin,
          },
        ];
      return grille.has(type)
        ? []
        : [
            {
              code: 'type-d-acte-inconnu',
              message: `${libelle} : le type d’acte « ${type} » n’est pas dans la grille des ${nomGrille} ; l’y ajouter.`,
              chemin,
            },
          ];
    }),
  );

/**
 * Équivalents-actes (équivalents-permis en urbanisme) : Σ nombre × poids, sans arrondi.
 * La grille des poids est propre à chaque convention.
 */
export const equivalentsActes = (
  ponderations: ReadonlyMap<string, NombreExplique>,
  actes: readonly ActesDeMembre[],
): Resultat<Equivalents, readonly Refus[]> => {
  const refus: Refus[] = [...refuserActesInconnus(actes, ponderations, 'pondérations')];
  for (const [type, { exact }] of ponderations)
    if (exact.n < 0n)
      refus.push({
        code: 'ponderation-negative',
        message: `Le poids de « ${type} » est négatif : il est positif ou nul.`,
        chemin: `ponderations.${type}`,
      });
  if (refus.length > 0) return refuser(refus);
  const membres = actes.map(({ id, libelle = id, nombres }) => {
    const lignes = nombres.flatMap(({ type, nombre }) => {
      const poids = ponderations.get(type);
      return poids === undefined
        ? []
        : [
            nombreCalcule(multiplier(nombre.exact, poids.exact), 'équivalents', {
              libelle: `${type} de ${libelle}`,
              formule: 'nombre × poids',
              operandes: [nombre.explication, poids.explication],
            }),
          ];
    });
    return {
      id,
      libelle,
      nombre: additionnerNombres(`Équivalents-actes de ${libelle}`, lignes, 'équivalents'),
    };
  });
  const total = additionnerNombres(
    'Total des équivalents-actes',
    membres.map(({ nombre }) => nombre),
    'équivalents',
  );
  return accepter({ membres, total });
};
