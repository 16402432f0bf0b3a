import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Refus, Resultat } from '../../moteurs/resultat/index.ts';
import {
  type Base,
  type Contexte,
  dansTerritoire,
  nouvelId,
} from '../../socle/base/index.server.ts';
import {
  CHARLIEU,
  CHARLIEU_BELMONT as EPCI,
  MARS,
} from '../../socle/territoire/territoire.exemples.ts';
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
  missions: [],
  exclusions: [],
  entree: null,
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

export interface AgentAEcrire {
  readonly collectivite: string;
  readonly matricule: string;
  readonly etp: string;
  readonly cout: string;
  /** Service → part, en pourcentage. */
  readonly parts: readonly (readonly [service: string, part: number])[];
  readonly annee?: string;
}

/** Met en ligne des agents dans la grille RH (comme le fait la collecte). */
export const ecrireAgents = (
  base: Base,
  contexte: Contexte,
  agents: readonly AgentAEcrire[],
): Promise<void> =>
  enTransaction(base, contexte, async (tx) => {
    for (const { collectivite, matricule, etp, cout, parts, annee = '1975' } of agents) {
      const affectations = parts.flatMap(([service, part], place) => [
        [`service_${place + 1}`, service],
        [`part_${place + 1}`, String(part)],
      ]);
      const valeurs = {
        matricule,
        etp,
        service: parts[0]?.[0] ?? '',
        annee_naissance: annee,
        cout_charge_annuel: cout,
        ...Object.fromEntries(affectations),
      };
      const source = {
        type: 'cellule',
        fichierId: nouvelId(),
        fichier: 'grille-rh.xlsx',
        feuille: 'Agents',
        ligne: 5,
        cellules: { etp: 'K5' },
      };
      await sql`insert into ligne_de_grille (territoire_id, id, grille, collectivite, cle, valeurs, source, ecrite_par)
        values (${contexte.territoireId}, ${nouvelId()}, 'grille-rh', ${collectivite}, ${matricule},
          ${JSON.stringify(valeurs)}::jsonb, ${JSON.stringify(source)}::jsonb, 'essai')
        on conflict (territoire_id, grille, collectivite, cle) do update set valeurs = excluded.valeurs, version = 2`.execute(
        tx,
      );
    }
  });

/** L’EPCI instruit à trois ; Mars et Charlieu y consacrent une part d’agent, Charlieu un agent entier. */
export const AGENTS: readonly AgentAEcrire[] = [
  { collectivite: EPCI, matricule: '1', etp: '1.00', cout: '46010.00', parts: [['ADS', 100]] },
  {
    collectivite: EPCI,
    matricule: '2',
    etp: '0.90',
    cout: '48520.00',
    parts: [
      ['ADS', 50],
      ['URB', 50],
    ],
  },
  {
    collectivite: EPCI,
    matricule: '3',
    etp: '1.00',
    cout: '52000.00',
    parts: [['RH', 100]],
    annee: '1962',
  },
  {
    collectivite: MARS,
    matricule: '1',
    etp: '0.80',
    cout: '28990.00',
    parts: [
      ['ACC', 90],
      ['ADS', 10],
    ],
  },
  { collectivite: CHARLIEU, matricule: '1', etp: '1.00', cout: '35610.00', parts: [['ADS', 100]] },
  {
    collectivite: CHARLIEU,
    matricule: '2',
    etp: '0.50',
    cout: '18000.00',
    parts: [
      ['ADS', 40],
      ['FIN', 60],
    ],
  },
];
