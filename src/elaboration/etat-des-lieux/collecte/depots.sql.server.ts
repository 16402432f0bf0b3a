import { sql, type Transaction } from 'kysely';
import { type Contexte, nouvelId } from '../../../socle/base/index.server.ts';
import {
  type AvancementDeDepot,
  type DecisionsDeDepot,
  type Depot,
  type EtatDeDepot,
  SANS_DECISION,
} from './depot.ts';
import type { LectureGardee } from './situer-colonnes.ts';

type Bilan = Pick<AvancementDeDepot, 'pretes' | 'laissees'> & {
  readonly aConfirmer: number;
  readonly bloquees: number;
};

interface TablesDepots {
  depot_de_grille: {
    territoire_id: string;
    id: string;
    grille: string;
    collectivite: string | null;
    gabarit_id: string | null;
    fichier_id: string | null;
    fichier: string;
    taille: bigint;
    empreinte: string;
    est_expurge: boolean;
    depose_le: Date;
    depose_par: string;
    etat: EtatDeDepot;
    contenu: LectureGardee;
    decisions: Partial<DecisionsDeDepot>;
    bilan: Partial<Bilan>;
    valide_le: Date | null;
    valide_par: string | null;
    version: number;
  };
}

type Tx = Transaction<TablesDepots>;
const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;

/** Un dépôt sans sa lecture, pour les listes. */
export interface ResumeDeDepot extends Omit<Depot, 'lecture' | 'decisions'> {
  readonly bilan: Partial<Bilan>;
}

const RESUME = [
  'id',
  'grille',
  'collectivite',
  'gabarit_id as gabaritId',
  'fichier_id as fichierId',
  'fichier',
  'taille',
  'empreinte',
  'est_expurge as estExpurge',
  'depose_le as deposeLe',
  'depose_par as deposePar',
  'etat',
  'valide_le as valideLe',
  'valide_par as validePar',
  'version',
] as const;

const resumer = (avancement: AvancementDeDepot | null): Partial<Bilan> =>
  avancement === null
    ? {}
    : {
        pretes: avancement.pretes,
        laissees: avancement.laissees,
        aConfirmer: avancement.aConfirmer.length,
        bloquees: avancement.bloquees.length,
      };

export interface DepotACreer {
  readonly grille: string;
  readonly collectivite: string | null;
  readonly gabaritId: string | null;
  readonly fichierId: string | null;
  readonly fichier: string;
  readonly taille: number;
  readonly empreinte: string;
  readonly estExpurge: boolean;
  readonly etat: EtatDeDepot;
  readonly lecture: LectureGardee;
  readonly avancement: AvancementDeDepot | null;
}

/** Enregistre un dépôt et sa lecture. */
export const creerDepot = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  depot: DepotACreer,
): Promise<string> => {
  const id = nouvelId();
  await typer(transaction)
    .insertInto('depot_de_grille')
    .values({
      territoire_id: contexte.territoireId,
      id,
      grille: depot.grille,
      collectivite: depot.collectivite,
      gabarit_id: depot.gabaritId,
      fichier_id: depot.fichierId,
      fichier: depot.fichier,
      taille: BigInt(depot.taille),
      empreinte: depot.empreinte,
      est_expurge: depot.estExpurge,
      depose_le: new Date(),
      depose_par: contexte.auteur,
      etat: depot.etat,
      contenu: depot.lecture,
      decisions: {},
      bilan: resumer(depot.avancement),
      valide_le: null,
      valide_par: null,
      version: 1,
    })
    .execute();
  return id;
};

/** Enregistre la lecture d’un dépôt qui l’attendait. La ligne doit être verrouillée par l’appelant. */
export const enregistrerLecture = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
  {
    fichierId,
    estExpurge,
    etat,
    lecture,
    avancement,
  }: Pick<DepotACreer, 'fichierId' | 'estExpurge' | 'etat' | 'lecture' | 'avancement'>,
): Promise<void> => {
  await typer(transaction)
    .updateTable('depot_de_grille')
    .set((eb) => ({
      fichier_id: fichierId,
      est_expurge: estExpurge,
      etat,
      contenu: lecture,
      bilan: resumer(avancement),
      version: eb('version', '+', 1),
    }))
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', id)
    .execute();
};

