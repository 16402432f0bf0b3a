import type { ScoreDOption } from '../../moteurs/decision/index.ts';
import type { FormeDeMutualisation } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';

export interface FormeSuggeree {
  readonly forme: FormeDeMutualisation | null;
  readonly phrase: string;
}

/**
 * La forme que le référentiel suggère d’après le score et l’éparpillement (CR03) ; jamais imposée.
 * @param noteCr03 note retenue de masse critique, ou null
 */
export const suggererForme = (score: ScoreDOption, noteCr03: number | null): FormeSuggeree => {
  if (score.estEcartee) return { forme: null, phrase: 'Écarté par un veto ou par le droit.' };
  if (!score.estClassable || score.score === null) {
    return { forme: null, phrase: 'Trop peu de critères notés pour suggérer une forme.' };
  }
  if (score.score >= 70 && (noteCr03 ?? 0) >= 4) {
    return { forme: 'service-commun', phrase: 'Service commun.' };
  }
  if (score.score >= 70) {
    return {
      forme: 'mise-a-disposition-descendante',
      phrase: 'Mise à disposition ou prestation, puis service commun.',
    };
  }
  if (score.score >= 50) {
    return {
      forme: 'mise-a-disposition-descendante',
      phrase: 'Mise à disposition, expérimentation sur communes volontaires.',
    };
  }
  if (score.score >= 30) {
    return { forme: 'mise-en-reseau', phrase: 'Groupement, matériel partagé, réseau.' };
  }
  return { forme: null, phrase: 'Maintien communal motivé.' };
};
