import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Contexte } from '../../socle/base/index.server.ts';
import {
  type ContenuDeConvention,
  type Convention,
  versionCourante,
  versionSignee,
} from './convention.ts';
import {
  CONVENTION_INCONNUE,
  CONVENTION_SIGNEE,
  verrouillerConvention,
} from './conventions.sql.server.ts';
import { type Tx, typer } from './tables-de-convention.sql.server.ts';

/** SHA-256 d’une rédaction, clés rangées : deux rédactions égales ont la même empreinte. */
export const empreinteDe = (valeur: unknown): string => {
  const ranger = (_cle: string, v: unknown): unknown =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : v;
  return createHash('sha256').update(JSON.stringify(valeur, ranger)).digest('hex');
};

/** Deux personnes ont écrit en même temps : le texte en ligne est rendu avec celui qu’on n’a pas écrit. */
export interface RedactionChangee extends Refus {
  readonly enLigne: ContenuDeConvention;
}

/**
 * Enregistre la rédaction en cours. Si la dernière version est figée, en ouvre une nouvelle (les
 * délibérations prises sur l’ancienne ne concordent plus).
 * Refus : `convention-signee`, `redaction-changee` (avec le texte en ligne).
 * @param revision celle qu’on a lue avant d’écrire
 */
export const enregistrerRedaction = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  conventionId: string,
  {
    contenu,
    revision,
    motif = '',
  }: { contenu: ContenuDeConvention; revision: number; motif?: string },
): Promise<Resultat<{ readonly numero: number }, Refus | RedactionChangee>> => {
  const tx = typer(transaction);
  const convention = await verrouillerConvention(transaction, contexte, conventionId);
  if (convention === null) return refuser(CONVENTION_INCONNUE);
  if (versionSignee(convention) !== null) return refuser(CONVENTION_SIGNEE);
  const courante = versionCourante(convention);
  if (courante.revision !== revision)
    return refuser({
      code: 'redaction-changee',
      message:
        'Quelqu’un a modifié la convention pendant que vous écriviez. Rien n’a été remplacé : comparez les deux textes, puis enregistrez de nouveau.',
      enLigne: courante.contenu,
    });
  const estFigee = courante.figeeLe !== null;
  const numero = estFigee ? courante.numero + 1 : courante.numero;
  if (estFigee) {
    await tx
      .insertInto('version_convention')
      .values({
        territoire_id: contexte.territoireId,
        convention_id: conventionId,
        numero,
        redaction: contenu,
        motif,
        empreinte: null,
        figee_le: null,
        ecrite_par: contexte.auteur,
        revision: courante.revision + 1,
      })
      .execute();
  } else {
    await tx
      .updateTable('version_convention')
      .set({
        redaction: contenu,
        ecrite_par: contexte.auteur,
        revision: courante.revision + 1,
        ...(motif === '' ? {} : { motif }),
      })
      .where('territoire_id', '=', contexte.territoireId)
      .where('convention_id', '=', conventionId)
      .where('numero', '=', numero)
      .execute();
  }
  return accepter({ numero });
};

/** Fige la version courante d’une convention verrouillée ; sans effet si elle l’est déjà. */
export const figerVersion = async (
  tx: Tx,
  { territoireId }: Contexte,
  convention: Convention,
  le: Jour,
): Promise<void> => {
  const courante = versionCourante(convention);
  if (courante.figeeLe !== null) return;
  await tx
    .updateTable('version_convention')
    .set({ figee_le: le, empreinte: empreinteDe(courante.contenu) })
    .where('territoire_id', '=', territoireId)
    .where('convention_id', '=', convention.id)
    .where('numero', '=', courante.numero)
    .execute();
};
