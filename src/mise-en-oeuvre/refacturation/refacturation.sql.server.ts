import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { BaseDeCout } from './budget.ts';
import type { NatureDEtat } from './entrees.ts';
import type { ContenuDEtat, ContenuDePart, EtatDeCommune } from './etat.ts';
import type { GesteDeSuite, SuiteDEtat } from './suites.ts';

interface TablesRefacturation {
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
type Tx = Transaction<TablesRefacturation>;
const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;

export interface Exercice {
  readonly id: string;
  readonly serviceId: string;
  readonly annee: number;
}

const EXERCICE = ['id', 'service_id as serviceId', 'annee'] as const;

/** L’exercice d’un service, ouvert s’il ne l’était pas. */
export const ouvrirExercice = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { serviceId, annee }: { serviceId: string; annee: number },
  aujourdhui: Jour,
): Promise<Exercice> => {
  const tx = typer(transaction);
  await tx
    .insertInto('exercice_service')
    .values({
      territoire_id: contexte.territoireId,
      id: nouvelId(),
      service_id: serviceId,
      annee,
      ouvert_le: aujourdhui,
      ouvert_par: contexte.auteur,
    })
    .onConflict((conflit) => conflit.doNothing())
    .execute();
  return tx
    .selectFrom('exercice_service')
    .select(EXERCICE)
    .where('territoire_id', '=', contexte.territoireId)
    .where('service_id', '=', serviceId)
    .where('annee', '=', annee)
    .executeTakeFirstOrThrow();
};

export const lireExercices = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
): Promise<readonly Exercice[]> =>
  typer(transaction)
    .selectFrom('exercice_service')
    .select(EXERCICE)
    .where('territoire_id', '=', territoireId)
    .orderBy('annee', 'desc')
    .execute();

/** Verrouille l’exercice : une seule émission à la fois. */
export const verrouillerExercice = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  exerciceId: string,
): Promise<void> => {
  await typer(transaction)
    .selectFrom('exercice_service')
    .select('id')
    .where('territoire_id', '=', territoireId)
    .where('id', '=', exerciceId)
    .forUpdate()
    .execute();
};

export interface CoutSaisi {
  readonly id: string;
  readonly base: BaseDeCout;
  readonly sens: 'depense' | 'recette';
  readonly poste: string;
  readonly libelle: string;
  readonly centimes: bigint;
  readonly saisiLe: Jour;
  readonly saisiPar: string;
}

export const lireCoutsSaisis = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  exerciceId: string,
): Promise<readonly CoutSaisi[]> =>
  typer(transaction)
    .selectFrom('cout')
    .select([
      'id',
      'base',
      'sens',
      'poste',
      'libelle',
      'centimes',
      'saisi_le as saisiLe',
      'saisi_par as saisiPar',
    ])
    .where('territoire_id', '=', territoireId)
    .where('exercice_id', '=', exerciceId)
    .orderBy('id')
    .execute();

export const ajouterCout = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  exerciceId: string,
  cout: Omit<CoutSaisi, 'id' | 'saisiLe' | 'saisiPar'>,
  aujourdhui: Jour,
): Promise<void> => {
  await typer(transaction)
    .insertInto('cout')
    .values({
      ...cout,
      territoire_id: contexte.territoireId,
      exercice_id: exerciceId,
      id: nouvelId(),
      saisi_le: aujourdhui,
      saisi_par: contexte.auteur,
    })
    .execute();
};

export const retirerCout = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  exerciceId: string,
  id: string,
): Promise<void> => {
  await typer(transaction)
    .deleteFrom('cout')
    .where('territoire_id', '=', territoireId)
    .where('exercice_id', '=', exerciceId)
    .where('id', '=', id)
    .execute();
};

/** Un état émis, sans ses entrées. */
export interface EtatEmis {
  readonly id: string;
  readonly exerciceId: string;
  readonly serviceId: string;
  readonly annee: number;
  readonly nature: NatureDEtat;
  readonly rang: number;
  readonly emisLe: Jour;
  readonly emisPar: string;
  readonly coutCentimes: bigint;
  readonly communesCentimes: bigint;
  readonly epciCentimes: bigint;
  readonly conventionId: string;
  readonly version: number;
  readonly empreinte: string;
}

