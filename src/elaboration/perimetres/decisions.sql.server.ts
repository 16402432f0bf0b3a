import type { Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { FormeDeMutualisation } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import type { PerimetreRetenu } from './modele.ts';

export interface TablesDecisions {
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
    resultat: string;
    annulee_le: string | null;
  };
}
type Tx = Transaction<TablesDecisions>;

/** Ce que le comité décide, avec les résultats tels qu’ils lui ont été montrés (figés). */
export interface DecisionAPrendre extends Omit<PerimetreRetenu, 'id'> {
  readonly resultat: unknown;
}

/** Enregistre une décision datée. Un service déjà décidé dans la grille est un refus. */
export const retenirPerimetre = async (
  tx: Tx,
  { territoireId }: Contexte,
  decision: DecisionAPrendre,
): Promise<Resultat<string, Refus>> => {
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
      message: `Ce service a déjà fait l’objet d’une décision le ${enCours.decidee_le}. Revenez sur cette décision avant d’en prendre une autre.`,
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
    })
    .execute();
  return accepter(id);
};

/** Revient sur une décision : elle reste au dossier, datée de son annulation. */
export const annulerDecision = async (
  tx: Tx,
  { territoireId }: Contexte,
  id: string,
  aujourdhui: Jour,
): Promise<void> => {
  await tx
    .updateTable('decision_de_perimetre')
    .set({ annulee_le: aujourdhui })
    .where('territoire_id', '=', territoireId)
    .where('id', '=', id)
    .where('annulee_le', 'is', null)
    .execute();
};

/** Les périmètres retenus (décisions non annulées), les plus anciens d’abord. */
export const lirePerimetresRetenus = async (
  tx: Tx,
  { territoireId }: Contexte,
): Promise<readonly PerimetreRetenu[]> => {
  const lignes = await tx
    .selectFrom('decision_de_perimetre')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .where('annulee_le', 'is', null)
    .orderBy('id')
    .execute();
  return lignes.map((ligne) => ({
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
  }));
};
