import type { Evenement } from '../../../moteurs/procedure/index.ts';
import { consultations, type VueDuService } from './comites.ts';
import type { MembreDuService } from './convention.ts';

/** Délibération d’un participant au regard de la version à signer. */
export interface DeliberationDeMembre {
  readonly membre: MembreDuService;
  readonly etat: 'concordante' | 'absente' | 'non-favorable' | 'autre-version' | 'prematuree';
  readonly version: string | null;
}

/** Dernière délibération de chaque participant, les événements étant dans l’ordre chronologique. */
const dernieresDe = (vue: VueDuService): ReadonlyMap<string | undefined, Evenement> =>
  new Map(vue.faits('deliberation').map((fait) => [fait.collectivite, fait]));

/**
 * Version à signer : celle de la convention si elle est écrite, sinon celle que l’EPCI a délibérée en
 * dernier, sinon la dernière délibérée.
 */
export const versionASigner = (vue: VueDuService): string | null => {
  const derniere = vue.faits('deliberation').at(-1);
  const epci = vue.territoire.epci?.siren;
  const deLEpci = epci === undefined ? undefined : dernieresDe(vue).get(epci);
  return vue.acte?.version ?? deLEpci?.version ?? derniere?.version ?? null;
};

/** Jour du dernier avis de comité : une fiche d’impact refaite rouvre les avis, puis les votes. */
const dernierAvis = (vue: VueDuService): string =>
  consultations(vue).reduce(
    (dernier, { acquiseLe }) => (acquiseLe !== null && acquiseLe > dernier ? acquiseLe : dernier),
    '',
  );

/** Où en est chaque participant : le silence n’est jamais un accord. */
export const deliberationsDesMembres = (vue: VueDuService): readonly DeliberationDeMembre[] => {
  const reference = versionASigner(vue);
  const avisCompletsLe = dernierAvis(vue);
  const dernieres = dernieresDe(vue);
  const tropTot = new Set(
    vue.ecartes('deliberation').map(({ evenement: { collectivite } }) => collectivite),
  );
  return (vue.acte?.membres ?? []).map((membre) => {
    const derniere = dernieres.get(membre.id);
    if (derniere === undefined) {
      return { membre, etat: tropTot.has(membre.id) ? 'prematuree' : 'absente', version: null };
    }
    const version = derniere.version ?? null;
    if (derniere.date < avisCompletsLe) return { membre, etat: 'prematuree', version };
    if (derniere.sens !== 'favorable') return { membre, etat: 'non-favorable', version };
    return { membre, etat: version === reference ? 'concordante' : 'autre-version', version };
  });
};

/** Participants dont la signature, donnée après toutes les délibérations, manque encore. */
export const signaturesManquantes = (vue: VueDuService): readonly MembreDuService[] => {
  const signataires = new Set(vue.faits('signature').map(({ collectivite }) => collectivite));
  return (vue.acte?.membres ?? []).filter(({ id }) => !signataires.has(id));
};
