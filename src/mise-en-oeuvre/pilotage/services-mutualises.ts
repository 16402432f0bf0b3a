import type { Jour } from '../../moteurs/calendrier/index.ts';

/** Un service mutualisé et ses membres, tel que le pilotage le lit des tranches qui le portent. */
export interface ServiceMutualise {
  readonly id: string;
  /** Code de la nomenclature des services. */
  readonly service: string;
  readonly nom: string;
  /** La fiche technique dont il est né, ou null. */
  readonly ficheId: string | null;
  readonly membres: readonly { readonly collectivite: string; readonly depuis: Jour }[];
  /** Agents du service ; null si on ne le sait pas. */
  readonly agents: number | null;
  readonly etpCentiemes: number;
}

/** Ce qu’un service a coûté une année, d’après ses états émis. */
export interface CoutAnnuel {
  /** L’état émis qui fait foi. */
  readonly etatId: string;
  readonly serviceId: string;
  readonly nom: string;
  readonly annee: number;
  /** Vrai tant que seul un état prévisionnel est émis : une prévision, pas une dépense. */
  readonly estPrevu: boolean;
  readonly coutCentimes: bigint;
  readonly refactureCentimes: bigint;
  /** « 612 actes » ; vide si l’activité n’est pas connue. */
  readonly activite: string;
  readonly parCommune: readonly {
    readonly collectivite: string;
    readonly montantCentimes: bigint;
  }[];
}

/** Sous ce nombre d’agents, un coût dit presque une rémunération : il ne se publie pas seul. */
export const SEUIL_DE_PUBLICATION = 5;

export interface CoutPublie {
  readonly nom: string;
  readonly coutCentimes: bigint;
  readonly refactureCentimes: bigint;
}

/**
 * Les coûts tels qu’ils se publient : un service de moins de cinq agents (ou dont on ne sait pas le
 * nombre d’agents) rejoint « Autres services », avec un service voisin si ce groupe restait trop petit.
 * Le total est exact ; aucun coût d’un petit service ne se déduit par différence.
 */
export const grouperPourPublier = (
  couts: readonly CoutAnnuel[],
  agentsDe: ReadonlyMap<string, number | null>,
): readonly CoutPublie[] => {
  const effectif = ({ serviceId }: CoutAnnuel): number => agentsDe.get(serviceId) ?? 0;
  const tries = [...couts].sort((a, b) => effectif(a) - effectif(b) || a.nom.localeCompare(b.nom));
  const petits = tries.filter((cout) => effectif(cout) < SEUIL_DE_PUBLICATION);
  const groupe = [...petits];
  const compter = () => groupe.reduce((somme, cout) => somme + effectif(cout), 0);
  for (const cout of tries.slice(petits.length)) {
    if (groupe.length === 0 || (groupe.length > 1 && compter() >= SEUIL_DE_PUBLICATION)) break;
    groupe.push(cout);
  }
  const seuls = couts.filter((cout) => !groupe.includes(cout));
  const totaliser = (choix: (cout: CoutAnnuel) => bigint) =>
    groupe.reduce((somme, cout) => somme + choix(cout), 0n);
  return [
    ...seuls.map(({ nom, coutCentimes, refactureCentimes }) => ({
      nom,
      coutCentimes,
      refactureCentimes,
    })),
    ...(groupe.length === 0
      ? []
      : [
          {
            nom: seuls.length === 0 ? 'Ensemble des services' : 'Autres services',
            coutCentimes: totaliser(({ coutCentimes }) => coutCentimes),
            refactureCentimes: totaliser(({ refactureCentimes }) => refactureCentimes),
          },
        ]),
  ];
};
