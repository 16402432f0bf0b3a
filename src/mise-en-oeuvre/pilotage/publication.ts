import type { Jour } from '../../moteurs/calendrier/index.ts';
import { FORMES_DE_MUTUALISATION } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import {
  type ActionSuivie,
  avancementDeLAction,
  avancementDuSchema,
  meteoDeLAction,
} from './action.ts';
import { derniersComptes } from './couts-annuels.ts';
import { ETATS_D_ACTION } from './etats-d-action.ts';
import { type Participation, participationsDe } from './participations.ts';
import {
  type CoutAnnuel,
  grouperPourPublier,
  type ServiceMutualise,
} from './services-mutualises.ts';

/** Une étape de l’adoption du schéma, à montrer aux habitants. */
export interface EtapeDAdoption {
  readonly libelle: string;
  readonly debut: Jour;
  readonly fin: Jour;
  readonly estFaite: boolean;
}

/**
 * Ce que lisent les habitants : une image datée. Aucun champ ne peut porter le nom d’un agent, d’un
 * pilote ou d’un auteur, ni un commentaire interne ; les montants sont des chaînes de centimes.
 */
export interface ContenuPublie {
  readonly forme: 1;
  readonly arreteAu: Jour;
  /** « 2026-2032 », ou null sans schéma ouvert. */
  readonly mandat: string | null;
  /** Avancement du schéma, de 0 à 1 ; null si aucune action n’est suivie. */
  readonly avancement: number | null;
  readonly actions: readonly {
    readonly code: string;
    readonly titre: string;
    readonly forme: string;
    readonly axe: string;
    readonly avancement: number;
    readonly etat: string;
    readonly enRetard: boolean;
    readonly fin: Jour | null;
    readonly communes: number;
  }[];
  readonly participations: readonly Participation[];
  readonly adoption: readonly EtapeDAdoption[];
  readonly couts: {
    readonly annee: number;
    /** Absent des pages publiées avant qu’on distingue la prévision de la dépense. */
    readonly estPrevu?: boolean;
    readonly services: readonly {
      readonly nom: string;
      readonly cout: string;
      readonly refacture: string;
    }[];
    readonly cout: string;
    readonly refacture: string;
  } | null;
}

/** Tout ce dont une publication se compose. */
export interface MatiereAPublier {
  readonly mandat: string | null;
  readonly actions: readonly ActionSuivie[];
  readonly services: readonly ServiceMutualise[];
  readonly adoption: readonly EtapeDAdoption[];
  readonly couts: readonly CoutAnnuel[];
}

const totaliser = (montants: readonly bigint[]): string =>
  String(montants.reduce((somme, montant) => somme + montant, 0n));

const publierCouts = (
  couts: readonly CoutAnnuel[],
  services: readonly ServiceMutualise[],
): ContenuPublie['couts'] => {
  const comptes = derniersComptes(couts);
  if (comptes === null) return null;
  const retenus = grouperPourPublier(
    comptes.couts,
    new Map(services.map(({ id, agents }) => [id, agents])),
  );
  return {
    annee: comptes.annee,
    estPrevu: comptes.estPrevu,
    services: retenus.map(({ nom, coutCentimes, refactureCentimes }) => ({
      nom,
      cout: String(coutCentimes),
      refacture: String(refactureCentimes),
    })),
    cout: totaliser(retenus.map(({ coutCentimes }) => coutCentimes)),
    refacture: totaliser(retenus.map(({ refactureCentimes }) => refactureCentimes)),
  };
};

const derniereFin = ({ etapes }: ActionSuivie): Jour | null =>
  etapes.reduce<Jour | null>((max, { fin }) => (max === null || fin > max ? fin : max), null);

/** Compose l’image à publier, le jour dit : seuls les champs de `ContenuPublie` sont repris. */
export const composerPublication = (
  { mandat, actions, services, adoption, couts }: MatiereAPublier,
  aujourdhui: Jour,
): ContenuPublie => ({
  forme: 1,
  arreteAu: aujourdhui,
  mandat,
  avancement: avancementDuSchema(actions)?.part ?? null,
  actions: actions.map((action) => ({
    code: action.code,
    titre: action.titre,
    forme: FORMES_DE_MUTUALISATION[action.forme],
    axe: action.axe,
    avancement: avancementDeLAction(action),
    etat: ETATS_D_ACTION[action.etat],
    enRetard: meteoDeLAction(action, aujourdhui) === 'rouge',
    // Une action à l’arrêt n’annonce plus de date.
    fin: action.etat === 'suspendue' || action.etat === 'abandonnee' ? null : derniereFin(action),
    communes: action.membres.length,
  })),
  participations: participationsDe(actions, services),
  adoption: adoption.map(({ libelle, debut, fin, estFaite }) => ({
    libelle,
    debut,
    fin,
    estFaite,
  })),
  couts: publierCouts(couts, services),
});
