import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { ContenuDeConvention, Partie, Representant, SorteDeConvention } from './convention.ts';

export type NatureDeDocument = 'convention' | 'fiche-impact';
export type FormatGarde = 'pdf' | 'docx' | 'odt';

/** Les tables de la tranche, telles que ses requêtes les voient. */
export interface TablesConventions {
  convention: {
    territoire_id: string;
    id: string;
    sorte: SorteDeConvention;
    titre: string;
    objet_id: string | null;
    correspondant: string;
    modifie_id: string | null;
    cree_le: Jour;
    cree_par: string;
  };
  partie_convention: {
    territoire_id: string;
    convention_id: string;
    siren: string;
    nom: string;
    qualite: Partie['qualite'];
    adresse: string;
    representant: Representant | null;
  };
  version_convention: {
    territoire_id: string;
    convention_id: string;
    numero: number;
    redaction: ContenuDeConvention;
    motif: string;
    empreinte: string | null;
    figee_le: Jour | null;
    ecrite_par: string;
    revision: number;
  };
  evenement_convention: {
    territoire_id: string;
    convention_id: string;
    id: string;
    type: string;
    le: Jour;
    siren: string | null;
    numero_version: number | null;
    donnees: Readonly<Record<string, unknown>>;
    annule_id: string | null;
    enregistre_le: Date;
    enregistre_par: string;
  };
  document_convention: {
    territoire_id: string;
    convention_id: string;
    id: string;
    numero_version: number;
    nature: NatureDeDocument;
    format: FormatGarde;
    fichier_id: string;
    empreinte: string;
    garde_le: Jour;
  };
}

export type Tx = Transaction<TablesConventions>;

/** La transaction, vue avec les tables des conventions. */
export const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;
