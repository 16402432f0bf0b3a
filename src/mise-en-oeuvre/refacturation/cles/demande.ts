import type {
  ActesDeMembre,
  MontantExplique,
  NombreExplique,
  Presence,
  Source,
} from '../../../moteurs/calcul/index.ts';
import type { Refus, Resultat } from '../../../moteurs/resultat/index.ts';
import type { Cle, Critere, ModeDeCle, ReglesFinancieres } from '../../conventions/index.ts';

/** Un membre présent dans l’année, avec ce que les clés peuvent mesurer. */
export interface MembreAFacturer {
  readonly id: string;
  readonly libelle: string;
  readonly presence: Presence;
  readonly jours: number;
  readonly actes: ActesDeMembre;
  readonly valeurs: Readonly<Record<Critere, NombreExplique | null>>;
}

export interface DemandeDeCle<C extends Cle = Cle> {
  readonly cle: C;
  readonly regles: ReglesFinancieres;
  /** Ce que les communes ont à se partager. */
  readonly montant: MontantExplique;
  readonly membres: readonly MembreAFacturer[];
  readonly annee: number;
  /** Vrai si les unités d’actes sont celles d’une autre année (prévisionnel) : elles se proratisent. */
  readonly unitesEstimees: boolean;
  readonly source: Source;
}

export interface PartCalculee {
  readonly id: string;
  readonly libelle: string;
  readonly montant: MontantExplique;
  /** Ce que l’état affiche comme clé. */
  readonly cle: NombreExplique | null;
}

export type ApplicationDeCle<M extends ModeDeCle> = (
  demande: DemandeDeCle<Extract<Cle, { mode: M }>>,
) => Resultat<readonly PartCalculee[], readonly Refus[]>;
