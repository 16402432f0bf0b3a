import { sql, type Transaction } from 'kysely';
import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { type Contexte, nouvelId } from '../../../socle/base/index.server.ts';
import type { LigneDeGrille, SourceDeLigne } from './ligne.ts';

interface TablesLignes {
  ligne_de_grille: {
    territoire_id: string;
    id: string;
    grille: string;
    collectivite: string;
    cle: string;
    valeurs: Readonly<Record<string, string>>;
    source: SourceDeLigne;
    depot_id: string | null;
    ecrite_par: string;
    version: number;
  };
}

type Tx = Transaction<TablesLignes>;
const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;

const COLONNES = [
  'id',
  'grille',
  'collectivite',
  'cle',
  'valeurs',
  'source',
  'version',
] as const satisfies readonly (keyof TablesLignes['ligne_de_grille'])[];

export interface FiltreDeLignes {
  /** SIREN ; toutes si absent. */
  readonly collectivites?: readonly string[] | undefined;
  /** Code de service : les lignes dont le service, ou l’une des affectations, est celui-là. */
  readonly service?: string | undefined;
}

/**
 * Les lignes en ligne d’une grille : la porte de lecture des autres pièces. La base filtre d’elle-même
 * quand le contexte est celui d’une commune.
 */
export const lireLignes = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  grille: string,
  filtre: FiltreDeLignes = {},
): Promise<readonly LigneDeGrille[]> => {
  const lignes = await typer(transaction)
    .selectFrom('ligne_de_grille')
    .select(COLONNES)
    .where('territoire_id', '=', contexte.territoireId)
    .where('grille', '=', grille)
    .$if(filtre.collectivites !== undefined, (requete) =>
      requete.where('collectivite', 'in', [...(filtre.collectivites ?? []), '']),
    )
    .orderBy('collectivite')
    .orderBy('cle')
    .execute();
  const { service } = filtre;
  if (service === undefined) return lignes;
  const champs = ['service', 'service_1', 'service_2', 'service_3'];
  return lignes.filter(({ valeurs }) => champs.some((champ) => valeurs[champ] === service));
};

/** Une ligne en ligne, ou null si elle n’existe pas (ou appartient à une autre commune). */
export const lireLigne = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
): Promise<LigneDeGrille | null> =>
  (await typer(transaction)
    .selectFrom('ligne_de_grille')
    .select(COLONNES)
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

/**
 * Les lignes d’une grille pour ces collectivités, verrouillées jusqu’à la fin de la transaction ; deux
 * validations de la même grille passent l’une après l’autre.
 */
export const verrouillerLignes = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  grille: string,
  collectivites: readonly string[],
): Promise<readonly LigneDeGrille[]> => {
  const tx = typer(transaction);
  for (const siren of [...collectivites].sort()) {
    const verrou = `${contexte.territoireId}/${grille}/${siren}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${verrou}, 10))`.execute(tx);
  }
  return tx
    .selectFrom('ligne_de_grille')
    .select(COLONNES)
    .where('territoire_id', '=', contexte.territoireId)
    .where('grille', '=', grille)
    .where('collectivite', 'in', [...collectivites, ''])
    .orderBy('collectivite')
    .orderBy('cle')
    .forUpdate()
    .execute();
};

/** Nombre de lignes en ligne par collectivité. */
export const compterLignes = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  grille: string,
): Promise<ReadonlyMap<string, number>> => {
  const comptes = await typer(transaction)
    .selectFrom('ligne_de_grille')
    .select(({ fn }) => ['collectivite', fn.countAll<bigint>().as('combien')])
    .where('territoire_id', '=', contexte.territoireId)
    .where('grille', '=', grille)
    .groupBy('collectivite')
    .execute();
  return new Map(comptes.map(({ collectivite, combien }) => [collectivite, Number(combien)]));
};

/** Une ligne à écrire ; `remplace` est l’identifiant de la ligne en ligne qu’elle modifie. */
export interface LigneAEcrire {
  readonly grille: string;
  readonly collectivite: string;
  readonly cle: string;
  readonly valeurs: Readonly<Record<string, string>>;
  readonly source: SourceDeLigne;
  readonly remplace: string | null;
}

const PAR_PAQUET = 2000;

/** Les lignes en un seul paramètre JSON : vingt mille lignes s’écrivent en quelques requêtes. */
const paquets = (lignes: readonly LigneAEcrire[]): readonly string[] =>
  Array.from({ length: Math.ceil(lignes.length / PAR_PAQUET) }, (_, rang) =>
    JSON.stringify(
      lignes
        .slice(rang * PAR_PAQUET, (rang + 1) * PAR_PAQUET)
        .map((ligne) => ({ ...ligne, id: ligne.remplace ?? nouvelId() })),
    ),
  );