/** Les états émis pour les services, du plus récent au plus ancien ; réservés au service de l’EPCI. */
export const lireEmissions = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  { serviceId, annee }: { serviceId?: string | undefined; annee?: number | undefined } = {},
): Promise<readonly EtatEmis[]> =>
  typer(transaction)
    .selectFrom('etat_emis as e')
    .innerJoin('exercice_service as x', (jonction) =>
      jonction.onRef('x.territoire_id', '=', 'e.territoire_id').onRef('x.id', '=', 'e.exercice_id'),
    )
    .select([
      'e.id',
      'e.exercice_id as exerciceId',
      'x.service_id as serviceId',
      'x.annee',
      'e.nature',
      'e.rang',
      'e.emis_le as emisLe',
      'e.emis_par as emisPar',
      'e.cout_centimes as coutCentimes',
      'e.communes_centimes as communesCentimes',
      'e.epci_centimes as epciCentimes',
      'e.convention_id as conventionId',
      'e.numero_version as version',
      'e.empreinte',
    ])
    .where('e.territoire_id', '=', territoireId)
    .$if(serviceId !== undefined, (requete) => requete.where('x.service_id', '=', serviceId ?? ''))
    .$if(annee !== undefined, (requete) => requete.where('x.annee', '=', annee ?? 0))
    .orderBy('e.id', 'desc')
    .execute();

/** Ce que l’état a figé : ses entrées et ses explications. */
export const lireContenuDEtat = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  id: string,
): Promise<ContenuDEtat | null> =>
  (
    await typer(transaction)
      .selectFrom('etat_emis')
      .select('contenu')
      .where('territoire_id', '=', territoireId)
      .where('id', '=', id)
      .executeTakeFirst()
  )?.contenu ?? null;

const PART = [
  'id',
  'etat_id as etatId',
  'collectivite',
  'annee',
  'numero',
  'nature',
  'emis_le as emisLe',
  'service_nom as service',
  'part_centimes as partCentimes',
  'appel_centimes as appelCentimes',
] as const;

export type ResumeDEtat = Omit<EtatDeCommune, 'contenu'>;

export interface FiltreDEtats {
  /** SIREN. */
  readonly collectivite?: string | undefined;
  readonly etatId?: string | undefined;
}

/**
 * Les états des communes, du plus récent au plus ancien. Une commune ne voit que les siens : la base
 * filtre d’elle-même.
 */
export const lireEtatsEmis = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  { collectivite, etatId }: FiltreDEtats = {},
): Promise<readonly ResumeDEtat[]> =>
  typer(transaction)
    .selectFrom('part_etat')
    .select(PART)
    .where('territoire_id', '=', territoireId)
    .$if(collectivite !== undefined, (requete) =>
      requete.where('collectivite', '=', collectivite ?? ''),
    )
    .$if(etatId !== undefined, (requete) => requete.where('etat_id', '=', etatId ?? ''))
    .orderBy('annee', 'desc')
    .orderBy('numero', 'desc')
    .execute();

