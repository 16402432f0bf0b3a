import { FORMES_DE_MUTUALISATION } from '../../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import type { FicheTechnique } from '../fiches/fiche.ts';

/** Ce que le schéma change pour une commune : ses actions, ses effectifs, ses dépenses. */
export interface EffetsSurLaCommune {
  readonly actions: readonly {
    readonly titre: string;
    readonly forme: string;
    readonly objectif: string;
    readonly etpCentiemes: number;
    readonly coutCentimes: bigint;
  }[];
  readonly etpCentiemes: number;
  readonly coutCentimes: bigint;
}

/** Les effets d’un schéma sur une commune, sommés sur les actions auxquelles elle adhère. */
export const effetsSurLaCommune = (
  fiches: readonly FicheTechnique[],
  siren: string,
): EffetsSurLaCommune => {
  const actions = fiches
    .filter(({ perimetre }) => perimetre.includes(siren))
    .map((fiche) => {
      const impact = fiche.impactParPersonnePublique.find(
        ({ collectivite }) => collectivite === siren,
      );
      return {
        titre: fiche.titre,
        forme: FORMES_DE_MUTUALISATION[fiche.forme].toLowerCase(),
        objectif: fiche.objectifs,
        etpCentiemes: impact?.etpCentiemes ?? 0,
        coutCentimes: impact?.coutCentimes ?? 0n,
      };
    });
  return {
    actions,
    etpCentiemes: actions.reduce((total, { etpCentiemes }) => total + etpCentiemes, 0),
    coutCentimes: actions.reduce((total, { coutCentimes }) => total + coutCentimes, 0n),
  };
};

/** Les mêmes effets, en phrases pour un considérant. */
export const ecrireEffets = ({ actions }: EffetsSurLaCommune): string =>
  actions.length === 0
    ? 'La commune n’adhère à aucune des actions du projet de schéma.'
    : actions
        .map(({ titre, forme, objectif }) =>
          objectif === '' ? `« ${titre} » (${forme}).` : `« ${titre} » (${forme}) : ${objectif}`,
        )
        .join('\n\n');
