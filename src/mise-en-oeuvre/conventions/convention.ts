import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { ContenuServiceCommun } from './service-commun/contenu.ts';

/** Les sortes de conventions ; en ajouter une, c’est ajouter son contenu et sa définition. */
export type ContenuDeConvention = ContenuServiceCommun;
export type SorteDeConvention = ContenuDeConvention['sorte'];

export type QualiteDePartie = 'epci' | 'commune' | 'etablissement';

export interface Representant {
  readonly civilite: string;
  readonly prenom: string;
  readonly nom: string;
  readonly fonction: string;
}

export interface Partie {
  readonly siren: string;
  readonly nom: string;
  readonly qualite: QualiteDePartie;
  readonly adresse: string;
  readonly representant: Representant | null;
}

export interface VersionDeConvention {
  readonly numero: number;
  readonly contenu: ContenuDeConvention;
  readonly motif: string;
  /** SHA-256 de la rédaction, dès qu’elle est figée. */
  readonly empreinte: string | null;
  readonly figeeLe: Jour | null;
  readonly revision: number;
}

/** Un fait daté. On n’en modifie aucun : `annule` désigne celui qu’une annulation retire. */
export interface EvenementDeConvention {
  readonly id: string;
  readonly type: string;
  readonly le: Jour;
  /** SIREN de la partie qui agit ; null pour un fait commun. */
  readonly siren: string | null;
  readonly version: number | null;
  readonly donnees: Readonly<Record<string, unknown>>;
  readonly annule: string | null;
  readonly enregistrePar: string;
}

export interface Convention {
  readonly id: string;
  readonly sorte: SorteDeConvention;
  readonly titre: string;
  readonly objetId: string | null;
  readonly modifieId: string | null;
  readonly correspondant: string;
  readonly creeLe: Jour;
  readonly parties: readonly Partie[];
  /** De la plus ancienne à la plus récente ; au moins une. */
  readonly versions: readonly [VersionDeConvention, ...VersionDeConvention[]];
  /** Par date, puis par ordre d’enregistrement. */
  readonly evenements: readonly EvenementDeConvention[];
}

/** La version en cours : la dernière écrite. */
export const versionCourante = ({ versions }: Pick<Convention, 'versions'>): VersionDeConvention =>
  versions.at(-1) ?? versions[0];

/** Les faits qui tiennent encore : ni annulés, ni annulations. */
export const faitsRetenus = ({
  evenements,
}: Pick<Convention, 'evenements'>): readonly EvenementDeConvention[] => {
  const annules = new Set(evenements.map(({ annule }) => annule));
  return evenements.filter(({ id, annule }) => annule === null && !annules.has(id));
};

const faitDe = (convention: Pick<Convention, 'evenements'>, type: string) =>
  faitsRetenus(convention).find((fait) => fait.type === type);

/** La version que toutes les parties ont signée, ou null. */
export const versionSignee = (convention: Convention): VersionDeConvention | null => {
  const signataires = new Set(
    faitsRetenus(convention).flatMap(({ type, siren }) => (type === 'signature' ? [siren] : [])),
  );
  if (convention.parties.length === 0) return null;
  if (!convention.parties.every(({ siren }) => signataires.has(siren))) return null;
  return versionCourante(convention);
};

/** Jour de prise d’effet constatée ; null avant. */
export const priseDEffet = (convention: Pick<Convention, 'evenements'>): Jour | null =>
  faitDe(convention, 'effet')?.le ?? null;

/** Dernier jour de la convention, si elle a pris fin (terme, ou retrait de toutes les parties). */
export const finDeConvention = (convention: Pick<Convention, 'evenements'>): Jour | null =>
  faitDe(convention, 'terme')?.le ?? null;

/** Vrai si la convention produit ses effets ce jour-là. */
export const estEnVigueur = (convention: Pick<Convention, 'evenements'>, le: Jour): boolean => {
  const effet = priseDEffet(convention);
  const fin = finDeConvention(convention);
  return effet !== null && effet <= le && (fin === null || le <= fin);
};

/**
 * Parmi les conventions, celles en vigueur ce jour-là : un avenant en vigueur remplace ce qu’il modifie.
 */
export const conventionsEnVigueur = (
  conventions: readonly Convention[],
  le: Jour,
): readonly Convention[] => {
  const enVigueur = conventions.filter((convention) => estEnVigueur(convention, le));
  const remplacees = new Set(enVigueur.map(({ modifieId }) => modifieId));
  return enVigueur.filter(({ id }) => !remplacees.has(id));
};

/** Vrai si le document s’ouvre à cet appelant : le service de l’EPCI (null), ou une partie. */
export const peutLireLeDocument = (
  { parties }: Pick<Convention, 'parties'>,
  collectivite: string | null | undefined,
): boolean => collectivite == null || parties.some(({ siren }) => siren === collectivite);