/** L’état d’une commune, entier ; null s’il n’existe pas ou n’est pas le sien. */
export const lireEtatDeCommune = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  id: string,
): Promise<EtatDeCommune | null> =>
  (await typer(transaction)
    .selectFrom('part_etat')
    .select([...PART, 'contenu'])
    .where('territoire_id', '=', territoireId)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

const refus = (code: string, message: string): Refus => ({ code, message, article: null });

export interface EmissionAEcrire {
  readonly exercice: Exercice;
  readonly nature: NatureDEtat;
  readonly rang: number;
  readonly totaux: { readonly cout: bigint; readonly communes: bigint; readonly epci: bigint };
  readonly convention: { readonly id: string; readonly version: number };
  readonly empreinte: string;
  readonly contenu: ContenuDEtat;
  readonly service: string;
  readonly parts: readonly {
    readonly siren: string;
    readonly part: bigint;
    readonly appel: bigint;
    readonly contenu: ContenuDePart;
  }[];
}

const VERROU_DE_NUMEROTATION = 724_240_050;

/**
 * Écrit un état et la part de chaque commune, numérotée à la suite dans l’exercice. À appeler sous le
 * verrou de l’exercice. Refus : `deja-emis` si cette émission existe.
 */
export const ecrireEmission = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  emission: EmissionAEcrire,
  aujourdhui: Jour,
): Promise<Resultat<string>> => {
  const tx = typer(transaction);
  const { territoireId } = contexte;
  const id = nouvelId();
  const { annee } = emission.exercice;
  const ecrit = await tx
    .insertInto('etat_emis')
    .values({
      territoire_id: territoireId,
      id,
      exercice_id: emission.exercice.id,
      nature: emission.nature,
      rang: emission.rang,
      emis_le: aujourdhui,
      emis_par: contexte.auteur,
      cout_centimes: emission.totaux.cout,
      communes_centimes: emission.totaux.communes,
      epci_centimes: emission.totaux.epci,
      convention_id: emission.convention.id,
      numero_version: emission.convention.version,
      empreinte: emission.empreinte,
      contenu: emission.contenu,
    })
    .onConflict((conflit) => conflit.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (ecrit === undefined)
    return refuser(
      refus('deja-emis', 'Cet état vient d’être émis par quelqu’un d’autre : rechargez la page.'),
    );
  await sql`select pg_advisory_xact_lock(${VERROU_DE_NUMEROTATION}, hashtext(${`${territoireId}/${annee}`}))`.execute(
    tx,
  );
  const dernier = await tx
    .selectFrom('part_etat')
    .select(({ fn }) => fn.max('numero').as('numero'))
    .where('territoire_id', '=', territoireId)
    .where('annee', '=', annee)
    .executeTakeFirst();
  const premier = (dernier?.numero ?? 0) + 1;
  if (emission.parts.length > 0)
    await tx
      .insertInto('part_etat')
      .values(
        emission.parts.map(({ siren, part, appel, contenu }, rang) => ({
          territoire_id: territoireId,
          id: nouvelId(),
          etat_id: id,
          collectivite: siren,
          annee,
          numero: premier + rang,
          nature: emission.nature,
          emis_le: aujourdhui,
          service_nom: emission.service,
          part_centimes: part,
          appel_centimes: appel,
          contenu,
        })),
      )
      .execute();
  return accepter(id);
};

/** Ce que les états déjà émis d’un exercice ont appelé, par commune et par état. */
export const lireAppels = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  exerciceId: string,
): Promise<
  readonly {
    readonly siren: string;
    readonly annee: number;
    readonly numero: number;
    readonly le: Jour;
    readonly centimes: bigint;
  }[]
> =>
  typer(transaction)
    .selectFrom('part_etat as p')
    .innerJoin('etat_emis as e', (jonction) =>
      jonction.onRef('e.territoire_id', '=', 'p.territoire_id').onRef('e.id', '=', 'p.etat_id'),
    )
    .select([
      'p.collectivite as siren',
      'p.annee',
      'p.numero',
      'p.emis_le as le',
      'p.appel_centimes as centimes',
    ])
    .where('p.territoire_id', '=', territoireId)
    .where('e.exercice_id', '=', exerciceId)
    .orderBy('p.numero')
    .execute();

/** Ce qui a suivi un état, dans l’ordre. */
export const lireSuites = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  partIds: readonly string[],
): Promise<readonly SuiteDEtat[]> =>
  partIds.length === 0
    ? []
    : typer(transaction)
        .selectFrom('suite_etat')
        .select(['id', 'part_id as partId', 'geste', 'motif', 'le', 'par'])
        .where('territoire_id', '=', territoireId)
        .where('part_id', 'in', partIds)
        .orderBy('id')
        .execute();

export const ajouterSuite = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  part: Pick<EtatDeCommune, 'id' | 'collectivite'>,
  { geste, motif, le }: Pick<SuiteDEtat, 'geste' | 'motif' | 'le'>,
): Promise<void> => {
  await typer(transaction)
    .insertInto('suite_etat')
    .values({
      territoire_id: contexte.territoireId,
      id: nouvelId(),
      part_id: part.id,
      collectivite: part.collectivite,
      geste,
      motif,
      le,
      par: contexte.auteur,
    })
    .execute();
};
