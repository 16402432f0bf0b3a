import type { Transaction } from 'kysely';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Contour, lireContoursGeojson } from './contours.ts';
import { inscrireContours } from './creer-territoire.sql.server.ts';
import { typer } from './tables-du-territoire.sql.server.ts';
import { lireTerritoire } from './territoire.sql.server.ts';

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
