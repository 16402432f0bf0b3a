import type { Jour } from '../../moteurs/calendrier/index.ts';
import {
  type ActionSuivie,
  avancementDeLAction,
  glissementDeLAction,
  type Meteo,
  meteoDeLAction,
  prochaineEtape,
  retardDeLAction,
} from './action.ts';
import { ETATS_D_ACTION } from './etats-d-action.ts';
import { type IndicateurMesure, mesurerIndicateurs, type Releve } from './indicateurs.ts';

/** Une action telle que le tableau de suivi la montre. */
export interface ActionMontree {
  readonly id: string;
  readonly code: string;
  readonly titre: string;
  readonly etat: string;
  readonly estEnPause: boolean;
  readonly avancement: number;
  readonly meteo: Meteo;
  /** Jours de retard de l’étape la plus en retard. */
  readonly retard: number;
  readonly prochaine: { readonly libelle: string; readonly fin: Jour } | null;
  /** Jours d’écart entre la fin d’aujourd’hui et celle d’origine. */
  readonly glissement: number;
}

export const montrerActions = (
  actions: readonly ActionSuivie[],
  aujourdhui: Jour,
): readonly ActionMontree[] =>
  actions.map((action) => ({
    id: action.id,
    code: action.code,
    titre: action.titre,
    etat: ETATS_D_ACTION[action.etat],
    estEnPause: action.etat === 'suspendue' || action.etat === 'abandonnee',
    avancement: avancementDeLAction(action),
    meteo: meteoDeLAction(action, aujourdhui),
    retard: retardDeLAction(action, aujourdhui),
    prochaine: prochaineEtape(action),
    glissement: glissementDeLAction(action),
  }));

/** Un indicateur et l’action qui le porte. */
export interface IndicateurMontre extends Omit<IndicateurMesure, 'releves'> {
  readonly cle: string;
  readonly actionId: string;
  readonly code: string;
}

export const montrerIndicateurs = (
  actions: readonly ActionSuivie[],
  releves: readonly Releve[],
): readonly IndicateurMontre[] =>
  actions.flatMap(({ id, code, indicateurs }) =>
    mesurerIndicateurs(
      indicateurs,
      releves.filter(({ actionId }) => actionId === id),
    ).map(({ releves: _serie, ...mesure }) => ({
      ...mesure,
      cle: `${id} ${mesure.libelle}`,
      actionId: id,
      code,
    })),
  );
