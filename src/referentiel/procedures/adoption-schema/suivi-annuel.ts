import { anneeDe, composerJour, type Jour } from '../../../moteurs/calendrier/index.ts';
import type { FaitGenerateur, Vue } from '../../../moteurs/procedure/index.ts';

/** À partir de cette taille d’une commune membre, l’EPCI tient un débat d’orientation (BUD-01). */
const SEUIL_DEBAT_BUDGETAIRE = 3500;

/** 15 avril, ou 30 avril l’année d’un renouvellement (BUD-03). */
const limiteDuBudget = (annee: number, anneesDeRenouvellement: ReadonlySet<number>): Jour | null =>
  composerJour(annee, 4, anneesDeRenouvellement.has(annee) ? 30 : 15);

/** Une communication par année pleine après l’approbation, jusqu’au renouvellement suivant. */
export const communicationsAttendues = (vue: Vue): readonly FaitGenerateur[] => {
  const approbation = vue.faits('approbation')[0]?.date;
  if (approbation === undefined) return [];
  const renouvellements = vue.faits('renouvellement').map(({ date }) => date);
  const suivant = renouvellements.find((date) => date > approbation);
  const premiere = anneeDe(approbation) + 1;
  const derniere = Math.min(
    Math.max(anneeDe(vue.le), premiere),
    suivant === undefined ? Number.POSITIVE_INFINITY : anneeDe(suivant),
  );
  const annees = new Set(renouvellements.map(anneeDe));
  const aDebat = vue.territoire.communes.some(
    ({ population }) => population !== null && population >= SEUIL_DEBAT_BUDGETAIRE,
  );
  const moment = aDebat ? 'au débat d’orientation budgétaire' : 'au vote du budget';
  return Array.from({ length: Math.max(0, derniere - premiere + 1) }, (_, rang) => premiere + rang)
    .map((annee) => ({ annee, echeance: limiteDuBudget(annee, annees) }))
    .flatMap(({ annee, echeance }) => {
      if (echeance === null) return [];
      const faite = vue.faits('communication-annuelle').find((fait) => fait.annee === annee);
      return {
        objet: `Communication annuelle ${annee} ${moment}`,
        depart: approbation,
        echeance,
        satisfaitLe: faite?.date ?? null,
      };
    });
};
