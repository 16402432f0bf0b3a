import { type Collectivite, type Contour, populationDe } from '../../socle/territoire/index.ts';
import { accorder, composerFond, formaterNombre } from '../../socle/ui/index.ts';

/** Les bornes de cinq classes d’effectifs voisins (quantiles). */
const calculerBornes = (valeurs: readonly number[]): readonly number[] => {
  const triees = [...valeurs].sort((a, b) => a - b);
  return [1, 2, 3, 4].map((rang) => triees[Math.floor((rang * triees.length) / 5)] ?? 0);
};

/** La carte des populations municipales d’un millésime. */
export const composerCarte = (
  communes: readonly Collectivite[],
  contours: readonly Contour[],
  millesime: number | null,
) => {
  const { fond, enBulles } = composerFond(communes, contours);
  const populations = communes.map((commune) => ({
    code: commune.codeInsee ?? '',
    valeur:
      millesime === null ? null : (populationDe(commune, 'municipale', millesime)?.valeur ?? null),
  }));
  const connues = populations.flatMap(({ valeur }) => valeur ?? []);
  const bornes = calculerBornes(connues);
  const maximum = Math.max(1, ...connues);
  const valeurs = Object.fromEntries(
    populations.map(({ code, valeur }) => [
      code,
      valeur === null
        ? { classe: 0, ecriture: 'non publiée' }
        : {
            classe: 1 + bornes.filter((borne) => valeur >= borne).length,
            ecriture: accorder(valeur, 'habitant'),
            ...(enBulles ? { taille: valeur / maximum } : {}),
          },
    ]),
  );
  const limites = [0, ...bornes];
  const legende = limites.map((borne, rang) => {
    const suivante = limites[rang + 1];
    return {
      classe: rang + 1,
      libelle:
        suivante === undefined
          ? `${formaterNombre(borne)} habitants et plus`
          : `de ${formaterNombre(borne)} à ${formaterNombre(suivante - 1)} habitants`,
    };
  });
  return { fond, valeurs, legende };
};
