import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Refus, Resultat } from '../../moteurs/resultat/index.ts';
import { type Acces, interrompre } from '../../socle/acces/index.server.ts';
import { type Contexte, dansTerritoire, type Transaction } from '../../socle/base/index.server.ts';
import { lireTerritoire } from '../../socle/territoire/index.server.ts';
import { communesAu } from '../../socle/territoire/index.ts';
import { type DecisionJugee, figerResultat, phraseDeDecision } from './decider.ts';
import { retenirPerimetre, type TablesDecisions } from './decisions.sql.server.ts';
import type { Evaluation } from './eprouver.ts';
import { figerNotesCalculees } from './evaluations.sql.server.ts';
import type { ServiceEvalue } from './evaluer.ts';
import {
  ajouterServices,
  lireGrille,
  ouvrirGrille,
  type TablesPerimetres,
} from './grilles.sql.server.ts';
import type { GrilleDeDecision, ServiceExamine } from './modele.ts';
import { releverNotes } from './relever.server.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
export const estIdentifiant = (texte: string | undefined): texte is string =>
  texte !== undefined && UUID.test(texte);

/** La grille demandée par l’adresse ; 404 si elle n’existe pas dans ce territoire. */
export const exigerGrille = async (
  { base, contexte }: Pick<Acces, 'base' | 'contexte'>,
  id: string | undefined,
): Promise<GrilleDeDecision> => {
  const grille = estIdentifiant(id)
    ? await dansTerritoire<TablesPerimetres, GrilleDeDecision | undefined>(base, contexte, (tx) =>
        lireGrille(tx, contexte, id),
      )
    : undefined;
  return (
    grille ??
    interrompre(
      404,
      'Cette grille n’existe pas',
      'Revenez à la liste des périmètres pour choisir une grille de ce territoire.',
    )
  );
};

/** Le service examiné demandé par l’adresse ; 404 s’il n’est pas dans la grille. */
export const exigerService = <T extends ServiceExamine>(
  services: readonly T[],
  code: string | undefined,
): T =>
  services.find(({ service }) => service === code) ??
  interrompre(
    404,
    'Ce service n’est pas dans la grille',
    'Revenez à la grille et choisissez un des services examinés.',
  );

/** Ouvre une grille et fige aussitôt les notes que les effectifs permettent de calculer. */
export const ouvrirGrilleNotee = async (
  tx: Transaction<TablesPerimetres>,
  contexte: Contexte,
  { titre, services }: { readonly titre: string; readonly services: readonly ServiceExamine[] },
  aujourdhui: Jour,
): Promise<string> => {
  const id = await ouvrirGrille(tx, contexte, titre, services, aujourdhui);
  const notes = await releverNotes(tx, contexte, services, aujourdhui);
  await figerNotesCalculees(tx, contexte, id, notes);
  return id;
};

/** Complète une grille de services, et recalcule toutes ses notes tirées des effectifs. */
export const completerGrille = async (
  tx: Transaction<TablesPerimetres>,
  contexte: Contexte,
  grilleId: string,
  ajoutes: readonly ServiceExamine[],
  aujourdhui: Jour,
): Promise<void> => {
  await ajouterServices(tx, contexte, grilleId, ajoutes);
  const grille = await lireGrille(tx, contexte, grilleId);
  if (grille === undefined) return;
  const notes = await releverNotes(tx, contexte, grille.services, aujourdhui);
  await figerNotesCalculees(tx, contexte, grilleId, notes);
};

/** Les communes du territoire un jour donné, dans l’ordre du français. */
export const lireCommunes = async (
  { base, contexte }: Pick<Acces, 'base' | 'contexte'>,
  jour: Jour,
): Promise<readonly { readonly siren: string; readonly nom: string }[]> => {
  const territoire = await dansTerritoire(base, contexte, lireTerritoire);
  return communesAu(territoire, jour)
    .map(({ siren, nom }) => ({ siren, nom }))
    .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
};

/** Enregistre une décision jugée, avec la phrase et les résultats de l’évaluation du moment. */
export const enregistrerDecision = (
  tx: Transaction<TablesDecisions>,
  contexte: Contexte,
  grille: GrilleDeDecision,
  { evaluation, service }: { readonly evaluation: Evaluation; readonly service: ServiceEvalue },
  decision: DecisionJugee,
): Promise<Resultat<string, Refus>> =>
  retenirPerimetre(tx, contexte, {
    ...decision,
    grilleId: grille.id,
    service: service.service,
    libelle: service.libelle,
    phrase: phraseDeDecision(evaluation, service),
    resultat: figerResultat(evaluation, service),
  });
