import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Refus, Resultat } from '../../moteurs/resultat/index.ts';
import { type Base, type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import type { EvenementDAdoption } from './adoption/evenements.ts';
import type { CommuneConsultee } from './adoption/instruire-adoption.ts';
import type { FicheTechnique } from './fiches/fiche.ts';
import type { ImpactPrevisionnel } from './fiches/impact.ts';
import type { MoyensDeCollectivite } from './fiches/moyens.ts';

/** Une action dans une transaction du territoire. */
export const enTransaction = <V>(
  base: Base,
  contexte: Contexte,
  travail: (tx: Transaction<unknown>) => Promise<V>,
): Promise<V> => dansTerritoire(base, contexte, travail);

/** La valeur acceptée ; un refus fait échouer le test en disant lequel. */
export const acceptee = <V>(resultat: Resultat<V, Refus | readonly Refus[]>): V => {
  if (resultat.ok) return resultat.valeur;
  throw new Error(JSON.stringify(resultat.refus));
};

/** Les codes d’un refus ; une acceptation fait échouer le test. */
export const codesDuRefus = (resultat: Resultat<unknown, Refus | readonly Refus[]>): string[] => {
  if (resultat.ok) throw new Error('Accepté, alors qu’un refus était attendu.');
  const refus = Array.isArray(resultat.refus)
    ? (resultat.refus as readonly Refus[])
    : [resultat.refus as Refus];
  return refus.map(({ code }) => code);
};

export const uneCommune = (ecarts: Partial<CommuneConsultee> = {}): CommuneConsultee => ({
  siren: '214201410',
  codeInsee: '42141',
  nom: 'Mars',
  population: 560,
  ...ecarts,
});

let rang = 0;
/** Un événement du registre ; par défaut le rapport complet du 15 octobre 2026. */
export const unEvenement = (ecarts: Partial<EvenementDAdoption> = {}): EvenementDAdoption => {
  rang += 1;
  const le: Jour = ecarts.le ?? '2026-10-15';
  return {
    id: `evenement-${rang}`,
    type: 'rapport-etabli',
    le,
    collectivite: null,
    details:
      (ecarts.type ?? 'rapport-etabli') === 'rapport-etabli'
        ? { pieces: ['impact-effectifs', 'impact-depenses'], versionId: 'version' }
        : {},
    fichierId: null,
    annule: null,
    motif: null,
    saisiLe: le,
    saisiPar: 'pilote@exemple.fr',
    ...ecarts,
  };
};

export const desMoyens = (ecarts: Partial<MoyensDeCollectivite> = {}): MoyensDeCollectivite => ({
  collectivite: '214201410',
  agents: 1,
  etpCentiemes: 100,
  coutCentimes: 4_000_000n,
  etpEntierCentiemes: 0,
  coutEntierCentimes: 0n,
  sources: [],
  ...ecarts,
});

export const unImpact = (ecarts: Partial<ImpactPrevisionnel> = {}): ImpactPrevisionnel => ({
  collectivite: '214201410',
  transfertsCentiemes: 0,
  creationsCentiemes: 0,
  suppressionsCentiemes: 0,
  coutCentimes: 0n,
  attributionCentimes: 0n,
  ...ecarts,
});

export const uneFiche = (ecarts: Partial<FicheTechnique> = {}): FicheTechnique => ({
  id: 'fiche',
  code: 'F01',
  titre: 'Instruction du droit des sols',
  service: 'ADS',
  forme: 'service-commun',
  perimetreId: null,
  perimetre: ['214201410'],
  objectifs: '',
  moyens: {
    agents: 0,
    etpCentiemes: 0,
    coutCentimes: 0n,
    parCollectivite: [],
    figesLe: null,
  },
  impactParPersonnePublique: [],
  indicateurs: [],
  calendrier: [],
  pilote: '',
  etat: 'brouillon',
  version: 1,
  redaction: {},
  modifieeLe: '2026-11-24',
  modifieePar: 'pilote@exemple.fr',
  ...ecarts,
});
