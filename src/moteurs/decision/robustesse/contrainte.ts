import type { Refus } from '../../resultat/index.ts';
import type { ContrainteDePoids } from './tirage-des-poids.ts';

const MARGE = 1e-12;

const refuserContrainte = (chemin: string, message: string): Refus => ({
  code: 'contrainte-de-poids',
  message,
  chemin,
});

const controlerOrdre = (
  groupes: readonly (readonly number[])[],
  criteres: number,
): readonly Refus[] => {
  const cites = groupes.flat();
  const uniques = new Set(cites);
  const estUnePermutation =
    cites.length === criteres &&
    uniques.size === criteres &&
    cites.every((j) => Number.isInteger(j) && j >= 0 && j < criteres);
  if (estUnePermutation) return [];
  return [
    refuserContrainte(
      'contrainte.groupes',
      `Citer chacun des ${criteres} critères une fois et une seule, du plus au moins important.`,
    ),
  ];
};

const controlerIntervalles = (
  bas: readonly number[],
  haut: readonly number[],
  criteres: number,
): readonly Refus[] => {
  if (bas.length !== criteres || haut.length !== criteres) {
    return [
      refuserContrainte('contrainte', `Donner un minimum et un maximum par critère (${criteres}).`),
    ];
  }
  const refus: Refus[] = [];
  bas.forEach((b, j) => {
    const h = haut[j] ?? 0;
    if (!(b >= 0 && h >= b && h <= 1)) {
      refus.push(
        refuserContrainte(
          `contrainte.bas[${j}]`,
          'Donner un minimum et un maximum entre 0 et 1, le minimum ne dépassant pas le maximum.',
        ),
      );
    }
  });
  const sommeBas = bas.reduce((total, b) => total + b, 0);
  const sommeHaut = haut.reduce((total, h) => total + h, 0);
  if (sommeBas > 1 + MARGE) {
    refus.push(
      refuserContrainte('contrainte.bas', 'Baisser des minimums : leur somme dépasse 100 %.'),
    );
  }
  if (sommeHaut < 1 - MARGE) {
    refus.push(
      refuserContrainte(
        'contrainte.haut',
        'Relever des maximums : leur somme n’atteint pas 100 %.',
      ),
    );
  }
  return refus;
};

/** Les défauts d’une contrainte de poids pour ce nombre de critères ; liste vide si elle convient. */
export const controlerContrainte = (
  contrainte: ContrainteDePoids,
  criteres: number,
): readonly Refus[] => {
  switch (contrainte.type) {
    case 'aucune':
      return [];
    case 'ordre':
      return controlerOrdre(contrainte.groupes, criteres);
    case 'intervalles':
      return controlerIntervalles(contrainte.bas, contrainte.haut, criteres);
  }
};
