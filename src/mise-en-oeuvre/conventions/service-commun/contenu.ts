import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { ReglesFinancieres } from '../cle.ts';

export interface MissionConfiee {
  readonly intitule: string;
  /** Autorité fonctionnelle pour cette mission (SC-10). */
  readonly autorite: 'maire' | 'president' | null;
  readonly competenceTransferee: boolean;
  readonly centreDeGestion: boolean;
}

export const SITUATIONS_DE_POSTE = {
  transfert: 'transfert de plein droit',
  'mise-a-disposition': 'mise à disposition de plein droit',
  recrutement: 'agent du gestionnaire',
} as const;
export type SituationDePoste = keyof typeof SITUATIONS_DE_POSTE;

/** Un poste du service, sans nom. */
export interface Poste {
  readonly intitule: string;
  readonly categorie: string;
  readonly origine: string;
  readonly situation: SituationDePoste;
  /** Pour cent du temps de l’agent ; null tant qu’elle n’est pas écrite. */
  readonly quotite: number | null;
  readonly etpCentiemes: number;
}

export interface FinancesDuService extends ReglesFinancieres {
  readonly annee: number;
  /** Coût prévisionnel par poste ; centimes en chiffres. */
  readonly postes: readonly { readonly libelle: string; readonly centimes: string }[];
  readonly recettesCentimes: string;
  /** Simulation jointe : part de chaque membre, intercommunalité comprise. */
  readonly simulation: readonly { readonly membre: string; readonly centimes: string }[];
}

/** Le contenu d’une convention de service commun (CGCT, art. L. 5211-4-2). */
export interface ContenuServiceCommun {
  readonly sorte: 'service-commun';
  readonly nom: string;
  readonly contexte: string;
  readonly objectifs: readonly string[];
  readonly schema: string;
  readonly missions: readonly MissionConfiee[];
  readonly exclusions: readonly string[];
  readonly actesReserves: readonly string[];
  readonly taches: readonly {
    readonly tache: string;
    readonly commune: string;
    readonly service: string;
  }[];
  readonly lieu: string;
  readonly horaires: string;
  /** SIREN. */
  readonly gestionnaire: string;
  readonly deliberationGestionnaire: string;
  /** Nombre d’agents transférés par les communes ; null tant qu’il n’est pas écrit (SC-09). */
  readonly transferes: number | null;
  readonly postes: readonly Poste[];
  readonly delegationAuChef: boolean;
  readonly moyens: readonly {
    readonly designation: string;
    readonly proprietaire: string;
    readonly regime: string;
  }[];
  readonly engagements: readonly { readonly indicateur: string; readonly cible: string }[];
  readonly finances: FinancesDuService;
  readonly suivi: { readonly composition: string; readonly frequence: string };
  readonly donneesPersonnelles: { readonly responsable: string; readonly role: string };
  readonly effetLe: Jour | null;
  readonly duree: {
    readonly type: 'determinee' | 'sans-limite';
    readonly ans: number | null;
    readonly reconduction: 'expresse' | 'tacite' | 'aucune' | null;
    readonly reconductionMaximum: number | null;
  };
  readonly adhesion: { readonly preavisMois: number; readonly date: string };
  readonly preavisMois: number | null;
  readonly sortie: {
    readonly agents: string;
    readonly biens: string;
    readonly contrats: string;
    readonly chargesResiduellesMois: number | null;
  };
  readonly accords: readonly string[];
  readonly ficheImpactAnnexee: boolean;
  readonly tribunal: string;
  readonly lieuDeSignature: string;
}

/** Une convention vierge, aux valeurs prudentes : sans frais de structure, coût entièrement réparti. */
export const contenuVierge = (nom: string, gestionnaire: string): ContenuServiceCommun => ({
  sorte: 'service-commun',
  nom,
  contexte: '',
  objectifs: [],
  schema: '',
  missions: [],
  exclusions: [],
  actesReserves: [],
  taches: [],
  lieu: '',
  horaires: '',
  gestionnaire,
  deliberationGestionnaire: '',
  transferes: null,
  postes: [],
  delegationAuChef: true,
  moyens: [],
  engagements: [],
  finances: {
    annee: 0,
    cle: { mode: 'critere', critere: 'population' },
    bareme: [],
    population: { genre: 'municipale', millesime: 2025 },
    quotePartEpci: '0',
    prorata: 'cle-ponderee',
    personnel: 'budget',
    structure: { taux: '0', assiette: 'charges_personnel' },
    acomptes: { nombre: 4, taux: '0.8' },
    previsionnelAvant: '1er décembre',
    definitifAvant: '30 juin',
    delaiContestationJours: 30,
    delaiPaiementJours: 30,
    imputationAc: false,
    revisionLibre: false,
    postes: [],
    recettesCentimes: '0',
    simulation: [],
  },
  suivi: { composition: '', frequence: '' },
  donneesPersonnelles: { responsable: '', role: '' },
  effetLe: null,
  duree: { type: 'sans-limite', ans: null, reconduction: null, reconductionMaximum: null },
  adhesion: { preavisMois: 6, date: '1er janvier' },
  preavisMois: null,
  sortie: { agents: '', biens: '', contrats: '', chargesResiduellesMois: null },
  accords: [],
  ficheImpactAnnexee: true,
  tribunal: '',
  lieuDeSignature: '',
});
