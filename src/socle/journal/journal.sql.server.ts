import type { Transaction } from 'kysely';
import type { EcritureDuJournal } from './journal.ts';

interface TablesJournal {
  journal_ecriture: {
    id: bigint;
    le: Date;
    auteur: string;
    objet: string;
    objet_id: string;
    action: 'creer' | 'modifier' | 'supprimer';
    avant: Record<string, unknown> | null;
    apres: Record<string, unknown> | null;
  };
}

export interface FiltreDuJournal {
  readonly objet?: string | undefined;
  readonly objetId?: string | undefined;
  readonly auteur?: string | undefined;
  /** Ne rendre que ce qui précède cette écriture (page suivante). */
  readonly avantId?: string | undefined;
  readonly combien?: number | undefined;
}

/** Les écritures du territoire, la plus récente d’abord. Une commune n’y a pas accès : liste vide. */
export const lireJournal = async <T>(
  transaction: Transaction<T>,
  { objet, objetId, auteur, avantId, combien = 100 }: FiltreDuJournal = {},
): Promise<readonly EcritureDuJournal[]> => {
  let requete = (transaction as unknown as Transaction<TablesJournal>)
    .selectFrom('journal_ecriture')
    .select(['id', 'le', 'auteur', 'objet', 'objet_id as objetId', 'action', 'avant', 'apres'])
    .orderBy('id', 'desc')
    .limit(combien);
  if (objet !== undefined) requete = requete.where('objet', '=', objet);
  if (objetId !== undefined) requete = requete.where('objet_id', '=', objetId);
  if (auteur !== undefined) requete = requete.where('auteur', '=', auteur);
  if (avantId !== undefined && /^\d+$/.test(avantId)) {
    requete = requete.where('id', '<', BigInt(avantId));
  }
  const lignes = await requete.execute();
  return lignes.map((ligne) => ({ ...ligne, id: String(ligne.id) }));
};

/** Les auteurs et les objets présents au journal, pour les filtres. */
export const lireFiltresDuJournal = async <T>(
  transaction: Transaction<T>,
): Promise<{ readonly auteurs: readonly string[]; readonly objets: readonly string[] }> => {
  const tx = transaction as unknown as Transaction<TablesJournal>;
  const auteurs = await tx
    .selectFrom('journal_ecriture')
    .select('auteur')
    .distinct()
    .orderBy('auteur')
    .execute();
  const objets = await tx
    .selectFrom('journal_ecriture')
    .select('objet')
    .distinct()
    .orderBy('objet')
    .execute();
  return { auteurs: auteurs.map(({ auteur }) => auteur), objets: objets.map(({ objet }) => objet) };
};