/** Un dépôt entier, verrouillé si on s’apprête à le changer ; null s’il n’existe pas pour ce contexte. */
export const lireDepot = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
  { verrouiller = false } = {},
): Promise<Depot | null> => {
  const ligne = await typer(transaction)
    .selectFrom('depot_de_grille')
    .select([...RESUME, 'contenu', 'decisions'])
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', id)
    .$if(verrouiller, (requete) => requete.forUpdate())
    .executeTakeFirst();
  if (ligne === undefined) return null;
  const { contenu, decisions, taille, ...reste } = ligne;
  return {
    ...reste,
    taille: Number(taille),
    lecture: contenu,
    decisions: { ...SANS_DECISION, ...decisions },
  };
};

/** Les dépôts d’une grille, le plus récent d’abord. */
export const listerDepots = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  grille: string,
  filtre: { readonly collectivite?: string | null; readonly etats?: readonly EtatDeDepot[] } = {},
): Promise<readonly ResumeDeDepot[]> => {
  const { collectivite, etats } = filtre;
  const lignes = await typer(transaction)
    .selectFrom('depot_de_grille')
    .select([...RESUME, 'bilan'])
    .where('territoire_id', '=', contexte.territoireId)
    .where('grille', '=', grille)
    .$if(collectivite !== undefined, (requete) =>
      collectivite == null
        ? requete.where('collectivite', 'is', null)
        : requete.where('collectivite', '=', collectivite),
    )
    .$if(etats !== undefined, (requete) => requete.where('etat', 'in', etats ?? []))
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  return lignes.map((ligne) => ({ ...ligne, taille: Number(ligne.taille) }));
};

/** Fait attendre tout autre dépôt de la même grille pour la même collectivité, jusqu’à la fin de la transaction. */
export const retenirDepots = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  { grille, collectivite }: { readonly grille: string; readonly collectivite: string | null },
): Promise<void> => {
  const cle = `${territoireId} ${grille} ${collectivite ?? ''}`;
  await sql`select pg_advisory_xact_lock(724240010, hashtext(${cle}))`.execute(transaction);
};

/** Le dépôt encore ouvert (ou en lecture) d’un même fichier : redéposer après une coupure le reprend. */
export const trouverDepotOuvert = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  {
    grille,
    collectivite,
    empreinte,
  }: { readonly grille: string; readonly collectivite: string | null; readonly empreinte: string },
): Promise<string | null> => {
  const ligne = await typer(transaction)
    .selectFrom('depot_de_grille')
    .select('id')
    .where('territoire_id', '=', contexte.territoireId)
    .where('grille', '=', grille)
    .where('collectivite', 'is not distinct from', collectivite)
    .where('empreinte', '=', empreinte)
    .where('etat', 'in', ['en-lecture', 'a-verifier'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return ligne?.id ?? null;
};

/** Enregistre les décisions prises. La ligne doit être verrouillée par l’appelant. */
export const enregistrerDecisions = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
  decisions: DecisionsDeDepot,
  avancement: AvancementDeDepot,
): Promise<void> => {
  await typer(transaction)
    .updateTable('depot_de_grille')
    .set((eb) => ({ decisions, bilan: resumer(avancement), version: eb('version', '+', 1) }))
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', id)
    .execute();
};

/** Passe un dépôt à un état final. */
export const cloreDepot = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
  etat: 'valide' | 'abandonne',
): Promise<void> => {
  await typer(transaction)
    .updateTable('depot_de_grille')
    .set((eb) => ({
      etat,
      valide_le: etat === 'valide' ? new Date() : null,
      valide_par: etat === 'valide' ? contexte.auteur : null,
      version: eb('version', '+', 1),
    }))
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', id)
    .execute();
};

/** Abandonne les autres dépôts ouverts d’une même grille, lus ou déposés avant : le dernier déposé fait foi. */
export const abandonnerLesAutres = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  {
    grille,
    collectivite,
    sauf,
  }: { readonly grille: string; readonly collectivite: string | null; readonly sauf: string },
): Promise<void> => {
  await typer(transaction)
    .updateTable('depot_de_grille')
    .set((eb) => ({ etat: 'abandonne' as const, version: eb('version', '+', 1) }))
    .where('territoire_id', '=', contexte.territoireId)
    .where('grille', '=', grille)
    .where('collectivite', 'is not distinct from', collectivite)
    .where('id', '<>', sauf)
    .where((eb) =>
      eb.or([
        eb('etat', '=', 'a-verifier'),
        // Un dépôt plus récent, encore en lecture, remplacera celui-ci à son tour.
        eb.and([eb('etat', '=', 'en-lecture'), eb('id', '<', sauf)]),
      ]),
    )
    .execute();
};
