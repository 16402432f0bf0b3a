import type { Transaction } from 'kysely';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Contexte } from '../../socle/base/index.server.ts';
import { type Partie, versionSignee } from './convention.ts';
import {
  CONVENTION_INCONNUE,
  CONVENTION_SIGNEE,
  verrouillerConvention,
} from './conventions.sql.server.ts';
import { type Tx, typer } from './tables-de-convention.sql.server.ts';

/** Écrit les parties données ; celles qui sont déjà là changent d’adresse et de représentant. */
export const ecrireParties = async (
  tx: Tx,
  { territoireId }: Contexte,
  conventionId: string,
  parties: readonly Partie[],
): Promise<void> => {
  if (parties.length === 0) return;
  await tx
    .insertInto('partie_convention')
    .values(
      parties.map((partie) => ({
        ...partie,
        representant: partie.representant,
        territoire_id: territoireId,
        convention_id: conventionId,
      })),
    )
    .onConflict((conflit) =>
      conflit.columns(['territoire_id', 'convention_id', 'siren']).doUpdateSet((eb) => ({
        nom: eb.ref('excluded.nom'),
        adresse: eb.ref('excluded.adresse'),
        representant: eb.ref('excluded.representant'),
      })),
    )
    .execute();
};

const PARTIE_INCONNUE: Refus = {
  code: 'partie-inconnue',
  message: 'Une de ces parties n’est pas à la convention.',
  article: null,
};

/** Écrit adresses et représentants des parties ; scellés à la signature. Les membres ne changent pas ici. */
export const enregistrerParties = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  conventionId: string,
  parties: readonly Partie[],
): Promise<Resultat<null>> => {
  const convention = await verrouillerConvention(transaction, contexte, conventionId);
  if (convention === null) return refuser(CONVENTION_INCONNUE);
  if (versionSignee(convention) !== null) return refuser(CONVENTION_SIGNEE);
  const connus = new Set(convention.parties.map(({ siren }) => siren));
  if (!parties.every(({ siren }) => connus.has(siren))) return refuser(PARTIE_INCONNUE);
  await ecrireParties(typer(transaction), contexte, conventionId, parties);
  return accepter(null);
};

const MEMBRES_SCELLES: Refus = {
  code: 'version-figee',
  message: 'La liste des parties ne change plus une fois la version figée : préparez un avenant.',
  article: 'CGCT, art. L. 5211-4-2',
};

/** Ajoute ou retire une partie, tant qu’aucune version n’est figée. Refus : `version-figee`. */
export const changerMembres = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  conventionId: string,
  { ajoutee, retiree }: { readonly ajoutee?: Partie; readonly retiree?: string },
): Promise<Resultat<null>> => {
  const convention = await verrouillerConvention(transaction, contexte, conventionId);
  if (convention === null) return refuser(CONVENTION_INCONNUE);
  if (convention.versions.some(({ figeeLe }) => figeeLe !== null)) return refuser(MEMBRES_SCELLES);
  const tx = typer(transaction);
  if (ajoutee !== undefined) await ecrireParties(tx, contexte, conventionId, [ajoutee]);
  if (retiree !== undefined)
    await tx
      .deleteFrom('partie_convention')
      .where('territoire_id', '=', contexte.territoireId)
      .where('convention_id', '=', conventionId)
      .where('siren', '=', retiree)
      .where('qualite', '<>', 'epci')
      .execute();
  return accepter(null);
};
