import { type Selectable, sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { RangeeDeCartes } from '../../moteurs/decision/index.ts';
import { VERSION_DES_CRITERES } from '../../referentiel/criteres/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type {
  GrilleDeDecision,
  JeuDeCartes,
  MesureDePresence,
  NoteCalculeeDeService,
  NoteDonnee,
  ServiceExamine,
} from './modele.ts';

export interface TablesPerimetres {
  grille_de_decision: {
    territoire_id: string;
    id: string;
    titre: string;
    ouverte_le: string;
    version_criteres: string;
  };
  service_examine: { territoire_id: string; grille_id: string; service: string; libelle: string };
  note_de_critere: {
    territoire_id: string;
    grille_id: string;
    service: string;
    critere: string;
    evaluateur: string;
    evaluateur_nom: string;
    note: number | null;
    justification: string;
    notee_le: string;
  };
  note_calculee: {
    territoire_id: string;
    grille_id: string;
    service: string;
    critere: string;
    note: number;
    phrase: string;
    regle: string;
    mesures: unknown;
    calculee_le: string;
  };
  jeu_de_cartes: {
    territoire_id: string;
    grille_id: string;
    evaluateur: string;
    evaluateur_nom: string;
    rangees: unknown;
    rapport: string;
    posees_le: string;
  };
}
type Tx = Transaction<TablesPerimetres>;

/** Ouvre une grille de décision sur des services. */
export const ouvrirGrille = async (
  tx: Tx,
  { territoireId }: Contexte,
  titre: string,
  services: readonly ServiceExamine[],
  aujourdhui: Jour,
): Promise<string> => {
  const id = nouvelId();
  await tx
    .insertInto('grille_de_decision')
    .values({
      territoire_id: territoireId,
      id,
      titre,
      ouverte_le: aujourdhui,
      version_criteres: VERSION_DES_CRITERES,
    })
    .execute();
  await ajouterServices(tx, { territoireId }, id, services);
  return id;
};

/** Ajoute des services à examiner ; ceux qui y sont déjà restent comme ils sont. */
export const ajouterServices = async (
  tx: Tx,
  { territoireId }: Pick<Contexte, 'territoireId'>,
  grilleId: string,
  services: readonly ServiceExamine[],
): Promise<void> => {
  if (services.length === 0) return;
  await tx
    .insertInto('service_examine')
    .values(
      services.map(({ service, libelle }) => ({
        territoire_id: territoireId,
        grille_id: grilleId,
        service,
        libelle,
      })),
    )
    .onConflict((conflit) => conflit.doNothing())
    .execute();
};

export interface ResumeDeGrille {
  readonly id: string;
  readonly titre: string;
  readonly ouverteLe: Jour;
  readonly services: number;
  readonly evaluateurs: number;
}

/** Les grilles du territoire, la plus récente d’abord. */
export const listerGrilles = async (
  tx: Tx,
  { territoireId }: Contexte,
): Promise<readonly ResumeDeGrille[]> => {
  const lignes = await tx
    .selectFrom('grille_de_decision as grille')
    .where('grille.territoire_id', '=', territoireId)
    .select((requete) => [
      'grille.id',
      'grille.titre',
      'grille.ouverte_le',
      requete
        .selectFrom('service_examine as examine')
        .whereRef('examine.territoire_id', '=', 'grille.territoire_id')
        .whereRef('examine.grille_id', '=', 'grille.id')
        .select((e) => e.fn.countAll<bigint>().as('nombre'))
        .as('services'),
      requete
        .selectFrom('note_de_critere as note')
        .whereRef('note.territoire_id', '=', 'grille.territoire_id')
        .whereRef('note.grille_id', '=', 'grille.id')
        .select((e) => e.fn.count<bigint>('note.evaluateur').distinct().as('nombre'))
        .as('evaluateurs'),
    ])
    .orderBy('grille.id', 'desc')
    .execute();
  return lignes.map(({ id, titre, ouverte_le, services, evaluateurs }) => ({
    id,
    titre,
    ouverteLe: ouverte_le as Jour,
    services: Number(services ?? 0),
    evaluateurs: Number(evaluateurs ?? 0),
  }));
};

const versNote = (ligne: Selectable<TablesPerimetres['note_de_critere']>): NoteDonnee => ({
  service: ligne.service,
  critere: ligne.critere,
  evaluateur: ligne.evaluateur,
  nom: ligne.evaluateur_nom,
  note: ligne.note,
  justification: ligne.justification,
});

const versCalculee = (
  ligne: Selectable<TablesPerimetres['note_calculee']>,
): NoteCalculeeDeService => ({
  service: ligne.service,
  critere: ligne.critere,
  note: ligne.note,
  phrase: ligne.phrase,
  regle: ligne.regle,
  mesures: ligne.mesures as readonly MesureDePresence[],
  calculeeLe: ligne.calculee_le as Jour,
});

const versCartes = (ligne: Selectable<TablesPerimetres['jeu_de_cartes']>): JeuDeCartes => ({
  evaluateur: ligne.evaluateur,
  nom: ligne.evaluateur_nom,
  rangees: ligne.rangees as readonly RangeeDeCartes[],
  rapport: Number(ligne.rapport),
});

/** La grille entière : services, notes et cartes de chacun ; undefined si elle n’existe pas. */
export const lireGrille = async (
  tx: Tx,
  { territoireId }: Contexte,
  id: string,
): Promise<GrilleDeDecision | undefined> => {
  const grille = await tx
    .selectFrom('grille_de_decision')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (grille === undefined) return undefined;
  const services = await tx
    .selectFrom('service_examine')
    .select(['service', 'libelle'])
    .where('territoire_id', '=', territoireId)
    .where('grille_id', '=', id)
    .orderBy(sql`libelle collate "fr-x-icu"`)
    .execute();
  const notes = await tx
    .selectFrom('note_de_critere')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .where('grille_id', '=', id)
    .orderBy('evaluateur')
    .execute();
  const calculees = await tx
    .selectFrom('note_calculee')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .where('grille_id', '=', id)
    .execute();
  const cartes = await tx
    .selectFrom('jeu_de_cartes')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .where('grille_id', '=', id)
    .orderBy('evaluateur')
    .execute();
  return {
    id,
    titre: grille.titre,
    ouverteLe: grille.ouverte_le as Jour,
    services,
    notes: notes.map(versNote),
    calculees: calculees.map(versCalculee),
    cartes: cartes.map(versCartes),
  };
};
