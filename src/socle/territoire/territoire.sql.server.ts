import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Base, dansTerritoire, nouvelId } from '../base/index.server.ts';
import { type Contour, type Geometrie, lireContoursGeojson } from './contours.ts';
import {
  type EpciDetaille,
  lireContourEmbarque,
  lireEpci,
  PERIMETRE_AU,
  SOURCE_DU_PERIMETRE,
} from './decoupage.server.ts';
import type {
  Collectivite,
  GenrePopulation,
  ModeFinancement,
  Population,
  Territoire,
  TypeEpci,
} from './territoire.ts';

/** Les tables de cette pièce, pour les requêtes typées. */
export interface TablesTerritoire {
  territoire: {
    territoire_id: string;
    siren: string;
    nom: string;
    type: TypeEpci;
    mode_financement: ModeFinancement;
    perimetre_au: Jour;
    source: string;
    couleur: string | null;
    logo_fichier_id: string | null;
    cree_le: Jour;
    cree_par: string;
  };
  collectivite: {
    territoire_id: string;
    siren: string;
    code_insee: string | null;
    nom: string;
    type: 'commune' | 'epci';
    code_postal: string | null;
    surface_ha: number | null;
    longitude: number | null;
    latitude: number | null;
    depuis: Jour;
    jusqu_a: Jour | null;
  };
  population: {
    territoire_id: string;
    siren: string;
    genre: GenrePopulation;
    millesime: number;
    reference: number | null;
    valeur: number;
    source: string;
  };
  contour: {
    territoire_id: string;
    code_insee: string;
    contenu: Geometrie;
    empreinte: string;
    source: string;
  };
}

type Tx = Transaction<TablesTerritoire>;
/** Toute transaction de `dansTerritoire`, quelles que soient les tables que l’appelant y voit. */
const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;

const inscrireCommunes = async (tx: Tx, territoireId: string, epci: EpciDetaille) => {
  const commun = { territoire_id: territoireId, depuis: PERIMETRE_AU as Jour, jusqu_a: null };
  await tx
    .insertInto('collectivite')
    .values([
      {
        ...commun,
        siren: epci.siren,
        code_insee: null,
        nom: epci.nom,
        type: 'epci',
        code_postal: null,
        surface_ha: null,
        longitude: null,
        latitude: null,
      },
      ...epci.membres.map((membre) => ({
        ...commun,
        siren: membre.siren,
        code_insee: membre.codeInsee,
        nom: membre.nom,
        type: 'commune' as const,
        code_postal: membre.codePostal,
        surface_ha: membre.surfaceHa,
        longitude: membre.longitude,
        latitude: membre.latitude,
      })),
    ])
    .execute();
  await tx
    .insertInto('population')
    .values(
      [epci, ...epci.membres].flatMap(({ siren, populations }) =>
        populations.map((population) => ({ territoire_id: territoireId, siren, ...population })),
      ),
    )
    .execute();
};

const inscrireContours = async (tx: Tx, territoireId: string, contours: readonly Contour[]) => {
  if (contours.length === 0) return;
  await tx
    .insertInto('contour')
    .values(
      contours.map(({ codeInsee, geometrie, source }) => ({
        territoire_id: territoireId,
        code_insee: codeInsee,
        contenu: sql<Geometrie>`${JSON.stringify(geometrie)}::jsonb`,
        empreinte: createHash('sha256').update(JSON.stringify(geometrie)).digest('hex'),
        source,
      })),
    )
    .onConflict((conflit) =>
      conflit.columns(['territoire_id', 'code_insee']).doUpdateSet((eb) => ({
        contenu: eb.ref('excluded.contenu'),
        empreinte: eb.ref('excluded.empreinte'),
        source: eb.ref('excluded.source'),
      })),
    )
    .execute();
};

