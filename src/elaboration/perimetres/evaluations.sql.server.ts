import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { poidsParCartes } from '../../moteurs/decision/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Contexte } from '../../socle/base/index.server.ts';
import type { TablesPerimetres } from './grilles.sql.server.ts';
import type { JeuDeCartes, NoteCalculeeDeService, NoteDonnee } from './modele.ts';

type Tx = Transaction<TablesPerimetres>;

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
        evaluateur_nom: note.nom,
        note: note.note,
        justification: note.justification,
        notee_le: aujourdhui,
      })),
    )
    .onConflict((conflit) =>
      conflit
        .columns(['territoire_id', 'grille_id', 'service', 'critere', 'evaluateur'])
        .doUpdateSet((ligne) => ({
          evaluateur_nom: ligne.ref('excluded.evaluateur_nom'),
          note: ligne.ref('excluded.note'),
          justification: ligne.ref('excluded.justification'),
          notee_le: ligne.ref('excluded.notee_le'),
        })),
    )
    .execute();
};

/**
 * Remplace les notes calculées d’une grille par celles du jour. Celles d’avant restent au journal.
 */
export const figerNotesCalculees = async (
  tx: Tx,
  { territoireId }: Contexte,
  grilleId: string,
  notes: readonly NoteCalculeeDeService[],
): Promise<void> => {
  await tx
    .deleteFrom('note_calculee')
    .where('territoire_id', '=', territoireId)
    .where('grille_id', '=', grilleId)
    .execute();
  if (notes.length === 0) return;
  await tx
    .insertInto('note_calculee')
    .values(
      notes.map((note) => ({
        territoire_id: territoireId,
        grille_id: grilleId,
        service: note.service,
        critere: note.critere,
        note: note.note,
        phrase: note.phrase,
        regle: note.regle,
        mesures: JSON.stringify(note.mesures),
        calculee_le: note.calculeeLe,
      })),
    )
    .execute();
};

/** Enregistre le jeu de cartes d’un évaluateur (un seul par grille et par personne). */
export const poserCartes = async (
  tx: Tx,
  { territoireId }: Contexte,
  grilleId: string,
  { evaluateur, nom, rangees, rapport }: JeuDeCartes,
  aujourdhui: Jour,
): Promise<Resultat<null, Refus>> => {
  if (!(rapport > 1) || !Number.isFinite(rapport)) {
    return refuser({
      code: 'rapport-trop-petit',
      message:
        'Indiquez combien de fois le critère le plus important pèse le moins important (plus de 1).',
      chemin: 'rapport',
    });
  }
  const poids = poidsParCartes(rangees, rapport);
  if (!poids.ok) {
    const [premier] = poids.refus;
    return refuser(premier ?? { code: 'cartes-mal-rangees', message: 'Rangez toutes les cartes.' });
  }
  const valeurs = {
    evaluateur_nom: nom,
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
