import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import { type EvenementDeConvention, versionCourante, versionSignee } from './convention.ts';
import {
  CONVENTION_INCONNUE,
  lireConvention,
  verrouillerConvention,
} from './conventions.sql.server.ts';
import {
  deciderAnnulation,
  deciderFaits,
  type FaitAEnregistrer,
  type TerritoireInstruit,
} from './instruire.ts';
import { SORTES } from './sortes.ts';
import { type Tx, typer } from './tables-de-convention.sql.server.ts';
import { figerVersion } from './versions.sql.server.ts';

const ajouterFaits = async (
  tx: Tx,
  contexte: Contexte,
  conventionId: string,
  faits: readonly EvenementDeConvention[],
): Promise<void> => {
  await tx
    .insertInto('evenement_convention')
    .values(
      faits.map((fait) => ({
        territoire_id: contexte.territoireId,
        convention_id: conventionId,
        id: nouvelId(),
        type: fait.type,
        le: fait.le,
        siren: fait.siren,
        numero_version: fait.version,
        donnees: fait.donnees,
        annule_id: fait.annule,
        enregistre_le: sql<Date>`now()`,
        enregistre_par: contexte.auteur,
      })),
    )
    .execute();
};

interface Jugement {
  readonly territoire: TerritoireInstruit;
  readonly aujourdhui: Jour;
}

/**
 * Verse des faits au dossier, jugés sous verrou : tout ou rien. Le premier fait qui porte sur une
 * version la fige, si elle est complète.
 * Refus : ce qui manque, avec son article ; `champ-manquant` si la rédaction est incomplète.
 */
export const enregistrerFaits = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  conventionId: string,
  faits: readonly FaitAEnregistrer[],
  jugement: Jugement,
): Promise<Resultat<{ readonly estSignee: boolean }, readonly Refus[]>> => {
  const tx = typer(transaction);
  const convention = await verrouillerConvention(transaction, contexte, conventionId);
  if (convention === null) return refuser([CONVENTION_INCONNUE]);
  const decides = deciderFaits(convention, faits, jugement);
  if (!decides.ok) return decides;
  const surVersion = decides.valeur.filter(({ version }) => version !== null);
  const [premier] = surVersion;
  if (premier !== undefined && versionCourante(convention).figeeLe === null) {
    const manquants = SORTES[convention.sorte].manquants(
      versionCourante(convention).contenu,
      'figee',
    );
    if (manquants.length > 0)
      return refuser(
        manquants.map(({ nom }) => ({
          code: 'champ-manquant',
          message: `${nom} : à écrire d’abord.`,
          article: SORTES[convention.sorte].article,
        })),
      );
    await figerVersion(tx, contexte, convention, premier.le);
  }
  await ajouterFaits(tx, contexte, conventionId, decides.valeur);
  const suite = await lireConvention(transaction, contexte, conventionId);
  return accepter({ estSignee: suite !== null && versionSignee(suite) !== null });
};

/** Annule un fait par un autre fait. Refus : `fait-suppose` si un fait en dépend, `fait-inconnu`. */
export const annulerFait = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  conventionId: string,
  faitId: string,
  { motif, ...jugement }: Jugement & { readonly motif: string },
): Promise<Resultat<null, readonly Refus[]>> => {
  const convention = await verrouillerConvention(transaction, contexte, conventionId);
  if (convention === null) return refuser([CONVENTION_INCONNUE]);
  const decidee = deciderAnnulation(convention, faitId, jugement);
  if (!decidee.ok) return decidee;
  await ajouterFaits(typer(transaction), contexte, conventionId, [
    { ...decidee.valeur, donnees: { motif } },
  ]);
  return accepter(null);
};
