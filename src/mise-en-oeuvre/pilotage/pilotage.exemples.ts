import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { ActionSuivie, Etape, SuiviDAction } from './action.ts';
import type { FicheASuivre } from './fiche-a-suivre.ts';
import type { CoutAnnuel, ServiceMutualise } from './services-mutualises.ts';

export const AUJOURDHUI: Jour = '2026-11-24';

/** Une étape prévue au 31 mars 2027, pas encore atteinte. */
export const uneEtape = (ecarts: Partial<Etape> = {}): Etape => ({
  libelle: 'Convention signée',
  debut: '2027-01-01',
  fin: '2027-03-31',
  finInitiale: ecarts.fin ?? '2027-03-31',
  faiteLe: null,
  poids: 1,
  ...ecarts,
});

/** Ce qu’on enregistre du service commun d’urbanisme, en préparation. */
export const unSuivi = (ecarts: Partial<SuiviDAction> = {}): SuiviDAction => ({
  axe: 'Ressources',
  pilote: 'Responsable de l’urbanisme',
  poids: 1,
  etat: 'en-preparation',
  acte: '',
  motif: '',
  etapes: [uneEtape()],
  avancementSaisi: 0,
  suite: 'signature au printemps',
  commentaire: '',
  ...ecarts,
});

let rang = 0;

export const uneAction = (ecarts: Partial<ActionSuivie> = {}): ActionSuivie => {
  rang += 1;
  return {
    ...unSuivi(),
    id: `00000000-0000-7000-8000-${String(rang).padStart(12, '0')}`,
    ficheId: null,
    code: `F${String(rang).padStart(2, '0')}`,
    titre: 'Service commun d’urbanisme',
    service: 'ADS',
    forme: 'service-commun',
    membres: ['214200529', '214201410'],
    indicateurs: [{ libelle: 'Délai moyen', unite: 'jours', initiale: '6', cible: '2' }],
    version: 1,
    suivieLe: AUJOURDHUI,
    modifieeLe: AUJOURDHUI,
    modifieePar: 'Camille Pilote',
    ...ecarts,
  };
};

export const uneFicheASuivre = (ecarts: Partial<FicheASuivre> = {}): FicheASuivre => {
  rang += 1;
  return {
    id: `00000000-0000-7000-8000-${String(rang).padStart(12, '0')}`,
    code: `F${String(rang).padStart(2, '0')}`,
    titre: 'Service commun d’urbanisme',
    service: 'ADS',
    forme: 'service-commun',
    perimetre: ['214200529', '214201410'],
    pilote: 'Responsable de l’urbanisme',
    indicateurs: [{ libelle: 'Délai moyen', unite: 'jours', initiale: '6', cible: '2' }],
    calendrier: [{ libelle: 'Convention signée', debut: '2027-01-01', fin: '2027-03-31' }],
    ...ecarts,
  };
};

export const unService = (ecarts: Partial<ServiceMutualise> = {}): ServiceMutualise => ({
  id: 'ads',
  service: 'ADS',
  nom: 'Urbanisme',
  ficheId: null,
  membres: [
    { collectivite: '214200529', depuis: '2026-01-01' },
    { collectivite: '214201410', depuis: '2026-07-01' },
  ],
  agents: 6,
  etpCentiemes: 420,
  ...ecarts,
});

export const unCout = (ecarts: Partial<CoutAnnuel> = {}): CoutAnnuel => ({
  etatId: 'etat',
  serviceId: 'ads',
  nom: 'Urbanisme',
  estPrevu: false,
  annee: 2026,
  coutCentimes: 18_642_000n,
  refactureCentimes: 18_000_000n,
  activite: '612 actes',
  parCommune: [
    { collectivite: '214200529', montantCentimes: 12_000_000n },
    { collectivite: '214201410', montantCentimes: 6_000_000n },
  ],
  ...ecarts,
});
