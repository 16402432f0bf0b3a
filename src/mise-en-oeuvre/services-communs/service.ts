import type { Jour } from '../../moteurs/calendrier/index.ts';

export interface Adhesion {
  readonly collectivite: string;
  readonly entree: Jour;
  /** Dernier jour d’adhésion, compris ; null tant qu’elle dure. */
  readonly sortie: Jour | null;
  /** L’acte qui la fonde : délibérations, avenant. */
  readonly acte: string;
}

export interface ServiceCommun {
  readonly id: string;
  /** Code de la nomenclature des services. */
  readonly service: string;
  readonly nom: string;
  readonly ficheId: string | null;
  readonly ficheCode: string | null;
  /** SIREN. */
  readonly gestionnaire: string;
  readonly conventionId: string | null;
  readonly ouvertAuxAdhesions: boolean;
  readonly creeLe: Jour;
  readonly adhesions: readonly Adhesion[];
}

export const STATUTS_D_ADHESION = {
  adherent: { signe: '●', libelle: 'adhère', etat: 'fait' },
  'a-venir': { signe: '◔', libelle: 'adhérera', etat: 'en-cours' },
  sorti: { signe: '○', libelle: 's’est retirée', etat: 'attention' },
  'non-adherent': { signe: '–', libelle: 'n’adhère pas', etat: 'a-faire' },
} as const;
export type StatutDAdhesion = keyof typeof STATUTS_D_ADHESION;

/** Vrai si l’adhésion produit ses effets ce jour-là, bornes comprises. */
export const adhereLe = (
  { entree, sortie }: Pick<Adhesion, 'entree' | 'sortie'>,
  le: Jour,
): boolean => entree <= le && (sortie === null || le <= sortie);

/** Où en est une commune à l’égard d’un service, et depuis quand. */
export const statutLe = (
  adhesions: readonly Adhesion[],
  collectivite: string,
  le: Jour,
): { readonly statut: StatutDAdhesion; readonly depuis: Jour | null } => {
  const siennes = adhesions
    .filter((une) => une.collectivite === collectivite)
    .toSorted((a, b) => (a.entree < b.entree ? -1 : 1));
  const enCours = siennes.find((une) => adhereLe(une, le));
  if (enCours !== undefined) return { statut: 'adherent', depuis: enCours.entree };
  const future = siennes.find(({ entree }) => entree > le);
  if (future !== undefined) return { statut: 'a-venir', depuis: future.entree };
  const passee = siennes.at(-1);
  return passee === undefined
    ? { statut: 'non-adherent', depuis: null }
    : { statut: 'sorti', depuis: passee.sortie };
};

/** Les communes qui adhèrent ce jour-là. */
export const membresLe = (
  { adhesions }: Pick<ServiceCommun, 'adhesions'>,
  le: Jour,
): readonly string[] => [
  ...new Set(adhesions.filter((une) => adhereLe(une, le)).map(({ collectivite }) => collectivite)),
];

/** Deux adhésions d’une même commune ne se chevauchent pas. */
export const chevauche = (existantes: readonly Adhesion[], nouvelle: Adhesion): boolean =>
  existantes.some(
    (une) =>
      une.collectivite === nouvelle.collectivite &&
      (nouvelle.sortie === null || une.entree <= nouvelle.sortie) &&
      (une.sortie === null || nouvelle.entree <= une.sortie),
  );