/**
 * Crée un territoire réel à partir du SIREN d’un EPCI : communes, populations (millésime et source),
 * centroïdes et contours quand ils sont embarqués.
 * @param ensuite ce qui doit naître avec lui, dans la même transaction (l’accès de sa pilote) : interrompue,
 * la création ne laisse pas un territoire que personne ne pourrait ouvrir
 * Refus : `epci-inconnu`, `territoire-existant`.
 */
export const creerTerritoire = (
  base: Base,
  siren: string,
  auteur: string,
  aujourdhui: Jour,
  ensuite?: (tx: Transaction<unknown>, territoireId: string) => Promise<unknown>,
): Promise<Resultat<Territoire>> => {
  const epci = lireEpci(siren);
  if (epci === null) {
    return Promise.resolve(
      refuser({
        code: 'epci-inconnu',
        message: `Aucun EPCI à fiscalité propre ne porte le SIREN ${siren} : cherchez-le par son nom ou par son département.`,
      }),
    );
  }
  const territoireId = nouvelId();
  return dansTerritoire<TablesTerritoire, Resultat<Territoire>>(
    base,
    { territoireId, auteur },
    async (tx) => {
      const { rows } = await sql<{ cree: boolean }>`select creer_territoire(
        ${siren}, ${epci.nom}, ${epci.type}, ${epci.modeFinancement},
        ${PERIMETRE_AU}::date, ${SOURCE_DU_PERIMETRE}, ${aujourdhui}::date, ${auteur}) as cree`.execute(
        tx,
      );
      if (rows[0]?.cree !== true) {
        return refuser({
          code: 'territoire-existant',
          message: `${epci.nom} est déjà dans Ensemblier : demandez un accès à sa personne pilote.`,
        });
      }
      await inscrireCommunes(tx, territoireId, epci);
      const contours = epci.membres.flatMap(
        ({ codeInsee }) => lireContourEmbarque(codeInsee) ?? [],
      );
      await inscrireContours(tx, territoireId, contours);
      await ensuite?.(tx as unknown as Transaction<unknown>, territoireId);
      return accepter(await lireTerritoire(tx));
    },
  );
};

/** Les collectivités du territoire : l’EPCI en tête, puis les communes par code INSEE. */
export const lireCollectivites = async <T>(
  transaction: Transaction<T>,
): Promise<readonly Collectivite[]> => {
  const tx = typer(transaction);
  const lignes = await tx
    .selectFrom('collectivite')
    .selectAll()
    .orderBy('code_insee', (ordre) => ordre.asc().nullsFirst())
    .execute();
  const populations = await tx
    .selectFrom('population')
    .select(['siren', 'genre', 'millesime', 'reference', 'valeur', 'source'])
    .orderBy('millesime', 'desc')
    .orderBy('genre')
    .execute();
  const parSiren = new Map<string, Population[]>();
  for (const { siren, ...population } of populations) {
    parSiren.set(siren, [...(parSiren.get(siren) ?? []), population]);
  }
  return lignes.map((ligne) => ({
    siren: ligne.siren,
    codeInsee: ligne.code_insee,
    nom: ligne.nom,
    type: ligne.type,
    codePostal: ligne.code_postal,
    surfaceHa: ligne.surface_ha,
    longitude: ligne.longitude,
    latitude: ligne.latitude,
    depuis: ligne.depuis,
    jusquA: ligne.jusqu_a,
    populations: parSiren.get(ligne.siren) ?? [],
  }));
};

/** Un territoire sans ses collectivités : ce que toute page affiche. */
export type EnTeteTerritoire = Omit<Territoire, 'collectivites'>;

/** L’en-tête du territoire de la transaction en cours. */
export const lireEnTete = async <T>(transaction: Transaction<T>): Promise<EnTeteTerritoire> => {
  const ligne = await typer(transaction)
    .selectFrom('territoire')
    .selectAll()
    .executeTakeFirstOrThrow();
  return {
    territoireId: ligne.territoire_id,
    siren: ligne.siren,
    nom: ligne.nom,
    type: ligne.type,
    modeFinancement: ligne.mode_financement,
    perimetreAu: ligne.perimetre_au,
    source: ligne.source,
    couleur: ligne.couleur,
    logoFichierId: ligne.logo_fichier_id,
    creeLe: ligne.cree_le,
  };
};

