import { ajouterJours, type Jour } from '../../moteurs/calendrier/index.ts';
import {
  type Base,
  type Contexte,
  dansTerritoire,
  type Transaction,
} from '../../socle/base/index.server.ts';
import { enregistrerDecision, lireCommunes, ouvrirGrilleNotee } from './conduire.server.ts';
import { jugerDecision } from './decider.ts';
import type { TablesDecisions } from './decisions.sql.server.ts';
import { eprouverGrille } from './eprouver.server.ts';
import { noter, poserCartes } from './evaluations.sql.server.ts';
import { lireGrille, listerGrilles, type TablesPerimetres } from './grilles.sql.server.ts';
import {
  cartesDuSemis,
  EVALUATEURS_INVENTES,
  type EvaluateursDuSemis,
  HORS_DU_SERVICE_COMMUN,
  notesDuSemis,
  SERVICE_DECIDE,
  servicesDuSemis,
  TITRE_DU_SEMIS,
} from './semis.ts';

type Tx = Transaction<TablesPerimetres & TablesDecisions>;

/** Vrai si le territoire a déjà la grille de démonstration. */
export const aDesPerimetresSemes = (base: Base, contexte: Contexte): Promise<boolean> =>
  dansTerritoire(base, contexte, async (tx: Tx) =>
    (await listerGrilles(tx, contexte)).some(({ titre }) => titre === TITRE_DU_SEMIS),
  );

/**
 * Sème, d’un seul tenant, une grille notée et pesée et la décision sur l’instruction du droit des
 * sols : grille ouverte 60 jours avant `aujourdhui`, décision 30 jours avant. À appeler après le
 * semis des effectifs, avec un contexte qui voit tout le territoire.
 * @param evaluateurs personnes qui ont un compte ; à défaut, des noms inventés
 * @returns l’identifiant de la décision
 */
export const semerPerimetres = async (
  base: Base,
  contexte: Contexte,
  aujourdhui: Jour,
  evaluateurs: EvaluateursDuSemis = EVALUATEURS_INVENTES,
): Promise<string> => {
  const ouverture = ajouterJours(aujourdhui, -60);
  const decideLe = ajouterJours(aujourdhui, -30);
  const communes = (await lireCommunes({ base, contexte }, decideLe)).map(({ siren }) => siren);
  return dansTerritoire(base, contexte, async (tx: Tx) => {
    const demande = { titre: TITRE_DU_SEMIS, services: servicesDuSemis() };
    const id = await ouvrirGrilleNotee(tx, contexte, demande, ouverture);
    await noter(tx, contexte, id, notesDuSemis(evaluateurs), ajouterJours(aujourdhui, -45));
    for (const jeu of cartesDuSemis(evaluateurs)) {
      const posees = await poserCartes(tx, contexte, id, jeu, ajouterJours(aujourdhui, -40));
      if (!posees.ok) throw new Error(posees.refus.message);
    }
    const grille = await lireGrille(tx, contexte, id);
    if (grille === undefined) throw new Error('La grille semée ne se relit pas.');
    const evaluation = await eprouverGrille(grille);
    const service = evaluation.services.find((autre) => autre.service === SERVICE_DECIDE);
    if (service === undefined) throw new Error('Le service décidé n’est pas dans la grille semée.');
    const jugee = jugerDecision(
      {
        forme: 'service-commun',
        membres: communes.filter((siren) => !HORS_DU_SERVICE_COMMUN.includes(siren)),
        instance: 'Comité de pilotage',
        decideLe,
        motif:
          'L’État n’instruit plus pour les communes, deux instructeurs partent et la matière se complique. Trois communes gardent leur organisation.',
      },
      { service, communes, ouverteLe: grille.ouverteLe, aujourdhui },
    );
    if (!jugee.ok) throw new Error(jugee.refus.map(({ message }) => message).join(' '));
    const retenue = await enregistrerDecision(
      tx,
      contexte,
      grille,
      { evaluation, service },
      jugee.valeur,
    );
    if (!retenue.ok) throw new Error(retenue.refus.message);
    return retenue.valeur;
  });
};
