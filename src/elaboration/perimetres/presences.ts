import type { CelluleDeMesure, PresenceDuService } from './modele.ts';

/** D’où vient une ligne de grille : la cellule d’un fichier déposé, ou une saisie à l’écran. */
export type SourceDAgent =
  | {
      readonly type: 'cellule';
      readonly fichier: string;
      readonly feuille: string | null;
      readonly ligne: number;
      readonly cellules: Readonly<Record<string, string>>;
    }
  | { readonly type: 'saisie'; readonly auteur: string; readonly le: string };

/** Les moyens d’un service dans chaque collectivité, tels que les effectifs les ventilent. */
export interface MoyensARelever {
  readonly parCollectivite: readonly {
    readonly collectivite: string;
    readonly agents: number;
    readonly etpCentiemes: number;
    readonly sources: readonly {
      readonly ligneId: string;
      readonly etpCentiemes: number;
      readonly source: SourceDAgent;
    }[];
  }[];
}

/** La colonne de la grille RH qui porte l’ETP de l’agent. */
const COLONNE_ETP = 'etp';

const situer = (etpCentiemes: number, source: SourceDAgent): CelluleDeMesure =>
  source.type === 'saisie'
    ? {
        etpCentiemes,
        fichier: null,
        feuille: null,
        cellule: null,
        auteur: source.auteur,
        saisiLe: source.le,
      }
    : {
        etpCentiemes,
        fichier: source.fichier,
        feuille: source.feuille,
        cellule: source.cellules[COLONNE_ETP] ?? `ligne ${source.ligne}`,
        auteur: null,
        saisiLe: null,
      };

/**
 * Ce que chaque collectivité consacre à un service, l’intercommunalité comprise, avec les cellules
 * d’où cela vient.
 * @param moyens ETP ventilés par collectivité (centièmes)
 * @param partants lignes des agents qui atteignent l’âge de départ d’ici cinq ans
 * @param noms nom des collectivités par SIREN
 */
export const releverPresences = (
  moyens: MoyensARelever,
  partants: ReadonlySet<string>,
  { sirenEpci, noms }: { readonly sirenEpci: string; readonly noms: ReadonlyMap<string, string> },
): readonly PresenceDuService[] =>
  moyens.parCollectivite
    .map(({ collectivite, agents, etpCentiemes, sources }) => ({
      collectivite,
      nom: noms.get(collectivite) ?? collectivite,
      estEpci: collectivite === sirenEpci,
      agents,
      etpCentiemes,
      departsACinqAns: sources.filter(({ ligneId }) => partants.has(ligneId)).length,
      cellules: sources.map((ligne) => situer(ligne.etpCentiemes, ligne.source)),
    }))
    .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
