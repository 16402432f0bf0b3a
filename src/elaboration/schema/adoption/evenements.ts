import type { Jour } from '../../../moteurs/calendrier/index.ts';

/** Les faits datés de l’adoption (contrat de la procédure « adoption-schema »), et leur annulation. */
export type TypeDEvenement =
  | 'renouvellement'
  | 'rapport-etabli'
  | 'notification'
  | 'deliberation'
  | 'approbation'
  | 'envoi'
  | 'communication-annuelle'
  | 'annulation';

export const LIBELLES_EVENEMENT: Readonly<Record<TypeDEvenement, string>> = {
  renouvellement: 'Renouvellement général des conseils municipaux',
  'rapport-etabli': 'Rapport et projet de schéma établis',
  notification: 'Rapport reçu par la commune',
  deliberation: 'Avis du conseil municipal',
  approbation: 'Schéma approuvé par le conseil communautaire',
  envoi: 'Schéma approuvé adressé à la commune',
  'communication-annuelle': 'Communication annuelle d’avancement',
  annulation: 'Annulation',
};

export type SensDAvis = 'favorable' | 'reserve' | 'defavorable';

export const SENS_D_AVIS: Readonly<Record<SensDAvis, string>> = {
  favorable: 'favorable',
  reserve: 'favorable avec réserves',
  defavorable: 'défavorable',
};

export const estSens = (texte: string): texte is SensDAvis => Object.hasOwn(SENS_D_AVIS, texte);

/** Ce qu’un événement porte en plus de sa date, selon son type. */
export interface DetailsDEvenement {
  /** Rapport : volets d’impact joints. */
  readonly pieces?: readonly string[];
  /** Rapport, approbation : la version du document. */
  readonly versionId?: string;
  /** Avis. */
  readonly sens?: SensDAvis;
  readonly numero?: string;
  readonly reserves?: string;
  /** Saisine, envoi : comment on sait que la commune l’a reçu. */
  readonly preuve?: string;
  /** Communication : l’année. */
  readonly annee?: number;
  /** Approbation, communication : la séance. */
  readonly seance?: string;
}

/** Un événement du registre : il s’ajoute, ne se modifie ni ne s’efface. */
export interface EvenementDAdoption {
  readonly id: string;
  readonly type: TypeDEvenement;
  readonly le: Jour;
  /** SIREN de la commune, pour ce qui lui est propre. */
  readonly collectivite: string | null;
  readonly details: DetailsDEvenement;
  readonly fichierId: string | null;
  /** L’événement annulé, et pourquoi. */
  readonly annule: string | null;
  readonly motif: string | null;
  readonly saisiLe: Jour;
  readonly saisiPar: string;
}

/** Ce que le registre affirme encore : ni les annulations, ni ce qu’elles annulent. */
export const evenementsVivants = (
  evenements: readonly EvenementDAdoption[],
): readonly EvenementDAdoption[] => {
  const annules = new Set(evenements.map(({ annule }) => annule));
  return evenements.filter(({ id, type }) => type !== 'annulation' && !annules.has(id));
};

/** Le dernier événement vivant d’un type, pour une commune ou pour tout le territoire. */
export const trouverEvenement = (
  vivants: readonly EvenementDAdoption[],
  type: TypeDEvenement,
  collectivite: string | null = null,
): EvenementDAdoption | undefined =>
  vivants.findLast(
    (evenement) => evenement.type === type && evenement.collectivite === collectivite,
  );
