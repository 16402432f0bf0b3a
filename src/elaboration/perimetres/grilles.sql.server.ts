import type { Selectable, Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { RangeeDeCartes } from '../../moteurs/decision/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { VERSION_DES_CRITERES } from '../../referentiel/criteres/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { GrilleDeDecision, JeuDeCartes, NoteDonnee, ServiceExamine } from './modele.ts';

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
    note: number | null;
    justification: string;
    notee_le: string;
  };
  jeu_de_cartes: {
    territoire_id: string;
    grille_id: string;
    evaluateur: string;
    rangees: string;
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
}

export const listerGrilles = async (
  tx: Tx,
  { territoireId }: Contexte,
): Promise<readonly ResumeDeGrille[]> => {
  const lignes = await tx
    .selectFrom('grille_de_decision as grille')
    .leftJoin('service_examine as examine', (jointure) =>
      jointure
        .onRef('examine.territoire_id', '=', 'grille.territoire_id')
        .onRef('examine.grille_id', '=', 'grille.id'),
    )
    .where('grille.territoire_id', '=', territoireId)
    .select(({ fn }) => [
      'grille.id',
      'grille.titre',
      'grille.ouverte_le',
      fn.count<bigint>('examine.service').as('services'),
    ])
    .groupBy(['grille.id', 'grille.titre', 'grille.ouverte_le'])
    .orderBy('grille.id', 'desc')
    .execute();
  return lignes.map(({ id, titre, ouverte_le, services }) => ({
    id,
    titre,
    ouverteLe: ouverte_le as Jour,
    services: Number(services),
  }));
};

const lireRangees = (rangees: unknown): readonly RangeeDeCartes[] =>
  Array.isArray(rangees) ? (rangees as readonly RangeeDeCartes[]) : [];

const versNote = (ligne: Selectable<TablesPerimetres['note_de_critere']>): NoteDonnee => ({
  service: ligne.service,
  critere: ligne.critere,
  evaluateur: ligne.evaluateur,
  note: ligne.note,
  justification: ligne.justification,
});

const versCartes = (ligne: Selectable<TablesPerimetres['jeu_de_cartes']>): JeuDeCartes => ({
  evaluateur: ligne.evaluateur,
  rangees: lireRangees(ligne.rangees as unknown),
  rapport: Number(ligne.rapport),
});

/** La grille entière : services, notes de chacun, cartes de chacun ; undefined si elle n’existe pas. */
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
  const deLaGrille = <T extends 'service_examine' | 'note_de_critere' | 'jeu_de_cartes'>(
    table: T,
  ) =>
    tx
      .selectFrom(table as 'service_examine')
      .selectAll()
      .where('territoire_id', '=', territoireId)
      .where('grille_id', '=', id);
  const services = await deLaGrille('service_examine').orderBy('libelle').execute();
  const notes = await deLaGrille('note_de_critere').execute();
  const cartes = await deLaGrille('jeu_de_cartes').execute();
  return {
    id,
    titre: grille.titre,
    ouverteLe: grille.ouverte_le as Jour,
    services: services.map(({ service, libelle }) => ({ service, libelle })),
    notes: (notes as unknown as Selectable<TablesPerimetres['note_de_critere']>[]).map(versNote),
    cartes: (cartes as unknown as Selectable<TablesPerimetres['jeu_de_cartes']>[]).map(versCartes),
  };
};

/** Enregistre les notes d’un évaluateur sur un service ; « sans avis » (null) est gardé aussi. */
export const noter = async (
  tx: Tx,
  { territoireId }: Contexte,
  grilleId: string,
  notes: readonly NoteDonnee[],
  aujourdhui: Jour,
): Promise<void> => {
  if (notes.length === 0) return;
  await tx
    .insertInto('note_de_critere')
    .values(
      notes.map((note) => ({
        territoire_id: territoireId,
        grille_id: grilleId,
        service: note.service,
        critere: note.critere,
        evaluateur: note.evaluateur,
        note: note.note,
        justification: note.justification,
        notee_le: aujourdhui,
      })),
    )
    .onConflict((conflit) =>
      conflit
        .columns(['territoire_id', 'grille_id', 'service', 'critere', 'evaluateur'])
        .doUpdateSet(({ ref }) => ({
          note: ref('excluded.note'),
          justification: ref('excluded.justification'),
          notee_le: ref('excluded.notee_le'),
        })),
    )
    .execute();
};

/** Enregistre le jeu de cartes d’un évaluateur (un seul par grille et par personne). */
export const poserCartes = async (
  tx: Tx,
  { territoireId }: Contexte,
  grilleId: string,
  { evaluateur, rangees, rapport }: JeuDeCartes,
  aujourdhui: Jour,
): Promise<Resultat<null, Refus>> => {
  if (!(rapport > 1)) {
    return refuser({
      code: 'rapport-trop-petit',
      message:
        'Indiquez combien de fois le critère le plus important pèse le moins important (plus de 1).',
    });
  }
  const valeurs = {
    rangees: JSON.stringify(rangees),
    rapport: String(rapport),
    posees_le: aujourdhui,
  };
  await tx
    .insertInto('jeu_de_cartes')
    .values({ territoire_id: territoireId, grille_id: grilleId, evaluateur, ...valeurs })
    .onConflict((conflit) =>
      conflit.columns(['territoire_id', 'grille_id', 'evaluateur']).doUpdateSet(valeurs),
    )
    .execute();
  return accepter(null);
};