const COLONNES_DU_PAQUET = sql`id uuid, grille text, collectivite text, cle text, valeurs jsonb, source jsonb`;

/** Écrit des lignes nouvelles et modifiées, et retire les autres, dans la transaction donnée. */
export const ecrireLignes = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  {
    ecrites,
    retirees,
    depotId,
  }: {
    readonly ecrites: readonly LigneAEcrire[];
    readonly retirees: readonly string[];
    readonly depotId: string | null;
  },
): Promise<void> => {
  const tx = typer(transaction);
  const { territoireId, auteur } = contexte;
  if (retirees.length > 0) {
    await sql`delete from ligne_de_grille
      where territoire_id = ${territoireId} and id = any(${[...retirees]}::uuid[])`.execute(tx);
  }
  for (const paquet of paquets(ecrites.filter(({ remplace }) => remplace !== null))) {
    await sql`update ligne_de_grille l
      set cle = p.cle, valeurs = p.valeurs, source = p.source, depot_id = ${depotId}::uuid,
        ecrite_le = now(), ecrite_par = ${auteur}, version = l.version + 1
      from jsonb_to_recordset(${paquet}::jsonb) as p(${COLONNES_DU_PAQUET})
      where l.territoire_id = ${territoireId} and l.id = p.id`.execute(tx);
  }
  for (const paquet of paquets(ecrites.filter(({ remplace }) => remplace === null))) {
    await sql`insert into ligne_de_grille
        (territoire_id, id, grille, collectivite, cle, valeurs, source, depot_id, ecrite_par)
      select ${territoireId}::uuid, p.id, p.grille, p.collectivite, p.cle, p.valeurs, p.source,
        ${depotId}::uuid, ${auteur}
      from jsonb_to_recordset(${paquet}::jsonb) as p(${COLONNES_DU_PAQUET})`.execute(tx);
  }
};

/** Refus d’écrire par-dessus quelqu’un : la ligne telle qu’elle est maintenant, pour comparer. */
export interface LigneChangee {
  readonly code: 'ligne-changee';
  readonly message: string;
  readonly enLigne: LigneDeGrille;
}

const changee = (enLigne: LigneDeGrille): LigneChangee => ({
  code: 'ligne-changee',
  message:
    'Quelqu’un a modifié cette ligne pendant que vous la corrigiez. Rien n’a été écrit : comparez les deux versions, puis choisissez.',
  enLigne,
});

/**
 * Corrige une ligne en ligne si personne ne l’a changée depuis qu’on l’a lue.
 * Refus : `ligne-changee` (avec la version en ligne), `ligne-inconnue`.
 */
export const corrigerLigne = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  {
    id,
    version,
    cle,
    valeurs,
    source,
  }: Pick<LigneDeGrille, 'id' | 'version' | 'cle' | 'valeurs' | 'source'>,
): Promise<
  Resultat<null, LigneChangee | { readonly code: 'ligne-inconnue'; readonly message: string }>
> => {
  const tx = typer(transaction);
  const enLigne = await tx
    .selectFrom('ligne_de_grille')
    .select(COLONNES)
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (enLigne === undefined) {
    return refuser({
      code: 'ligne-inconnue',
      message: 'Cette ligne a été retirée entre-temps. Ajoutez-la de nouveau si elle manque.',
    });
  }
  if (enLigne.version !== version) return refuser(changee(enLigne));
  await ecrireLignes(transaction, contexte, {
    ecrites: [
      {
        grille: enLigne.grille,
        collectivite: enLigne.collectivite,
        cle,
        valeurs,
        source,
        remplace: id,
      },
    ],
    retirees: [],
    depotId: null,
  });
  return accepter(null);
};

/** La ligne en ligne qui porte cette clé, s’il y en a une. */
export const trouverParCle = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { grille, collectivite, cle }: Pick<LigneDeGrille, 'grille' | 'collectivite' | 'cle'>,
): Promise<LigneDeGrille | null> =>
  (await typer(transaction)
    .selectFrom('ligne_de_grille')
    .select(COLONNES)
    .where('territoire_id', '=', contexte.territoireId)
    .where('grille', '=', grille)
    .where('collectivite', '=', collectivite)
    .where('cle', '=', cle)
    .executeTakeFirst()) ?? null;

/** Retire une ligne en ligne si personne ne l’a changée. Refus : `ligne-changee`. */
export const retirerLigne = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { id, version }: Pick<LigneDeGrille, 'id' | 'version'>,
): Promise<Resultat<null, LigneChangee>> => {
  const { numDeletedRows } = await typer(transaction)
    .deleteFrom('ligne_de_grille')
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numDeletedRows > 0n) return accepter(null);
  const enLigne = await lireLigne(transaction, contexte, id);
  return enLigne === null ? accepter(null) : refuser(changee(enLigne));
};
