import type { Selectable, Transaction } from 'kysely';
import { formaterJour, type Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { FormeDeMutualisation } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { ResultatFige } from './decider.ts';
import type { PerimetreRetenu } from './modele.ts';

export interface TablesDecisions {
  service_examine: { territoire_id: string; grille_id: string; service: string; libelle: string };
  decision_de_perimetre: {
    territoire_id: string;
    id: string;
    grille_id: string;
    service: string;
    libelle: string;
    forme: string;
    membres: string[];
    instance: string;
    decidee_le: string;
    motif: string;
    phrase: string;
    resultat: unknown;
    annulee_le: string | null;
    annulee_motif: string | null;
  };
}
type Tx = Transaction<TablesDecisions>;

/** Ce que le comité décide, avec les résultats tels qu’ils lui ont été montrés (figés). */
export interface DecisionAPrendre extends Omit<PerimetreRetenu, 'id'> {
  readonly resultat: ResultatFige;
}

/** Une décision au dossier, qu’elle tienne encore ou qu’on soit revenu dessus. */
export interface DecisionDePerimetre extends PerimetreRetenu {
  readonly resultat: ResultatFige;
  readonly annuleeLe: Jour | null;
  readonly annuleeMotif: string | null;
}

/**
 * Enregistre une décision datée. Un service absent de la grille ou déjà décidé est un refus. Le
 * service est verrouillé le temps de la transaction : deux décisions ne se croisent pas.
 */
export const retenirPerimetre = async (
  tx: Tx,
  { territoireId }: Contexte,
  decision: DecisionAPrendre,
): Promise<Resultat<string, Refus>> => {
  const examine = await tx
    .selectFrom('service_examine')
    .select('service')
    .where('territoire_id', '=', territoireId)
    .where('grille_id', '=', decision.grilleId)
    .where('service', '=', decision.service)
    .forUpdate()
    .executeTakeFirst();
  if (examine === undefined) {
    return refuser({
      code: 'service-absent-de-la-grille',
      message: 'Ce service n’est pas examiné dans cette grille. Ajoutez-le d’abord.',
    });
  }
  const enCours = await tx
    .selectFrom('decision_de_perimetre')
    .select('decidee_le')
    .where('territoire_id', '=', territoireId)
    .where('grille_id', '=', decision.grilleId)
    .where('service', '=', decision.service)
    .where('annulee_le', 'is', null)
    .executeTakeFirst();
  if (enCours !== undefined) {
    return refuser({
      code: 'perimetre-deja-decide',
      message: `Ce service a déjà fait l’objet d’une décision le ${formaterJour(enCours.decidee_le as Jour)}. Revenez sur cette décision avant d’en prendre une autre.`,
    });
  }
  const id = nouvelId();
  await tx
    .insertInto('decision_de_perimetre')
    .values({
      territoire_id: territoireId,
      id,
      grille_id: decision.grilleId,
      service: decision.service,
      libelle: decision.libelle,
      forme: decision.forme,
      membres: [...decision.membres],
      instance: decision.instance,
      decidee_le: decision.decideLe,
      motif: decision.motif,
      phrase: decision.phrase,
      resultat: JSON.stringify(decision.resultat),
      annulee_le: null,
      annulee_motif: null,
    })
    .execute();
  return accepter(id);
};

/** Revient sur une décision : elle reste au dossier, datée de son annulation et motivée. */
export const revenirSurDecision = async (
  tx: Tx,
  { territoireId }: Contexte,
  id: string,
  motif: string,
  aujourdhui: Jour,
): Promise<Resultat<null, Refus>> => {
  if (motif.trim() === '') {
    return refuser({
      code: 'motif-absent',
      message: 'Écrivez pourquoi l’instance revient sur ce choix.',
      chemin: 'motif',
    });
  }
  const { numUpdatedRows } = await tx
    .updateTable('decision_de_perimetre')
    .set({ annulee_le: aujourdhui, annulee_motif: motif.trim() })
    .where('territoire_id', '=', territoireId)
    .where('id', '=', id)
    .where('annulee_le', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 0n
    ? refuser({
        code: 'decision-deja-annulee',
        message: 'On est déjà revenu sur cette décision. Rechargez la page.',
      })
    : accepter(null);
};

const versDecision = (
  ligne: Selectable<TablesDecisions['decision_de_perimetre']>,
): DecisionDePerimetre => ({
  id: ligne.id,
  grilleId: ligne.grille_id,
  service: ligne.service,
  libelle: ligne.libelle,
  forme: ligne.forme as FormeDeMutualisation,
  membres: ligne.membres,
  instance: ligne.instance,
  decideLe: ligne.decidee_le as Jour,
  motif: ligne.motif,
  phrase: ligne.phrase,
  resultat: ligne.resultat as ResultatFige,
  annuleeLe: ligne.annulee_le as Jour | null,
  annuleeMotif: ligne.annulee_motif,
});

/** Toutes les décisions du territoire, les plus anciennes d’abord, celles sur qui on est revenu comprises. */
export const listerDecisions = async (
  tx: Tx,
  { territoireId }: Contexte,
): Promise<readonly DecisionDePerimetre[]> => {
  const lignes = await tx
    .selectFrom('decision_de_perimetre')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .orderBy('id')
    .execute();
  return lignes.map(versDecision);
};

/** Une décision, ou undefined. */
export const lireDecision = async (
  tx: Tx,
  { territoireId }: Contexte,
  id: string,
): Promise<DecisionDePerimetre | undefined> => {
  const ligne = await tx
    .selectFrom('decision_de_perimetre')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .where('id', '=', id)
    .executeTakeFirst();
  return ligne === undefined ? undefined : versDecision(ligne);
};

/** Les périmètres retenus (décisions qui tiennent), les plus anciennes d’abord. */
export const lirePerimetresRetenus = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
): Promise<readonly PerimetreRetenu[]> =>
  (await listerDecisions(transaction as unknown as Tx, contexte))
    .filter(({ annuleeLe }) => annuleeLe === null)
    .map(({ resultat: _resultat, annuleeLe: _le, annuleeMotif: _motif, ...retenu }) => retenu);
