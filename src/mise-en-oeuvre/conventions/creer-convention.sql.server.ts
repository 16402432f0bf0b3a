import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { ContenuDeConvention, Partie, SorteDeConvention } from './convention.ts';
import { ecrireParties } from './parties.sql.server.ts';
import { typer } from './tables-de-convention.sql.server.ts';

export interface ConventionACreer {
  readonly sorte: SorteDeConvention;
  readonly titre: string;
  readonly objetId: string | null;
  readonly modifieId?: string | null;
  readonly contenu: ContenuDeConvention;
  readonly parties: readonly Partie[];
}

/** Crée un projet de convention, version 1 en brouillon. Rend son identifiant. */
export const creerConvention = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { sorte, titre, objetId, modifieId = null, contenu, parties }: ConventionACreer,
  aujourdhui: Jour,
): Promise<string> => {
  const tx = typer(transaction);
  const id = nouvelId();
  const { territoireId } = contexte;
  await tx
    .insertInto('convention')
    .values({
      territoire_id: territoireId,
      id,
      sorte,
      titre,
      objet_id: objetId,
      correspondant: '',
      modifie_id: modifieId,
      cree_le: aujourdhui,
      cree_par: contexte.auteur,
    })
    .execute();
  await ecrireParties(tx, contexte, id, parties);
  await tx
    .insertInto('version_convention')
    .values({
      territoire_id: territoireId,
      convention_id: id,
      numero: 1,
      redaction: contenu,
      motif: '',
      empreinte: null,
      figee_le: null,
      ecrite_par: contexte.auteur,
      revision: 1,
    })
    .execute();
  return id;
};