/** Le territoire de la transaction en cours, avec ses collectivités. */
export const lireTerritoire = async <T>(transaction: Transaction<T>): Promise<Territoire> => ({
  ...(await lireEnTete(transaction)),
  collectivites: await lireCollectivites(transaction),
});

/** Les contours connus des communes du territoire, par code INSEE. */
export const lireContours = async <T>(transaction: Transaction<T>): Promise<readonly Contour[]> => {
  const lignes = await typer(transaction)
    .selectFrom('contour')
    .select(['code_insee', 'contenu', 'source'])
    .orderBy('code_insee')
    .execute();
  return lignes.map(({ code_insee, contenu, source }) => ({
    codeInsee: code_insee,
    geometrie: contenu,
    source,
  }));
};

export interface ImportDeContours {
  readonly importes: readonly string[];
  /** Codes INSEE du fichier qui ne sont pas du territoire : laissés de côté. */
  readonly ignores: readonly string[];
  /** Communes du territoire toujours sans contour. */
  readonly sansContour: readonly string[];
}

/**
 * Remplace ou ajoute les contours des communes du territoire à partir d’un GeoJSON (WGS 84).
 * @param source mention d’origine à afficher sous la carte
 * Refus : ceux de `lireContoursGeojson`, et `aucune-commune-du-territoire`.
 */
export const importerContours = async <T>(
  transaction: Transaction<T>,
  geojson: string,
  source: string,
): Promise<Resultat<ImportDeContours>> => {
  const lus = lireContoursGeojson(geojson, source);
  if (!lus.ok) return lus;
  const tx = typer(transaction);
  const { territoireId, collectivites } = await lireTerritoire(tx);
  const communes = new Set(collectivites.flatMap(({ codeInsee }) => codeInsee ?? []));
  const retenus = lus.valeur.filter(({ codeInsee }) => communes.has(codeInsee));
  if (retenus.length === 0) {
    return refuser({
      code: 'aucune-commune-du-territoire',
      message:
        'Ce fichier ne contient aucune commune du territoire : vérifiez les codes INSEE et le département choisi.',
    });
  }
  await inscrireContours(tx, territoireId, retenus);
  const connus = new Set((await lireContours(tx)).map(({ codeInsee }) => codeInsee));
  return accepter({
    importes: retenus.map(({ codeInsee }) => codeInsee),
    ignores: lus.valeur.map(({ codeInsee }) => codeInsee).filter((code) => !communes.has(code)),
    sansContour: [...communes].filter((code) => !connus.has(code)),
  });
};

/** Le territoire qui porte ce SIREN, ou null. */
export const territoireDuSiren = async (
  base: Base,
  siren: string,
): Promise<{
  readonly territoireId: string;
  readonly siren: string;
  readonly nom: string;
} | null> => {
  const { rows } = await sql<{ territoireId: string; siren: string; nom: string }>`
    select territoire_id as "territoireId", siren, nom from territoire_du_siren(${siren})`.execute(
    base,
  );
  return rows[0] ?? null;
};

/** Les SIREN qui ont déjà leur territoire. */
export const lireSirensDesTerritoires = async (base: Base): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ siren: string }>`select sirens_des_territoires() as siren`.execute(
    base,
  );
  return new Set(rows.map(({ siren }) => siren));
};

/** Choisit la couleur d’affichage du territoire (« #1f6f78 ») et son logo déposé. */
export const habillerTerritoire = async <T>(
  transaction: Transaction<T>,
  {
    couleur,
    logoFichierId,
  }: { readonly couleur: string | null; readonly logoFichierId: string | null },
): Promise<void> => {
  await typer(transaction)
    .updateTable('territoire')
    .set({ couleur, logo_fichier_id: logoFichierId })
    .execute();
};
