import { sql, type Transaction } from 'kysely';
import type { Base } from '../base/index.server.ts';
import { typer } from './tables-du-territoire.sql.server.ts';
import type { Collectivite, Population, Territoire } from './territoire.ts';

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
