import { type Kysely, sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Base } from '../base/index.server.ts';
import type { Role } from './droits.ts';

interface TablesAcces {
  acces_territoire: {
    territoire_id: string;
    personne_id: string;
    role: Role;
    collectivite: string | null;
    cree_le: Jour;
    cree_par: string;
  };
  personne: { id: string; nom: string; courriel: string };
}

/** L’accès d’une personne à un territoire, vu de la personne. */
export interface AccesAUnTerritoire {
  readonly territoireId: string;
  readonly siren: string;
  readonly nom: string;
  readonly role: Role;
  readonly collectivite: string | null;
}

/** L’accès d’une personne, vu du territoire. */
export interface AccesDUnePersonne {
  readonly personneId: string;
  readonly nom: string;
  readonly courriel: string;
  readonly role: Role;
  readonly collectivite: string | null;
  readonly creeLe: Jour;
  readonly creePar: string;
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesAcces>;

/** Les territoires qu’une personne peut ouvrir. */
export const lireAccesDePersonne = async (
  base: Base,
  personneId: string,
): Promise<readonly AccesAUnTerritoire[]> => {
  const { rows } = await sql<AccesAUnTerritoire>`
    select territoire_id as "territoireId", siren, nom, role, collectivite
    from acces_de_personne(${personneId})`.execute(base as Kysely<unknown>);
  return rows;
};

/** Les personnes qui ont accès au territoire de la transaction, par nom. */
export const listerAcces = async <T>(
  transaction: Transaction<T>,
): Promise<readonly AccesDUnePersonne[]> =>
  typer(transaction)
    .selectFrom('acces_territoire as a')
    .innerJoin('personne as p', 'p.id', 'a.personne_id')
    .select([
      'a.personne_id as personneId',
      'p.nom',
      'p.courriel',
      'a.role',
      'a.collectivite',
      'a.cree_le as creeLe',
      'a.cree_par as creePar',
    ])
    .orderBy('p.nom')
    .execute();

/** Verrouille les accès de pilote et dit si cette personne est la seule. */
const estDernierPilote = async (tx: Transaction<TablesAcces>, personneId: string) => {
  const pilotes = await tx
    .selectFrom('acces_territoire')
    .select('personne_id')
    .where('role', '=', 'pilote')
    .forUpdate()
    .execute();
  return pilotes.length === 1 && pilotes[0]?.personne_id === personneId;
};

const REFUS_DERNIER_PILOTE = {
  code: 'dernier-pilote',
  message:
    'C’est la seule personne pilote de ce territoire : donnez d’abord ce rôle à quelqu’un d’autre.',
} as const;

export interface AccesADonner {
  readonly territoireId: string;
  readonly personneId: string;
  readonly role: Role;
  readonly collectivite?: string | null | undefined;
  readonly auteur: string;
  readonly aujourdhui: Jour;
}

/**
 * Donne ou change l’accès d’une personne.
 * Refus : `collectivite-manquante` (rôle commune), `collectivite-inconnue`, `dernier-pilote`.
 */
export const donnerAcces = async <T>(
  transaction: Transaction<T>,
  { territoireId, personneId, role, collectivite, auteur, aujourdhui }: AccesADonner,
): Promise<Resultat<null>> => {
  const tx = typer(transaction);
  const siren = role === 'commune' || role === 'elu' ? collectivite || null : null;
  if (role === 'commune' && siren === null) {
    return refuser({
      code: 'collectivite-manquante',
      message: 'Choisissez la commune de cette personne.',
    });
  }
  if (siren !== null) {
    const { rows } = await sql`select 1 from collectivite where siren = ${siren}`.execute(tx);
    if (rows.length === 0) {
      return refuser({
        code: 'collectivite-inconnue',
        message: 'Cette collectivité n’est pas du territoire : choisissez-la dans la liste.',
      });
    }
  }
  if (role !== 'pilote' && (await estDernierPilote(tx, personneId))) {
    return refuser(REFUS_DERNIER_PILOTE);
  }
  await tx
    .insertInto('acces_territoire')
    .values({
      territoire_id: territoireId,
      personne_id: personneId,
      role,
      collectivite: siren,
      cree_le: aujourdhui,
      cree_par: auteur,
    })
    .onConflict((conflit) =>
      conflit.columns(['territoire_id', 'personne_id']).doUpdateSet({ role, collectivite: siren }),
    )
    .execute();
  return accepter(null);
};

/** Retire l’accès d’une personne. Refus : `dernier-pilote`. */
export const retirerAcces = async <T>(
  transaction: Transaction<T>,
  personneId: string,
): Promise<Resultat<null>> => {
  const tx = typer(transaction);
  if (await estDernierPilote(tx, personneId)) return refuser(REFUS_DERNIER_PILOTE);
  await tx.deleteFrom('acces_territoire').where('personne_id', '=', personneId).execute();
  return accepter(null);
};
