import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { BaseDeCout } from './budget.ts';
import type { NatureDEtat } from './entrees.ts';
import type { ContenuDEtat, ContenuDePart } from './etat.ts';
import type { GesteDeSuite } from './suites.ts';

export interface TablesRefacturation {
  exercice_service: {
    territoire_id: string;
    id: string;
    service_id: string;
    annee: number;
    ouvert_le: Jour;
    ouvert_par: string;
  };
  cout: {
    territoire_id: string;
    exercice_id: string;
    id: string;
    base: BaseDeCout;
    sens: 'depense' | 'recette';
    poste: string;
    libelle: string;
    centimes: bigint;
    saisi_le: Jour;
    saisi_par: string;
  };
  etat_emis: {
    territoire_id: string;
    id: string;
    exercice_id: string;
    nature: NatureDEtat;
    rang: number;
    emis_le: Jour;
    emis_par: string;
    cout_centimes: bigint;
    communes_centimes: bigint;
    epci_centimes: bigint;
    convention_id: string;
    numero_version: number;
    empreinte: string;
    contenu: ContenuDEtat;
  };
  part_etat: {
    territoire_id: string;
    id: string;
    etat_id: string;
    collectivite: string;
    annee: number;
    numero: number;
    nature: NatureDEtat;
    emis_le: Jour;
    service_nom: string;
    part_centimes: bigint;
    appel_centimes: bigint;
    contenu: ContenuDePart;
  };
  suite_etat: {
    territoire_id: string;
    id: string;
    part_id: string;
    collectivite: string;
    geste: GesteDeSuite;
    motif: string;
    le: Jour;
    par: string;
  };
}
export type Tx = Transaction<TablesRefacturation>;
export const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;
