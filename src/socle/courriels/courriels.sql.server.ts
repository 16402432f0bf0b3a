import { type Kysely, sql, type Transaction } from 'kysely';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Base, dansTerritoire, nouvelId } from '../base/index.server.ts';
import { type CourrielCompose, masquerLiens } from './composer.ts';
import { apresUnEchec } from './essais.ts';
import type { Transport } from './transport.server.ts';

export type EtatCourriel = 'a-envoyer' | 'envoye' | 'echec';

interface Contenu {
  readonly texte: string;
  readonly html: string;
}
export interface TablesCourriels {
  courriel: {
    territoire_id: string;
    id: string;
    collectivite: string | null;
    genre: string;
    destinataire: string;
    objet: string;
    contenu: Contenu;
    etat: EtatCourriel;
    moyen: 'smtp' | 'a-la-main' | null;
    essais: number;
    prochain_essai: Date;
    derniere_erreur: string | null;
    cree_le: Date;
    cree_par: string;
    envoye_le: Date | null;
  };
}

/** Un courriel de la boîte d’envoi. */
export interface Courriel {
  readonly id: string;
  readonly collectivite: string | null;
  readonly genre: string;
  readonly destinataire: string;
  readonly objet: string;
  readonly texte: string;
  readonly etat: EtatCourriel;
  readonly moyen: 'smtp' | 'a-la-main' | null;
  readonly essais: number;
  readonly derniereErreur: string | null;
  readonly creeLe: Date;
  readonly creePar: string;
  readonly envoyeLe: Date | null;
}

/** La transaction, vue avec la table des courriels. */
export const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesCourriels>;

export interface CourrielADeposer {
  readonly territoireId: string;
  readonly auteur: string;
  /** Ce dont il s’agit : « lien-personnel », « relance »… */
  readonly genre: string;
  /** SIREN de la collectivité concernée. */
  readonly collectivite?: string | null | undefined;
  readonly courriel: CourrielCompose;
}

/** Dépose un courriel dans la boîte d’envoi, dans la transaction de ce qui le motive. */
export const deposerCourriel = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur, genre, collectivite, courriel }: CourrielADeposer,
): Promise<string> => {
  const id = nouvelId();
  await sql`insert into courriel (territoire_id, id, collectivite, genre, destinataire, objet, contenu, cree_par)
    values (${territoireId}, ${id}, ${collectivite ?? null}, ${genre}, ${courriel.destinataire}, ${courriel.objet},
      ${JSON.stringify({ texte: courriel.texte, html: courriel.html })}::jsonb, ${auteur})`.execute(
    typer(transaction),
  );
  return id;
};

/** Une ligne de la table, telle que la boîte la montre. */
export const versCourriel = (ligne: TablesCourriels['courriel']): Courriel => ({
  id: ligne.id,
  collectivite: ligne.collectivite,
  genre: ligne.genre,
  destinataire: ligne.destinataire,
  objet: ligne.objet,
  texte: ligne.contenu.texte,
  etat: ligne.etat,
  moyen: ligne.moyen,
  essais: ligne.essais,
  derniereErreur: ligne.derniere_erreur,
  creeLe: ligne.cree_le,
  creePar: ligne.cree_par,
  envoyeLe: ligne.envoye_le,
});

/** La boîte d’envoi du territoire, le plus récent d’abord. */
export const lireBoiteDEnvoi = async <T>(
  transaction: Transaction<T>,
  {
    etat,
    combien = 200,
  }: { readonly etat?: EtatCourriel | undefined; readonly combien?: number } = {},
): Promise<readonly Courriel[]> => {
  const lignes = await typer(transaction)
    .selectFrom('courriel')
    .selectAll()
    .$if(etat !== undefined, (requete) => requete.where('etat', '=', etat ?? 'a-envoyer'))
    .orderBy('id', 'desc')
    .limit(combien)
    .execute();
  return lignes.map(versCourriel);
};

/** Le contenu sans ses secrets. */
export const masquer = (contenu: Contenu) =>
  sql<Contenu>`${JSON.stringify({ texte: masquerLiens(contenu.texte), html: masquerLiens(contenu.html) })}::jsonb`;

const REFUS_INCONNU = {
  code: 'courriel-inconnu',
  message: 'Ce courriel n’est plus en attente : rechargez la boîte d’envoi.',
} as const;

