import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { FormeDeMutualisation } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import type { Etape, IndicateurSuivi } from './action.ts';

/** Ce que le suivi reprend d’une fiche technique du schéma. */
export interface FicheASuivre {
  readonly id: string;
  readonly code: string;
  readonly titre: string;
  readonly service: string;
  readonly forme: FormeDeMutualisation;
  readonly perimetre: readonly string[];
  readonly pilote: string;
  readonly indicateurs: readonly (Pick<IndicateurSuivi, 'libelle' | 'cible' | 'unite'> & {
    readonly initiale?: string;
  })[];
  readonly calendrier: readonly {
    readonly libelle: string;
    readonly debut: Jour;
    readonly fin: Jour;
  }[];
}

/** Les étapes d’une fiche qui entre en suivi : toutes à faire, fin prévue à l’origine. */
export const etapesDeLaFiche = ({ calendrier }: FicheASuivre): readonly Etape[] =>
  calendrier.map(({ libelle, debut, fin }) => ({
    libelle,
    debut,
    fin,
    finInitiale: fin,
    faiteLe: null,
    poids: 1,
  }));

export const indicateursDeLaFiche = ({ indicateurs }: FicheASuivre): readonly IndicateurSuivi[] =>
  indicateurs.map(({ libelle, unite, cible, initiale = '' }) => ({
    libelle,
    unite,
    cible,
    initiale,
  }));

/** Les fiches qui ne sont pas encore suivies. */
export const fichesASuivre = <F extends FicheASuivre>(
  fiches: readonly F[],
  suivies: readonly { readonly ficheId: string | null }[],
): readonly F[] => {
  const connues = new Set(suivies.map(({ ficheId }) => ficheId));
  return fiches.filter(({ id }) => !connues.has(id));
};
