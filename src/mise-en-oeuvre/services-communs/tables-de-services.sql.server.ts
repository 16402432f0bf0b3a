import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { SituationDAgent } from './agents.ts';
import type { FicheDImpact } from './fiche-impact.ts';

export interface TablesServices {
  service_commun: {
    territoire_id: string;
    id: string;
    service: string;
    nom: string;
    fiche_id: string | null;
    fiche_code: string | null;
    gestionnaire: string;
    convention_id: string | null;
    ouvert_aux_adhesions: boolean;
    cree_le: Jour;
    cree_par: string;
    version: number;
  };
  adhesion: {
    territoire_id: string;
    service_id: string;
    collectivite: string;
    entree: Jour;
    sortie: Jour | null;
    acte: string;
  };
  agent_du_service: {
    territoire_id: string;
    service_id: string;
    collectivite: string;
    matricule: string;
    metier: string;
    categorie: string;
    situation: SituationDAgent;
    quotite: number;
    etp_centiemes: number;
    cout_centimes: bigint;
    source: object;
  };
  fiche_impact: {
    territoire_id: string;
    service_id: string;
    redaction: FicheDImpact;
    ecrite_par: string;
    version: number;
  };
}
export type Tx = Transaction<TablesServices>;
export const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;
