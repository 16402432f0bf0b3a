import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { nouvelId } from '../base/index.server.ts';
import { assainirNom, TAILLE_MAXIMALE, typeDuNom } from './depot.ts';

interface TablesDepots {
  fichier_depose: {
    territoire_id: string;
    id: string;
    collectivite: string | null;
    nom: string;
    type_mime: string;
    taille: bigint;
    empreinte: string;
    depose_le: Date;
    depose_par: string;
    contenu: Buffer;
  };
}

/** Un fichier déposé, sans ses octets. */
export interface FichierDepose {
  readonly id: string;
  readonly nom: string;
  readonly typeMime: string;
  /** Octets. */
  readonly taille: number;
  /** SHA-256 du contenu, en hexadécimal. */
  readonly empreinte: string;
  readonly collectivite: string | null;
  readonly deposeLe: Date;
  readonly deposePar: string;
}

export interface FichierADeposer {
  readonly nom: string;
  readonly octets: Uint8Array;
  /** SIREN : le fichier n’est alors visible que de cette collectivité et du service de l’EPCI. */
  readonly collectivite?: string | null | undefined;
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesDepots>;
const COLONNES = [
  'id',
  'nom',
  'type_mime as typeMime',
  'taille',
  'empreinte',
  'collectivite',
  'depose_le as deposeLe',
  'depose_par as deposePar',
] as const;

const versFichier = <L extends { readonly taille: bigint }>(ligne: L) => ({
  ...ligne,
  taille: Number(ligne.taille),
});

/**
 * Conserve un fichier tel quel, avec son empreinte. Un contenu déjà déposé par la même collectivité est
 * signalé (`dejaDepose`) et n’est pas enregistré une seconde fois.
 * Le territoire, la collectivité limitée et l’auteur sont ceux de la transaction.
 * Refus : `fichier-vide`, `fichier-trop-lourd`.
 */
export const deposerFichier = async <T>(
  transaction: Transaction<T>,
  { nom, octets, collectivite = null }: FichierADeposer,
): Promise<Resultat<{ readonly fichier: FichierDepose; readonly dejaDepose: boolean }>> => {
  if (octets.byteLength === 0) {
    return refuser({
      code: 'fichier-vide',
      message: `« ${nom} » est vide. Vérifiez qu’il est bien enregistré, puis déposez-le de nouveau.`,
    });
  }
  if (octets.byteLength > TAILLE_MAXIMALE) {
    return refuser({
      code: 'fichier-trop-lourd',
      message: `« ${nom} » pèse ${Math.ceil(octets.byteLength / 1_048_576)} Mo ; la limite est de 25 Mo. Retirez les images et les feuilles inutiles, ou enregistrez la seule feuille à déposer au format CSV.`,
    });
  }
  const tx = typer(transaction);
  const empreinte = createHash('sha256').update(octets).digest('hex');
  const connu = await tx
    .selectFrom('fichier_depose')
    .select(COLONNES)
    .where('empreinte', '=', empreinte)
    .where(sql<boolean>`collectivite is not distinct from ${collectivite}`)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (connu !== undefined) return accepter({ fichier: versFichier(connu), dejaDepose: true });
  const ligne = await tx
    .insertInto('fichier_depose')
    .values({
      territoire_id: sql<string>`territoire_courant()`,
      id: nouvelId(),
      collectivite,
      nom: assainirNom(nom),
      type_mime: typeDuNom(nom),
      taille: BigInt(octets.byteLength),
      empreinte,
      depose_le: sql<Date>`now()`,
      depose_par: sql<string>`coalesce(nullif(current_setting('app.auteur', true), ''), 'système')`,
      contenu: Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength),
    })
    .returning(COLONNES)
    .executeTakeFirstOrThrow();
  return accepter({ fichier: versFichier(ligne), dejaDepose: false });
};

/** Un fichier et ses octets ; null s’il n’existe pas ou n’est pas visible d’ici. */
export const lireFichier = async <T>(
  transaction: Transaction<T>,
  id: string,
): Promise<(FichierDepose & { readonly octets: Uint8Array }) | null> => {
  const ligne = await typer(transaction)
    .selectFrom('fichier_depose')
    .select([...COLONNES, 'contenu'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (ligne === undefined) return null;
  const { contenu, ...fichier } = ligne;
  return { ...versFichier(fichier), octets: contenu };
};

/** Les fichiers déposés visibles d’ici, le plus récent d’abord. */
export const listerFichiers = async <T>(
  transaction: Transaction<T>,
  {
    collectivite,
    combien = 100,
  }: { readonly collectivite?: string; readonly combien?: number } = {},
): Promise<readonly FichierDepose[]> => {
  const lignes = await typer(transaction)
    .selectFrom('fichier_depose')
    .select(COLONNES)
    .$if(collectivite !== undefined, (requete) =>
      requete.where('collectivite', '=', collectivite ?? null),
    )
    .orderBy('id', 'desc')
    .limit(combien)
    .execute();
  return lignes.map(versFichier);
};
