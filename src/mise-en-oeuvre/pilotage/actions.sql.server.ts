import { type Selectable, sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { FormeDeMutualisation } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { ActionSuivie, Etape, IndicateurSuivi, SuiviDAction } from './action.ts';
import type { EtatDAction } from './etats-d-action.ts';
import { etapesDeLaFiche, type FicheASuivre, indicateursDeLaFiche } from './fiche-a-suivre.ts';

interface TablesActions {
  avancement_action: {
    territoire_id: string;
    id: string;
    fiche_id: string | null;
    code: string;
    titre: string;
    axe: string;
    service: string;
    forme: FormeDeMutualisation;
    membres: string[];
    pilote: string;
    poids: number;
    etat: EtatDAction;
    acte: string;
    motif: string;
    etapes: readonly Etape[];
    indicateurs: readonly IndicateurSuivi[];
    avancement_saisi: number;
    suite: string;
    commentaire: string;
    version: number;
    suivie_le: Jour;
    modifiee_le: Jour;
    modifiee_par: string;
  };
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesActions>;
const enJson = <V>(valeur: V) => sql<V>`${JSON.stringify(valeur)}::jsonb`;

const versAction = (ligne: Selectable<TablesActions['avancement_action']>): ActionSuivie => ({
  id: ligne.id,
  ficheId: ligne.fiche_id,
  code: ligne.code,
  titre: ligne.titre,
  axe: ligne.axe,
  service: ligne.service,
  forme: ligne.forme,
  membres: ligne.membres,
  pilote: ligne.pilote,
  poids: ligne.poids,
  etat: ligne.etat,
  acte: ligne.acte,
  motif: ligne.motif,
  etapes: ligne.etapes,
  indicateurs: ligne.indicateurs,
  avancementSaisi: ligne.avancement_saisi,
  suite: ligne.suite,
  commentaire: ligne.commentaire,
  version: ligne.version,
  suivieLe: ligne.suivie_le,
  modifieeLe: ligne.modifiee_le,
  modifieePar: ligne.modifiee_par,
});

/** Les actions suivies du territoire, par code. */
export const lireActions = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
): Promise<readonly ActionSuivie[]> => {
  const lignes = await typer(transaction)
    .selectFrom('avancement_action')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .orderBy('code')
    .execute();
  return lignes.map(versAction);
};

/** Une action suivie, ou null si elle n’existe pas dans ce territoire. */
export const lireAction = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  id: string,
): Promise<ActionSuivie | null> => {
  const ligne = await typer(transaction)
    .selectFrom('avancement_action')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .where(sql<string>`id::text`, '=', id)
    .executeTakeFirst();
  return ligne === undefined ? null : versAction(ligne);
};

/** Ouvre le suivi de fiches techniques ; une fiche déjà suivie est laissée telle quelle. */
export const ouvrirSuivi = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  fiches: readonly FicheASuivre[],
  aujourdhui: Jour,
): Promise<number> => {
  if (fiches.length === 0) return 0;
  const inscrites = await typer(transaction)
    .insertInto('avancement_action')
    .values(
      fiches.map((fiche) => ({
        territoire_id: territoireId,
        id: nouvelId(),
        fiche_id: fiche.id,
        code: fiche.code,
        titre: fiche.titre,
        axe: '',
        service: fiche.service,
        forme: fiche.forme,
        membres: [...fiche.perimetre],
        pilote: fiche.pilote,
        poids: 1,
        etat: 'a-l-etude' as const,
        acte: '',
        motif: '',
        etapes: enJson(etapesDeLaFiche(fiche)),
        indicateurs: enJson(indicateursDeLaFiche(fiche)),
        avancement_saisi: 0,
        suite: '',
        commentaire: '',
        version: 1,
        suivie_le: aujourdhui,
        modifiee_le: aujourdhui,
        modifiee_par: auteur,
      })),
    )
    .onConflict((conflit) => conflit.doNothing())
    .returning('id')
    .execute();
  return inscrites.length;
};

/**
 * Enregistre le suivi d’une action, si personne ne l’a changé depuis la version lue.
 * Refus : `action-changee` (rien n’est écrit).
 */
export const enregistrerSuivi = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  { id, version }: Pick<ActionSuivie, 'id' | 'version'>,
  suivi: SuiviDAction,
  aujourdhui: Jour,
): Promise<Resultat<null>> => {
  const { numUpdatedRows } = await typer(transaction)
    .updateTable('avancement_action')
    .set((eb) => ({
      axe: suivi.axe,
      pilote: suivi.pilote,
      poids: suivi.poids,
      etat: suivi.etat,
      acte: suivi.acte,
      motif: suivi.motif,
      etapes: enJson(suivi.etapes),
      avancement_saisi: suivi.avancementSaisi,
      suite: suivi.suite,
      commentaire: suivi.commentaire,
      version: eb('version', '+', 1),
      modifiee_le: aujourdhui,
      modifiee_par: auteur,
    }))
    .where('territoire_id', '=', territoireId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n
    ? accepter(null)
    : refuser({
        code: 'action-changee',
        message:
          'Quelqu’un a enregistré cette action pendant que vous l’écriviez. Votre texte est ci-dessous : relisez ce qui a changé, puis enregistrez de nouveau.',
      });
};
