import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { NatureDEtat } from './entrees.ts';
import type { ContenuDEtat, ContenuDePart } from './etat.ts';
import type { Exercice } from './ouvrir-exercice.sql.server.ts';
import { typer } from './tables-de-refacturation.sql.server.ts';

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
