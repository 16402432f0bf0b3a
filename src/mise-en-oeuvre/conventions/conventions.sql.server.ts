import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Refus } from '../../moteurs/resultat/index.ts';
import type { Contexte } from '../../socle/base/index.server.ts';
import { type Convention, conventionsEnVigueur, type Partie } from './convention.ts';
import { type Tx, typer } from './tables-de-convention.sql.server.ts';

const grouper = <L extends { readonly convention_id: string }>(lignes: readonly L[]) =>
  Map.groupBy(lignes, ({ convention_id }) => convention_id);

/** L’intercommunalité en tête, puis les communes dans l’ordre français (Écoche avant La Gresle). */
const rangerParties = <P extends Pick<Partie, 'qualite' | 'nom'>>(parties: readonly P[]) =>
  parties.toSorted(
    (a, b) =>
      Number(b.qualite === 'epci') - Number(a.qualite === 'epci') ||
      a.nom.localeCompare(b.nom, 'fr'),
  );

const lireOu = async (
  tx: Tx,
  { territoireId }: Contexte,
  ids: readonly string[] | null,
): Promise<readonly Convention[]> => {
  if (ids !== null && ids.length === 0) return [];
  const lignes = await tx
    .selectFrom('convention')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .$if(ids !== null, (requete) => requete.where('id', 'in', ids ?? []))
    .orderBy('id')
    .execute();
  const trouves = lignes.map(({ id }) => id);
  if (trouves.length === 0) return [];
  const parties = grouper(
    await tx
      .selectFrom('partie_convention')
      .selectAll()
      .where('territoire_id', '=', territoireId)
      .where('convention_id', 'in', trouves)
      .execute(),
  );
  const versions = grouper(
    await tx
      .selectFrom('version_convention')
      .selectAll()
      .where('territoire_id', '=', territoireId)
      .where('convention_id', 'in', trouves)
      .orderBy('numero')
      .execute(),
  );
  const evenements = grouper(
    await tx
      .selectFrom('evenement_convention')
      .selectAll()
      .where('territoire_id', '=', territoireId)
      .where('convention_id', 'in', trouves)
      .orderBy('le')
      .orderBy('id')
      .execute(),
  );
  return lignes.flatMap((ligne) => {
    const [premiere, ...suivantes] = (versions.get(ligne.id) ?? []).map((version) => ({
      numero: version.numero,
      contenu: version.redaction,
      motif: version.motif,
      empreinte: version.empreinte,
      figeeLe: version.figee_le,
      revision: version.revision,
    }));
    if (premiere === undefined) return [];
    return {
      id: ligne.id,
      sorte: ligne.sorte,
      titre: ligne.titre,
      objetId: ligne.objet_id,
      modifieId: ligne.modifie_id,
      correspondant: ligne.correspondant,
      creeLe: ligne.cree_le,
      parties: rangerParties(parties.get(ligne.id) ?? []).map(
        ({ siren, nom, qualite, adresse, representant }) => ({
          siren,
          nom,
          qualite,
          adresse,
          representant,
        }),
      ),
      versions: [premiere, ...suivantes] as const,
      evenements: (evenements.get(ligne.id) ?? []).map((fait) => ({
        id: fait.id,
        type: fait.type,
        le: fait.le,
        siren: fait.siren,
        version: fait.numero_version,
        donnees: fait.donnees,
        annule: fait.annule_id,
        enregistrePar: fait.enregistre_par,
      })),
    };
  });
};

/** Une convention entière, ou null. */
export const lireConvention = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  id: string,
): Promise<Convention | null> => (await lireOu(typer(tx), contexte, [id]))[0] ?? null;

/** Toutes les conventions du territoire. */
export const lireConventions = <T>(
  tx: Transaction<T>,
  contexte: Contexte,
): Promise<readonly Convention[]> => lireOu(typer(tx), contexte, null);

/** Les conventions qui produisent leurs effets ce jour-là (les avenants remplacent ce qu’ils modifient). */
export const lireConventionsEnVigueur = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  le: Jour,
): Promise<readonly Convention[]> => conventionsEnVigueur(await lireConventions(tx, contexte), le);

export const CONVENTION_INCONNUE: Refus = {
  code: 'convention-inconnue',
  message: 'Cette convention n’existe pas ou n’existe plus.',
  article: null,
};

export const CONVENTION_SIGNEE: Refus = {
  code: 'convention-signee',
  message: 'La convention est signée : elle ne change plus. Préparez un avenant.',
  article: null,
};

/** Verrouille la convention jusqu’à la fin de la transaction, puis la relit. */
export const verrouillerConvention = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
): Promise<Convention | null> => {
  await typer(transaction)
    .selectFrom('convention')
    .select('id')
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return lireConvention(transaction, contexte, id);
};

/** La personne à joindre : le seul champ ouvert après la signature. */
export const enregistrerCorrespondant = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  conventionId: string,
  correspondant: string,
): Promise<void> => {
  await typer(transaction)
    .updateTable('convention')
    .set({ correspondant })
    .where('territoire_id', '=', territoireId)
    .where('id', '=', conventionId)
    .execute();
};