/** Note qu’un courriel a été transmis autrement (copié dans sa messagerie). Refus : `courriel-inconnu`. */
export const marquerTransmis = async <T>(
  transaction: Transaction<T>,
  id: string,
  instant: Date,
): Promise<Resultat<null>> => {
  const tx = typer(transaction);
  const ligne = await tx
    .selectFrom('courriel')
    .select('contenu')
    .where('id', '=', id)
    .where('etat', '<>', 'envoye')
    .forUpdate()
    .executeTakeFirst();
  if (ligne === undefined) return refuser(REFUS_INCONNU);
  await tx
    .updateTable('courriel')
    .set({
      etat: 'envoye',
      moyen: 'a-la-main',
      envoye_le: instant,
      contenu: masquer(ligne.contenu),
    })
    .where('id', '=', id)
    .execute();
  return accepter(null);
};

/** Remet en file un courriel qui a échoué. Refus : `courriel-inconnu`. */
export const reessayerCourriel = async <T>(
  transaction: Transaction<T>,
  id: string,
  instant: Date,
): Promise<Resultat<null>> => {
  const { numUpdatedRows } = await typer(transaction)
    .updateTable('courriel')
    .set({ etat: 'a-envoyer', essais: 0, prochain_essai: instant })
    .where('id', '=', id)
    .where('etat', '<>', 'envoye')
    .executeTakeFirst();
  return numUpdatedRows > 0n ? accepter(null) : refuser(REFUS_INCONNU);
};

const lireCodeSmtp = (erreur: unknown): number | null => {
  const code = (erreur as { readonly responseCode?: unknown }).responseCode;
  return typeof code === 'number' ? code : null;
};

/** Envoie un courriel sous verrou : deux serveurs ne l’envoient pas deux fois. */
const envoyerUn = (
  base: Base,
  { territoire_id: territoireId, id }: { readonly territoire_id: string; readonly id: string },
  transport: Transport,
  instant: Date,
): Promise<'envoye' | 'echec' | 'passe'> =>
  dansTerritoire<TablesCourriels, 'envoye' | 'echec' | 'passe'>(
    base,
    { territoireId, auteur: 'envoi des courriels' },
    async (tx) => {
      const ligne = await tx
        .selectFrom('courriel')
        .selectAll()
        .where('id', '=', id)
        .where('etat', '=', 'a-envoyer')
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (ligne === undefined) return 'passe';
      const essais = ligne.essais + 1;
      try {
        await transport(
          { ...ligne.contenu, destinataire: ligne.destinataire, objet: ligne.objet },
          id,
        );
      } catch (erreur) {
        const { etat, attenteMs } = apresUnEchec(essais, lireCodeSmtp(erreur));
        await tx
          .updateTable('courriel')
          .set({
            etat,
            essais,
            prochain_essai: new Date(instant.getTime() + attenteMs),
            derniere_erreur: (erreur as Error).message.slice(0, 500),
          })
          .where('id', '=', id)
          .execute();
        return 'echec';
      }
      await tx
        .updateTable('courriel')
        .set({
          etat: 'envoye',
          moyen: 'smtp',
          essais,
          envoye_le: instant,
          derniere_erreur: null,
          contenu: masquer(ligne.contenu),
        })
        .where('id', '=', id)
        .execute();
      return 'envoye';
    },
  );

/**
 * Envoie ce qui attend, tous territoires confondus, un courriel par transaction.
 * @returns combien sont partis et combien ont échoué (et seront réessayés)
 */
export const envoyerCourriels = async (
  base: Base,
  transport: Transport,
  instant: Date,
  combien = 50,
): Promise<{ readonly envoyes: number; readonly echecs: number }> => {
  const { rows } = await sql<{ territoire_id: string; id: string }>`
    select territoire_id, id from courriels_a_envoyer(${instant}, ${combien})`.execute(
    base as Kysely<unknown>,
  );
  let envoyes = 0;
  let echecs = 0;
  for (const ligne of rows) {
    const issue = await envoyerUn(base, ligne, transport, instant);
    if (issue === 'envoye') envoyes += 1;
    if (issue === 'echec') echecs += 1;
  }
  return { envoyes, echecs };
};
