import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Base, dansTerritoire, nouvelId } from '../base/index.server.ts';
import type { Contour, Geometrie } from './contours.ts';
import {
  type EpciDetaille,
  lireContourEmbarque,
  lireEpci,
  PERIMETRE_AU,
  SOURCE_DU_PERIMETRE,
} from './decoupage.server.ts';
import type { TablesTerritoire, Tx } from './tables-du-territoire.sql.server.ts';
import { lireTerritoire } from './territoire.sql.server.ts';
import type { Territoire } from './territoire.ts';

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

export const inscrireContours = async (
  tx: Tx,
  territoireId: string,
  contours: readonly Contour[],
) => {
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
