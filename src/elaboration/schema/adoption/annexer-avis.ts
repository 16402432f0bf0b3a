import { lendemain } from '../../../moteurs/calendrier/index.ts';
import type { SortieProcedure } from '../../../moteurs/procedure/index.ts';
import type { AvisAAnnexer } from '../redaction/donnees-du-schema.ts';
import {
  type EvenementDAdoption,
  evenementsVivants,
  SENS_D_AVIS,
  trouverEvenement,
} from './evenements.ts';
import { avisDe, type CommuneConsultee, echeanceDAvis } from './instruire-adoption.ts';

/** Le tableau des avis, exprès et tacites, que l’approbation joint au schéma (SCH-07). */
export const annexerAvis = (
  communes: readonly CommuneConsultee[],
  evenements: readonly EvenementDAdoption[],
  sortie: SortieProcedure,
): readonly AvisAAnnexer[] => {
  const vivants = evenementsVivants(evenements);
  return communes.flatMap((commune) => {
    const avis = avisDe(sortie, commune.codeInsee);
    if (avis === undefined || avis.sens === 'en-attente') return [];
    const echeance = echeanceDAvis(sortie, commune.codeInsee)?.echeance;
    const le = avis.le ?? (echeance === undefined ? null : lendemain(echeance));
    if (le === null) return [];
    const deliberation = trouverEvenement(vivants, 'deliberation', commune.siren);
    return [
      {
        commune: commune.nom,
        sens: avis.tacite ? 'réputé favorable (silence)' : SENS_D_AVIS[avis.sens],
        le,
        reserves: avis.tacite ? '' : (deliberation?.details.reserves ?? ''),
      },
    ];
  });
};
